from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault import disk
from tests.vault.conftest import Clock
from vault.inbox import Receipt
from vault.vault import Vault


def save(vault: Vault, lane: bytes, body: bytes = b"limb=call") -> None:
    with vault.transaction() as tx:
        tx.sessions.save(lane, body)


def load(vault: Vault, lane: bytes) -> bytes | None:
    with vault.transaction() as tx:
        return tx.sessions.load(lane)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=70_000))
def test_a_session_is_loaded_as_it_was_saved(vault: Vault, lane: bytes, body: bytes) -> None:
    save(vault, lane, body)
    assert load(vault, lane) == body


def test_families_see_nothing_of_each_other(vault: Vault, lane: bytes, other: bytes) -> None:
    save(vault, lane, b"one")
    assert load(vault, other) is None
    save(vault, other, b"two")
    assert (load(vault, lane), load(vault, other)) == (b"one", b"two")
    with vault.transaction() as tx:
        tx.sessions.wipe(lane)
    assert (load(vault, lane), load(vault, other)) == (None, b"two")


def test_each_session_has_a_key_of_its_own_and_keeps_it(vault: Vault, lane: bytes, other: bytes, file: Path) -> None:
    save(vault, lane)
    save(vault, other)
    before = {row["lane"]: row for row in disk.rows(file, "session")}
    save(vault, lane)
    after = {row["lane"]: row for row in disk.rows(file, "session")}
    assert before[lane]["wrapped_key"] != before[other]["wrapped_key"]
    assert before[lane]["wrapped_key"] == after[lane]["wrapped_key"]
    assert before[lane]["body"] != after[lane]["body"]


def test_a_session_after_a_wipe_has_a_new_key(vault: Vault, lane: bytes, file: Path) -> None:
    save(vault, lane)
    before = disk.rows(file, "session")[0]["wrapped_key"]
    with vault.transaction() as tx:
        tx.sessions.wipe(lane)
        tx.sessions.save(lane, b"new")
    assert disk.rows(file, "session")[0]["wrapped_key"] != before
    assert load(vault, lane) == b"new"


def test_a_session_is_gone_24_hours_after_the_last_tap_even_if_nobody_expired_it(
    vault: Vault, lane: bytes, clock: Clock
) -> None:
    save(vault, lane)
    clock.pass_hours(12)
    save(vault, lane)
    clock.pass_hours(23.99)
    assert load(vault, lane) == b"limb=call"
    clock.pass_hours(0.01)
    assert load(vault, lane) is None


def test_a_session_is_gone_40_hours_after_its_birth_however_often_it_is_saved(
    vault: Vault, lane: bytes, clock: Clock
) -> None:
    for _ in range(4):
        save(vault, lane)
        clock.pass_hours(9.99)
        assert load(vault, lane) is not None
    save(vault, lane)
    clock.pass_hours(0.04)
    assert load(vault, lane) is None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 3599.9))
def test_a_session_lives_23_to_24_hours_for_its_minute_is_not_kept(
    vault: Vault, lane: bytes, clock: Clock, past_the_hour: float
) -> None:
    clock.now = 1_800_000_000 + past_the_hour
    save(vault, lane)
    clock.pass_hours(23)
    assert load(vault, lane) is not None or past_the_hour > 3599.8
    clock.pass_hours(1)
    assert load(vault, lane) is None


def test_a_save_after_the_end_begins_a_new_session_with_a_new_key(
    vault: Vault, lane: bytes, clock: Clock, file: Path
) -> None:
    save(vault, lane)
    before = disk.rows(file, "session")[0]
    clock.pass_hours(24)
    save(vault, lane, b"new")
    (after,) = disk.rows(file, "session")
    assert after["wrapped_key"] != before["wrapped_key"]
    assert after["born_hour"] == before["born_hour"] + 24 * 3600
    assert load(vault, lane) == b"new"


def test_expiring_removes_what_is_over_and_leaves_the_rest(
    vault: Vault, lane: bytes, other: bytes, clock: Clock, file: Path
) -> None:
    save(vault, lane)
    clock.pass_hours(1)
    save(vault, other)
    clock.pass_hours(23)
    with vault.transaction() as tx:
        tx.expire()
    assert [row["lane"] for row in disk.rows(file, "session")] == [other]


def test_a_wipe_takes_what_waits_in_and_out_and_keeps_what_must_still_be_deleted(
    vault: Vault, lane: bytes, other: bytes, file: Path
) -> None:
    with vault.transaction() as tx:
        for each, first in ((lane, 10), (other, 20)):
            tx.sessions.save(each, b"answers")
            tx.inbox.receive(first, each, b"a tap")
            tx.inbox.receive(first + 1, each, b"a poisonous tap")
            for _ in range(3):
                tx.inbox.fail(first + 1)
            tx.outbox.post(each, "card", b"a card")
            tx.sweep.remember(each, b"chat and message", 1e9, 2e9)
        tx.sessions.wipe(lane)
    with vault.transaction() as tx:
        assert tx.sessions.load(lane) is None
        assert [each.lane for each in tx.inbox.undone(10)] == [other]
        assert [each.lane for each in tx.outbox.due(10)] == [other]
        assert len(tx.sweep.of(lane)) == len(tx.sweep.of(other)) == 1
        assert [tx.inbox.receive(update_id, lane, b"again") for update_id in (10, 11)] == [Receipt.KNOWN] * 2
    assert [row["lane"] for row in disk.rows(file, "inbox")] == [None, None, other, other]


def test_a_wipe_of_nobody_is_no_mistake(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.sessions.wipe(lane)
        tx.sessions.wipe(lane)


def test_the_update_that_asked_for_the_wipe_can_still_be_finished(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.inbox.receive(7, lane, b"wipe")
    with vault.transaction() as tx:
        tx.sessions.wipe(lane)
        tx.inbox.finish(7)
        assert tx.inbox.undone(1) == []


@pytest.mark.parametrize("table", ["session", "inbox", "outbox", "sweep"])
def test_the_disk_knows_hours_and_no_minutes(vault: Vault, lane: bytes, clock: Clock, file: Path, table: str) -> None:
    clock.now += 1234.5
    with vault.transaction() as tx:
        tx.sessions.save(lane, b"answers")
        tx.inbox.receive(7, lane, b"a tap")
        tx.outbox.post(lane, "card", b"a card")
        tx.outbox.postpone(tx.outbox.due(1)[0].id, clock.now + 61)
        tx.sweep.remember(lane, b"message", clock.now + 77, clock.now + 99)
    (row,) = disk.rows(file, table)
    times = {name: value for name, value in row.items() if name.endswith("_hour")}
    assert times
    assert all(value % 3600 == 0 for value in times.values())
    others = [value for name, value in row.items() if name not in times and isinstance(value, int | float)]
    assert all(value < 100 for value in others)
