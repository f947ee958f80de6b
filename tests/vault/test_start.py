import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from secrets import token_bytes

import pytest
from sqlalchemy import Connection, text

from tests.vault import disk
from tests.vault.conftest import Clock
from vault.events import NewerVault, UnsafeDatabase, UnusableKeys, VaultFailed
from vault.keys import Keys
from vault.migrations import UPGRADES, bring_up_to_date
from vault.sqlite import PRAGMAS, Database
from vault.vault import Vault

Open = Callable[[], Vault]


def save(vault: Vault, body: bytes = b"answers") -> None:
    with vault.transaction() as tx:
        tx.sessions.save(vault.lane("telegram", "1"), body)


def load(vault: Vault) -> bytes | None:
    with vault.transaction() as tx:
        return tx.sessions.load(vault.lane("telegram", "1"))


def test_folder_file_log_and_index_belong_to_their_owner_alone(open_vault: Open, file: Path) -> None:
    before = os.umask(0)
    try:
        save(open_vault())
    finally:
        os.umask(before)
    assert file.parent.stat().st_mode & 0o777 == 0o700
    modes = {each.name: each.stat().st_mode & 0o777 for each in file.parent.iterdir()}
    assert modes == {file.name: 0o600, f"{file.name}-wal": 0o600, f"{file.name}-shm": 0o600}


def test_a_file_that_had_become_readable_is_closed_again(open_vault: Open, file: Path) -> None:
    open_vault().close()
    file.chmod(0o644)
    open_vault()
    assert file.stat().st_mode & 0o777 == 0o600


def test_every_connection_has_the_settings_the_promises_rest_on(
    connections: list[sqlite3.Connection], open_vault: Open
) -> None:
    open_vault().close()
    save(open_vault())
    held = [connections[-1].execute(f"PRAGMA {name}").fetchone()[0] for name, _, _ in PRAGMAS]
    assert len(connections) == 2
    assert dict(zip([name for name, _, _ in PRAGMAS], held, strict=True)) == {
        "busy_timeout": 5000,
        "auto_vacuum": 2,
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "temp_store": 2,
        "journal_size_limit": 2**20,
    }


def test_a_database_that_cannot_be_set_so_is_refused(open_vault: Open, file: Path) -> None:
    file.parent.mkdir()
    disk.change(file, "CREATE TABLE made_without_auto_vacuum (x)")
    with pytest.raises(UnsafeDatabase, match="auto_vacuum"):
        open_vault()


def test_what_was_saved_is_there_after_a_restart(open_vault: Open) -> None:
    first = open_vault()
    save(first)
    first.close()
    second = open_vault()
    assert load(second) == b"answers"
    assert (first.started_empty_after_damage, second.started_empty_after_damage) == (False, False)


def test_two_processes_can_share_the_file(open_vault: Open) -> None:
    one, two = open_vault(), open_vault()
    save(one)
    assert load(two) == b"answers"
    save(two, b"more")
    assert load(one) == b"more"


def test_an_empty_file_is_a_new_database(open_vault: Open, file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    assert not open_vault().started_empty_after_damage


def test_a_folder_in_the_files_place_is_no_damage(open_vault: Open, file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(VaultFailed):
        open_vault()
    assert file.is_dir()


def test_other_keys_do_not_start_and_change_nothing(open_vault: Open, file: Path, clock: Clock) -> None:
    vault = open_vault()
    save(vault)
    vault.close()
    before = file.read_bytes()
    with pytest.raises(UnusableKeys, match="other keys"):
        Vault.open(file, Keys(token_bytes(32), token_bytes(32)), clock, token_bytes)
    assert file.read_bytes() == before
    assert load(open_vault()) == b"answers"


def test_a_database_of_a_later_release_is_left_alone(open_vault: Open, file: Path) -> None:
    open_vault().close()
    disk.change(file, "UPDATE vault SET version = version + 1")
    with pytest.raises(NewerVault):
        open_vault()
    assert disk.rows(file, "vault")[0]["version"] == len(UPGRADES) + 2


def add_colour(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE session ADD COLUMN colour TEXT"))


def add_size(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE session ADD COLUMN size TEXT"))


def fail(connection: Connection) -> None:
    add_size(connection)
    raise RuntimeError


def test_an_older_database_is_upgraded_in_order_once_and_keeps_its_rows(
    open_vault: Open, file: Path, keys: Keys
) -> None:
    vault = open_vault()
    save(vault)
    vault.close()
    released = (*UPGRADES, add_colour)
    for upgrades in (released, (*released, add_size), (*released, add_size)):
        with closing(Database(file)) as database, database.transaction() as connection:
            bring_up_to_date(connection, keys.check, upgrades)
    assert disk.columns(file)["session"][-2:] == ["colour", "size"]
    assert disk.rows(file, "vault")[0]["version"] == len(UPGRADES) + 3
    assert len(disk.rows(file, "session")) == 1


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(open_vault: Open, file: Path, keys: Keys) -> None:
    open_vault().close()
    before = disk.columns(file)
    with closing(Database(file)) as database, pytest.raises(RuntimeError), database.transaction() as connection:
        bring_up_to_date(connection, keys.check, (*UPGRADES, add_colour, fail))
    assert disk.columns(file) == before
    assert disk.rows(file, "vault")[0]["version"] == len(UPGRADES) + 1
