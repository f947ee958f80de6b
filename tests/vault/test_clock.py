"""The clock may be wrong. Set back, it destroys nothing fresh and keeps nothing more than 48 hours past its time."""

from itertools import product
from pathlib import Path

import pytest

from tests.vault import disk
from tests.vault.conftest import HOUR, Clock
from vault.vault import Vault

YEAR = 365 * 24


def expire(vault: Vault) -> None:
    with vault.transaction() as tx:
        tx.expire()


def come_round(vault: Vault, clock: Clock, hours: int) -> None:
    """Expire every so often, at the beginning and at the end."""
    expire(vault)
    for _ in range(9):
        clock.pass_hours(hours / 9)
        expire(vault)


def fill(vault: Vault, lane: bytes, clock: Clock) -> None:
    with vault.transaction() as tx:
        tx.sessions.save(lane, b"answers")
        tx.outbox.post(lane, "card", b"card")
        tx.inbox.receive(7, lane, b"a tap")
        tx.inbox.bury(8, b"a letter")
        tx.inbox.receive(9, lane, b"a tap")
        tx.inbox.finish(9)
        tx.sweep.remember(lane, b"message", clock.now + 24 * HOUR, clock.now + 47 * HOUR)


def held(vault: Vault, lane: bytes, file: Path) -> dict[str, int]:
    with vault.transaction() as tx:
        session = tx.sessions.load(lane)
    tables = {table: len(disk.rows(file, table)) for table in ("session", "outbox", "inbox")}
    return {**tables, "loaded": session is not None}


@pytest.mark.parametrize("hours", [0.5, 1, 23, 24, 25, 47, 49, YEAR])
def test_a_clock_set_back_destroys_nothing_fresh(
    vault: Vault, lane: bytes, clock: Clock, file: Path, hours: float
) -> None:
    fill(vault, lane, clock)
    clock.pass_hours(-hours)
    expire(vault)
    assert held(vault, lane, file) == {"session": 1, "loaded": 1, "outbox": 1, "inbox": 3}
    with vault.transaction() as tx:
        assert [posted.body for posted in tx.outbox.due(1)] == [b"card"]
        assert [received.body for received in tx.inbox.undone(1)] == [b"a tap"]


@pytest.mark.parametrize("aged_and_back", list(product([0, 5, 20, 23], [1, 20, 24, 30, 48, YEAR])))
def test_a_clock_set_back_keeps_nothing_longer_than_48_hours_past_its_time(
    vault: Vault, lane: bytes, clock: Clock, file: Path, aged_and_back: tuple[int, int]
) -> None:
    aged, back = aged_and_back
    fill(vault, lane, clock)
    clock.pass_hours(aged)
    clock.pass_hours(-back)
    come_round(vault, clock, 24 - aged + 48)
    left = held(vault, lane, file)
    assert (left["session"], left["outbox"]) == (0, 0)
    assert all(row["body"] is None for row in disk.rows(file, "inbox"))
    come_round(vault, clock, 24)
    assert held(vault, lane, file)["inbox"] == 0


@pytest.mark.parametrize("back", [1, 20, 24, 30, 48, 72, YEAR])
def test_a_clock_set_back_delays_a_sweep_by_48_hours_at_most(
    vault: Vault, lane: bytes, clock: Clock, back: int
) -> None:
    fill(vault, lane, clock)
    clock.pass_hours(-back)
    waited = 0
    while not swept(vault):
        clock.pass_hours(1)
        waited += 1
    assert waited <= 24 + 48


def swept(vault: Vault) -> bool:
    with vault.transaction() as tx:
        return bool(tx.sweep.due(1))


def test_a_wait_that_ends_further_ahead_than_any_wait_can_is_over(vault: Vault, lane: bytes, clock: Clock) -> None:
    fill(vault, lane, clock)
    with vault.transaction() as tx:
        tx.outbox.postpone(tx.outbox.due(1)[0].id, clock.now + HOUR)
    clock.pass_hours(-YEAR)
    with vault.transaction() as tx:
        assert [posted.body for posted in tx.outbox.due(1)] == [b"card"]


def test_a_session_born_under_a_clock_a_year_ahead_lives_on_when_it_is_set_right(
    vault: Vault, lane: bytes, clock: Clock, file: Path
) -> None:
    clock.pass_hours(YEAR)
    fill(vault, lane, clock)
    clock.pass_hours(-YEAR)
    for _ in range(3):
        expire(vault)
        with vault.transaction() as tx:
            assert tx.sessions.load(lane) == b"answers"
            tx.sessions.save(lane, b"answers")
        clock.pass_hours(13)
    expire(vault)
    clock.pass_hours(1)
    expire(vault)
    assert held(vault, lane, file)["session"] == 0


def test_a_clock_set_forward_ends_lives_early(vault: Vault, lane: bytes, clock: Clock, file: Path) -> None:
    fill(vault, lane, clock)
    clock.pass_hours(48)
    expire(vault)
    assert held(vault, lane, file) == {"session": 0, "loaded": 0, "outbox": 0, "inbox": 0}
