import sqlite3
import traceback
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from secrets import token_bytes

import pytest

from tests.vault import disk
from vault.events import TransactionOpen, VaultBusy, VaultDamaged, VaultFailed, VaultFull
from vault.inbox import Receipt
from vault.transaction import Transaction
from vault.vault import Vault

Open = Callable[[], Vault]


class Crash(Exception):
    """Something in the caller went wrong."""


def test_a_transaction_that_ends_in_an_exception_never_was(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.inbox.receive(1, lane, b"a tap")
    with pytest.raises(Crash), vault.transaction() as tx:
        crash_after_all_was_done(tx, lane)
    with vault.transaction() as tx:
        assert [received.update_id for received in tx.inbox.undone(9)] == [1]
        assert tx.sessions.load(lane) is None
        assert (tx.outbox.due(9), tx.sweep.of(lane)) == ([], [])


def crash_after_all_was_done(tx: Transaction, lane: bytes) -> None:
    tx.inbox.finish(1)
    tx.sessions.save(lane, b"answers")
    tx.outbox.post(lane, "card", b"card")
    tx.sweep.remember(lane, b"message", 1.0, 2.0)
    raise Crash


def test_a_transaction_within_a_transaction_is_refused_at_once(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        with pytest.raises(TransactionOpen), vault.transaction():
            pass
        with pytest.raises(TransactionOpen):
            vault.checkpoint()
        tx.sessions.save(lane, b"answers")
    with vault.transaction() as tx:
        assert tx.sessions.load(lane) == b"answers"


def test_a_full_disk_undoes_the_transaction_whole_and_leaves_all_readable(
    connections: list[sqlite3.Connection], vault: Vault, lane: bytes, file: Path
) -> None:
    with vault.transaction() as tx:
        tx.sessions.save(lane, b"before")
    pages = connections[-1].execute("PRAGMA page_count").fetchone()[0]
    connections[-1].execute(f"PRAGMA max_page_count = {pages + 5}")
    taken = receive_until_full(vault, lane)
    assert taken > 0
    with vault.transaction() as tx:
        assert tx.sessions.load(lane) == b"%d" % (taken - 1)
        assert [received.update_id for received in tx.inbox.undone(100)] == list(range(taken))
    assert disk.rows(file, "inbox")[-1]["update_id"] == taken - 1
    with vault.transaction() as tx:
        tx.sessions.wipe(lane)
        for update_id in range(taken):
            tx.inbox.finish(update_id)
    with vault.transaction() as tx:
        assert tx.inbox.receive(999, lane, token_bytes(3000)) is Receipt.NEW


def receive_until_full(vault: Vault, lane: bytes) -> int:
    """How many were taken before."""
    for update_id in count():
        try:
            with vault.transaction() as tx:
                tx.sessions.save(lane, b"%d" % update_id)
                tx.inbox.receive(update_id, None, token_bytes(3000))
        except VaultFull:
            return update_id
    raise AssertionError


def test_a_database_held_elsewhere_is_told_as_busy_and_then_goes_on(
    connections: list[sqlite3.Connection], vault: Vault, lane: bytes, file: Path
) -> None:
    connections[-1].execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(file, isolation_level=None)) as elsewhere:
        elsewhere.execute("BEGIN IMMEDIATE")
        with pytest.raises(VaultBusy), vault.transaction():
            pass
        elsewhere.execute("ROLLBACK")
    with vault.transaction() as tx:
        tx.sessions.save(lane, b"answers")


def test_a_checkpoint_that_could_not_erase_says_so(
    connections: list[sqlite3.Connection], vault: Vault, lane: bytes, file: Path
) -> None:
    connections[-1].execute("PRAGMA busy_timeout = 20")
    with vault.transaction() as tx:
        tx.sessions.save(lane, b"answers")
    key = disk.rows(file, "session")[0]["wrapped_key"]
    with closing(sqlite3.connect(file, isolation_level=None)) as elsewhere:
        elsewhere.execute("BEGIN")
        elsewhere.execute("SELECT * FROM session").fetchall()
        with vault.transaction() as tx:
            tx.sessions.wipe(lane)
        with pytest.raises(VaultBusy):
            vault.checkpoint()
        assert key in disk.raw(file)
    vault.checkpoint()
    assert key not in disk.raw(file)


def test_damage_that_shows_while_running_is_told(vault: Vault, lane: bytes, file: Path) -> None:
    with vault.transaction() as tx:
        for chat in range(200):
            tx.sessions.save(vault.lane("telegram", str(chat)), token_bytes(3000))
    vault.checkpoint()
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(token_bytes(file.stat().st_size - 4096))
    disk_changed_outside(file)
    with pytest.raises(VaultDamaged), vault.transaction() as tx:
        tx.sessions.save(lane, b"answers")


def disk_changed_outside(file: Path) -> None:
    """SQLite keeps pages in memory until the log's index says that someone else wrote."""
    with closing(sqlite3.connect(file, isolation_level=None)) as elsewhere:
        elsewhere.execute("PRAGMA user_version = 1")


def test_no_refusal_shows_what_was_being_written(
    connections: list[sqlite3.Connection], vault: Vault, lane: bytes
) -> None:
    connections[-1].execute("PRAGMA max_page_count = 1")
    with pytest.raises(VaultFailed) as refused, vault.transaction() as tx:
        tx.outbox.post(lane, "canary", b"canary" * 9000)
    shown = "".join(traceback.format_exception(refused.value))
    assert "VaultFull" in shown
    assert not any(secret in shown for secret in ("canarycanary", "'canary'", lane.hex(), repr(lane)))


def test_what_is_read_shows_no_body_and_no_lane(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.inbox.receive(1, lane, b"canary")
        tx.outbox.post(lane, "card", b"canary")
        tx.sweep.remember(lane, b"canary", 1.0, 2.0)
        shown = repr([*tx.inbox.undone(1), *tx.outbox.due(1), *tx.sweep.due(1)])
    assert "canary" not in shown
    assert repr(lane) not in shown


def test_a_closed_transaction_does_nothing_more(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        pass
    with pytest.raises(Exception, match="closed"):
        tx.sessions.save(lane, b"late")
    with vault.transaction() as tx:
        assert tx.sessions.load(lane) is None
