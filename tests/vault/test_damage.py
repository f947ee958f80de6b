from collections.abc import Callable
from pathlib import Path
from secrets import token_bytes

import pytest

from tests.vault import disk
from tests.vault.conftest import HOUR, Clock
from tests.vault.test_start import Open, load, save
from vault import damaged
from vault.events import TamperedRow


def set_aside(file: Path) -> list[Path]:
    return sorted(file.parent.glob(f"{file.name}.damaged-*"))


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "no database at all": lambda content: token_bytes(len(content)),
    "a few words": lambda _: b"not a database, but long enough to have a header" * 20,
    "a torn header": lambda content: token_bytes(100) + content[100:],
    "cut in the middle": lambda content: content[: len(content) // 2 + 100],
    "a torn page": lambda content: content[:4096] + token_bytes(4096) + content[8192:],
    "all pages but the first": lambda content: content[:4096] + token_bytes(len(content) - 4096),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_moved_aside_and_an_empty_one_started(
    open_vault: Open, file: Path, damage: Callable[[bytes], bytes]
) -> None:
    vault = open_vault()
    for _ in range(30):
        save(vault, token_bytes(3000))
    vault.close()
    broken = damage(file.read_bytes())
    file.write_bytes(broken)
    vault = open_vault()
    assert vault.started_empty_after_damage
    assert load(vault) is None
    (aside,) = set_aside(file)
    assert aside.read_bytes() == broken
    assert aside.stat().st_mode & 0o777 == 0o600
    save(vault)
    vault.close()
    assert not open_vault().started_empty_after_damage


def test_a_damaged_file_takes_its_log_with_it(open_vault: Open, file: Path) -> None:
    """Left behind, it would be replayed into the new one."""
    vault = open_vault()
    save(vault, token_bytes(90_000))
    vault.checkpoint()
    save(vault, b"answers")
    log = file.with_name(f"{file.name}-wal")
    left_by_a_kill = log.read_bytes()
    vault.close()
    file.write_bytes(token_bytes(90_000))
    log.write_bytes(left_by_a_kill)
    vault = open_vault()
    assert vault.started_empty_after_damage
    assert load(vault) is None
    assert set_aside(file)


def test_a_second_damaged_file_does_not_replace_the_first(open_vault: Open, file: Path) -> None:
    for content in (b"one" * 500, b"two" * 500):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
        open_vault().close()
    assert [each.read_bytes() for each in set_aside(file)] == [b"one" * 500, b"two" * 500]


def test_database_log_and_index_are_moved_together(file: Path) -> None:
    file.parent.mkdir()
    parts = ["", "-shm", "-wal"]
    for part in parts:
        file.with_name(file.name + part).write_text(part)
    damaged.move_aside(file, 7 * HOUR)
    assert [(each.name, each.read_text()) for each in sorted(file.parent.iterdir())] == [
        (f"{file.name}.damaged-7{part}", part) for part in parts
    ]


@pytest.mark.parametrize("hours", [48, -48])
def test_a_damaged_file_is_destroyed_after_48_hours_by_either_clock(
    open_vault: Open, file: Path, clock: Clock, hours: int
) -> None:
    file.parent.mkdir()
    file.write_bytes(b"one" * 500)
    vault = open_vault()
    (file.parent / "second name").hardlink_to(set_aside(file)[0])
    clock.pass_hours(hours * 47 / 48)
    vault.checkpoint()
    assert len(set_aside(file)) == 1
    clock.pass_hours(hours / 48)
    vault.checkpoint()
    assert set_aside(file) == []
    assert not any((file.parent / "second name").read_bytes()), "overwritten before it was removed"


def test_one_changed_byte_is_damage_or_a_tampered_row_and_never_another_answer(open_vault: Open, file: Path) -> None:
    vault = open_vault()
    save(vault)
    vault.close()
    whole = file.read_bytes()
    at = whole.rindex(disk.rows(file, "session")[0]["body"])
    for offset in (at, at + 5, at + 20):
        file.write_bytes(whole[:offset] + bytes([whole[offset] ^ 1]) + whole[offset + 1 :])
        vault = open_vault()
        with pytest.raises(TamperedRow):
            load(vault)
        vault.close()
