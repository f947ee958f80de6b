from tests.vault.conftest import Clock
from vault.outbox import Outbox, Posted
from vault.vault import Vault


def due(vault: Vault, limit: int = 100) -> list[Posted]:
    with vault.transaction() as tx:
        return tx.outbox.due(limit)


def bodies(outbox: Outbox, limit: int = 100) -> list[bytes]:
    return [posted.body for posted in outbox.due(limit)]


def test_a_row_is_due_until_it_was_sent(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "card", b"first card")
    (posted,) = due(vault)
    assert (posted.lane, posted.kind, posted.body, posted.revision, posted.tries) == (
        lane,
        "card",
        b"first card",
        1,
        0,
    )
    with vault.transaction() as tx:
        tx.outbox.sent(posted.id, posted.revision)
    assert due(vault) == []


def test_each_lane_gives_its_oldest_and_the_lanes_come_oldest_first(vault: Vault, lane: bytes, other: bytes) -> None:
    with vault.transaction() as tx:
        for body, whose in ((b"1", lane), (b"2", lane), (b"3", other), (b"4", other)):
            tx.outbox.post(whose, "message", body)
        assert bodies(tx.outbox) == [b"1", b"3"]
        assert bodies(tx.outbox, 1) == [b"1"]
        assert bodies(tx.outbox, 0) == []
        tx.outbox.sent(tx.outbox.due(1)[0].id, 1)
        assert bodies(tx.outbox) == [b"2", b"3"]


def test_once_puts_the_new_body_in_the_place_of_the_pending_one(vault: Vault, lane: bytes, other: bytes) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "card", b"old", once=True)
        tx.outbox.post(lane, "toast", b"toast", once=True)
        tx.outbox.post(other, "card", b"theirs", once=True)
        tx.outbox.post(lane, "card", b"new", once=True)
        card, theirs = tx.outbox.due(10)
        assert (card.body, card.revision, theirs.body, theirs.revision) == (b"new", 2, b"theirs", 1)
        tx.outbox.sent(card.id, card.revision)
        assert bodies(tx.outbox) == [b"toast", b"theirs"]


def test_without_once_both_are_sent(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "message", b"1")
        tx.outbox.post(lane, "message", b"2")
        tx.outbox.sent(tx.outbox.due(1)[0].id, 1)
        assert bodies(tx.outbox) == [b"2"]


def test_of_several_pending_ones_the_last_gets_the_new_body(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "message", b"1")
        tx.outbox.post(lane, "message", b"2")
        tx.outbox.post(lane, "message", b"3", once=True)
        assert bodies(tx.outbox) == [b"1"]
        tx.outbox.sent(tx.outbox.due(1)[0].id, 1)
        assert bodies(tx.outbox) == [b"3"]


def test_what_changed_while_it_was_sent_is_sent_again(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "card", b"old", once=True)
    (in_flight,) = due(vault)
    with vault.transaction() as tx:
        tx.outbox.post(lane, "card", b"new", once=True)
    with vault.transaction() as tx:
        tx.outbox.sent(in_flight.id, in_flight.revision)
        assert bodies(tx.outbox) == [b"new"]


def test_a_postponed_row_waits_and_holds_up_its_lane_only(
    vault: Vault, lane: bytes, other: bytes, clock: Clock
) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "message", b"1")
        tx.outbox.post(lane, "message", b"2")
        tx.outbox.post(other, "message", b"3")
        tx.outbox.postpone(tx.outbox.due(1)[0].id, clock.now + 90)
        assert bodies(tx.outbox) == [b"3"]
    clock.now += 89
    assert [posted.body for posted in due(vault)] == [b"3"]
    clock.now += 1
    assert [(posted.body, posted.tries) for posted in due(vault)] == [(b"1", 1), (b"3", 0)]


def test_a_new_body_waits_as_long_as_the_old_one_had_to(vault: Vault, lane: bytes, clock: Clock) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "card", b"old", once=True)
        tx.outbox.postpone(tx.outbox.due(1)[0].id, clock.now + 90)
        tx.outbox.post(lane, "card", b"new", once=True)
        assert tx.outbox.due(1) == []
    clock.now += 90
    assert [(posted.body, posted.revision, posted.tries) for posted in due(vault)] == [(b"new", 2, 1)]


def test_an_id_is_never_given_twice(vault: Vault, lane: bytes) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "card", b"old")
        (old,) = tx.outbox.due(1)
        tx.outbox.drop(lane)
        tx.outbox.post(lane, "card", b"new")
        tx.outbox.sent(old.id, old.revision)
        assert bodies(tx.outbox) == [b"new"]


def test_dropping_takes_one_lane(vault: Vault, lane: bytes, other: bytes) -> None:
    with vault.transaction() as tx:
        for whose in (lane, lane, other):
            tx.outbox.post(whose, "message", b"text")
        tx.outbox.drop(lane)
        assert [posted.lane for posted in tx.outbox.due(10)] == [other]


def test_what_is_gone_can_be_sent_and_postponed_again(vault: Vault, clock: Clock) -> None:
    with vault.transaction() as tx:
        tx.outbox.sent(99, 1)
        tx.outbox.postpone(99, clock.now)
        assert tx.outbox.due(1) == []


def test_a_row_lives_24_hours_from_its_last_body(vault: Vault, lane: bytes, other: bytes, clock: Clock) -> None:
    with vault.transaction() as tx:
        tx.outbox.post(lane, "card", b"first", once=True)
        tx.outbox.post(other, "card", b"theirs", once=True)
    clock.pass_hours(12)
    with vault.transaction() as tx:
        tx.outbox.post(lane, "card", b"second", once=True)
    clock.pass_hours(12)
    with vault.transaction() as tx:
        tx.expire()
        assert bodies(tx.outbox) == [b"second"]
    clock.pass_hours(12)
    with vault.transaction() as tx:
        tx.expire()
        assert bodies(tx.outbox) == []
