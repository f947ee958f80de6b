from contextlib import closing
from pathlib import Path
from secrets import token_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault import disk
from tests.vault.conftest import Clock
from vault.inbox import Receipt
from vault.keys import Keys
from vault.vault import Vault


def receive(vault: Vault, update_id: int, lane: bytes | None, body: bytes = b"a tap") -> Receipt:
    with vault.transaction() as tx:
        return tx.inbox.receive(update_id, lane, body)


def undone(vault: Vault, limit: int = 100) -> list[tuple[int, bytes]]:
    with vault.transaction() as tx:
        return [(each.update_id, each.body) for each in tx.inbox.undone(limit)]


def test_what_was_received_is_undone_until_it_is_finished(vault: Vault, lane: bytes) -> None:
    assert receive(vault, 7, lane) is Receipt.NEW
    with vault.transaction() as tx:
        (received,) = tx.inbox.undone(10)
        assert (received.update_id, received.lane, received.body, received.tries) == (7, lane, b"a tap", 0)
        tx.inbox.finish(7)
    assert undone(vault) == []


@pytest.mark.parametrize("finished", [True, False])
def test_the_same_update_is_taken_once(vault: Vault, lane: bytes, *, finished: bool) -> None:
    receive(vault, 7, lane, b"first")
    if finished:
        with vault.transaction() as tx:
            tx.inbox.finish(7)
    assert receive(vault, 7, lane, b"second") is Receipt.KNOWN
    assert undone(vault) == ([] if finished else [(7, b"first")])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-(2**63), 2**63 - 1), unique=True, max_size=19))
def test_undone_updates_come_in_the_order_of_arrival_whatever_their_ids(
    tmp_path_factory: pytest.TempPathFactory, keys: Keys, clock: Clock, ids: list[int]
) -> None:
    with closing(Vault.open(tmp_path_factory.mktemp("vault") / "vault.sqlite", keys, clock, token_bytes)) as vault:
        for update_id in ids:
            receive(vault, update_id, None)
        assert [update_id for update_id, _ in undone(vault)] == ids
        assert [update_id for update_id, _ in undone(vault, limit=3)] == ids[:3]


def test_an_update_without_a_chat_is_taken_too(vault: Vault) -> None:
    receive(vault, 7, None)
    with vault.transaction() as tx:
        assert tx.inbox.undone(1)[0].lane is None


def test_finishing_empties_body_and_lane_and_keeps_the_id_48_hours(
    vault: Vault, lane: bytes, clock: Clock, file: Path
) -> None:
    receive(vault, 7, lane)
    with vault.transaction() as tx:
        tx.inbox.finish(7)
    (row,) = disk.rows(file, "inbox")
    assert (row["update_id"], row["state"], row["lane"], row["body"]) == (7, "done", None, None)
    clock.pass_hours(47)
    expire(vault)
    assert receive(vault, 7, lane) is Receipt.KNOWN
    clock.pass_hours(1)
    expire(vault)
    assert disk.rows(file, "inbox") == []


def test_finishing_what_is_unknown_or_done_changes_nothing(vault: Vault, lane: bytes, file: Path, clock: Clock) -> None:
    receive(vault, 7, lane)
    with vault.transaction() as tx:
        tx.inbox.finish(8)
        tx.inbox.finish(7)
    before = disk.rows(file, "inbox")
    clock.pass_hours(5)
    with vault.transaction() as tx:
        tx.inbox.finish(7)
        assert tx.inbox.fail(7) is False
        assert tx.inbox.fail(8) is False
        tx.inbox.bury(7, b"again")
    assert disk.rows(file, "inbox") == before


def test_a_chat_has_at_most_twenty_waiting_and_the_oldest_stay(vault: Vault, lane: bytes, other: bytes) -> None:
    receipts = [receive(vault, update_id, lane) for update_id in range(22)]
    assert receipts == [Receipt.NEW] * 20 + [Receipt.FULL] * 2
    assert [update_id for update_id, _ in undone(vault)] == list(range(20))
    assert receive(vault, 30, other) is Receipt.NEW
    with vault.transaction() as tx:
        tx.inbox.finish(0)
    assert receive(vault, 31, lane) is Receipt.NEW


def test_a_dropped_update_counts_as_done(vault: Vault, lane: bytes) -> None:
    assert receive(vault, 7, lane, b"x" * 65_537) is Receipt.FULL
    assert receive(vault, 7, lane, b"short") is Receipt.KNOWN
    assert receive(vault, 8, lane, b"x" * 65_536) is Receipt.NEW


def test_fifty_thousand_may_wait_in_all(vault: Vault, lane: bytes, file: Path) -> None:
    disk.change(
        file,
        "INSERT INTO inbox (update_id, arrival, state, since_hour, tries, body) "
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 49999) "
        "SELECT i, i, 'undone', 1800000000, 0, x'00' FROM n",
    )
    assert receive(vault, 100_001, lane) is Receipt.NEW
    assert receive(vault, 100_002, lane) is Receipt.FULL


def test_the_third_failure_makes_a_dead_letter_that_is_in_nobodys_way(vault: Vault, lane: bytes, file: Path) -> None:
    receive(vault, 7, lane)
    receive(vault, 8, lane)
    with vault.transaction() as tx:
        assert tx.inbox.fail(7) is False
        assert [each.tries for each in tx.inbox.undone(2)] == [1, 0]
        assert [tx.inbox.fail(7), tx.inbox.fail(7), tx.inbox.fail(7)] == [False, True, False]
    assert undone(vault) == [(8, b"a tap")]
    assert [row["state"] for row in disk.rows(file, "inbox")] == ["dead", "undone"]


def test_a_malformed_update_is_buried_and_known(vault: Vault, lane: bytes, file: Path) -> None:
    with vault.transaction() as tx:
        tx.inbox.bury(7, b"{" * 100_000)
    (row,) = disk.rows(file, "inbox")
    assert (row["state"], row["lane"]) == ("dead", None)
    assert len(row["body"]) == 65_536 + 12 + 16
    assert undone(vault) == []
    assert receive(vault, 7, lane) is Receipt.KNOWN


def test_an_update_found_malformed_later_is_buried_as_it_came(vault: Vault, lane: bytes, file: Path) -> None:
    receive(vault, 7, lane)
    before = disk.rows(file, "inbox")[0]["body"]
    with vault.transaction() as tx:
        tx.inbox.bury(7, b"other")
    (row,) = disk.rows(file, "inbox")
    assert (row["state"], row["body"]) == ("dead", before)


def test_a_dead_letter_is_emptied_after_24_hours_and_known_for_48(
    vault: Vault, lane: bytes, clock: Clock, file: Path
) -> None:
    with vault.transaction() as tx:
        tx.inbox.bury(7, b"{")
    clock.pass_hours(23.9)
    expire(vault)
    assert disk.rows(file, "inbox")[0]["state"] == "dead"
    clock.pass_hours(0.1)
    expire(vault)
    (row,) = disk.rows(file, "inbox")
    assert (row["state"], row["body"]) == ("done", None)
    assert receive(vault, 7, lane) is Receipt.KNOWN
    clock.pass_hours(24)
    expire(vault)
    assert disk.rows(file, "inbox") == []


def test_nothing_waits_longer_than_48_hours(vault: Vault, lane: bytes, clock: Clock, file: Path) -> None:
    receive(vault, 7, lane)
    clock.pass_hours(47)
    expire(vault)
    assert undone(vault) == [(7, b"a tap")]
    clock.pass_hours(1)
    expire(vault)
    assert disk.rows(file, "inbox") == []


def expire(vault: Vault) -> None:
    with vault.transaction() as tx:
        tx.expire()
