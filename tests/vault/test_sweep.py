from tests.vault.conftest import HOUR, Clock
from vault.vault import Vault


def test_the_messages_of_a_chat_are_told_newest_first(vault: Vault, lane: bytes, other: bytes, clock: Clock) -> None:
    due, deadline = clock.now + 24 * HOUR, clock.now + 47 * HOUR
    with vault.transaction() as tx:
        tx.sweep.remember(lane, b"1", due, deadline)
        tx.sweep.remember(other, b"theirs", due, deadline)
        tx.sweep.remember(lane, b"2", due + 0.25, deadline + 0.5)
    with vault.transaction() as tx:
        told = tx.sweep.of(lane)
        assert [(swept.body, swept.due, swept.deadline) for swept in told] == [
            (b"2", due + 0.25, deadline + 0.5),
            (b"1", due, deadline),
        ]
        assert {swept.lane for swept in told} == {lane}


def test_a_message_is_due_at_its_time_to_the_second(vault: Vault, lane: bytes, clock: Clock) -> None:
    clock.now += 100
    with vault.transaction() as tx:
        tx.sweep.remember(lane, b"message", clock.now + 60, clock.now + HOUR)
        assert tx.sweep.due(1) == []
    clock.now += 59
    with vault.transaction() as tx:
        assert tx.sweep.due(1) == []
    clock.now += 1
    with vault.transaction() as tx:
        assert [swept.body for swept in tx.sweep.due(1)] == [b"message"]


def test_the_nearest_deadline_comes_first(vault: Vault, lane: bytes, clock: Clock) -> None:
    with vault.transaction() as tx:
        for hours in (9, 1, 5):
            tx.sweep.remember(lane, str(hours).encode(), clock.now, clock.now + hours * HOUR)
        assert [swept.body for swept in tx.sweep.due(10)] == [b"1", b"5", b"9"]
        assert [swept.body for swept in tx.sweep.due(2)] == [b"1", b"5"]


def test_a_postponed_message_waits_and_keeps_its_deadline(vault: Vault, lane: bytes, clock: Clock) -> None:
    deadline = clock.now + 9 * HOUR
    with vault.transaction() as tx:
        tx.sweep.remember(lane, b"message", clock.now, deadline)
        tx.sweep.postpone(tx.sweep.due(1)[0].id, clock.now + 30)
        tx.sweep.postpone(12345, clock.now)
        assert tx.sweep.due(1) == []
    clock.now += 30
    with vault.transaction() as tx:
        assert [(swept.body, swept.deadline) for swept in tx.sweep.due(1)] == [(b"message", deadline)]


def test_forgetting_takes_those_named(vault: Vault, lane: bytes, clock: Clock) -> None:
    with vault.transaction() as tx:
        for body in (b"1", b"2", b"3"):
            tx.sweep.remember(lane, body, clock.now, clock.now)
        last, middle, _ = (swept.id for swept in tx.sweep.of(lane))
        tx.sweep.forget(each for each in (last, middle, 12345))
        tx.sweep.forget([])
        assert [swept.body for swept in tx.sweep.of(lane)] == [b"1"]


def test_nothing_is_forgotten_by_itself(vault: Vault, lane: bytes, clock: Clock) -> None:
    """The row is the last way to a message on a family's phone: after a long outage it can still be overwritten."""
    with vault.transaction() as tx:
        tx.sweep.remember(lane, b"message", clock.now, clock.now + 47 * HOUR)
    clock.pass_hours(24 * 30)
    with vault.transaction() as tx:
        tx.expire()
        assert [swept.body for swept in tx.sweep.due(1)] == [b"message"]
