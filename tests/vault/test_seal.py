"""Whoever can write to the disk but has no key can destroy a row; making it say something else never works."""

from collections.abc import Callable
from pathlib import Path
from secrets import token_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vault import disk
from vault.events import TamperedRow
from vault.keys import Keys
from vault.seal import Seal, joined
from vault.transaction import Transaction
from vault.vault import Vault

KEY = bytes(range(32))


@given(st.binary(), st.none() | st.binary(max_size=40), st.none() | st.integers(), st.text())
def test_what_was_closed_opens_for_the_same_row_only(
    body: bytes, lane: bytes | None, row: int | None, kind: str
) -> None:
    seal = Seal("outbox", KEY, token_bytes)
    sealed = seal.close(body, lane, row, kind)
    assert seal.open(sealed, lane, row, kind) == body
    others = [(token_bytes(32), row, kind), (lane, (row or 0) + 1, kind), (lane, row, kind + "x")]
    for other in others:
        with pytest.raises(TamperedRow):
            seal.open(sealed, *other)
    with pytest.raises(TamperedRow):
        Seal("inbox", KEY, token_bytes).open(sealed, lane, row, kind)


@given(st.binary(max_size=60), st.data())
def test_no_changed_byte_passes(body: bytes, data: st.DataObject) -> None:
    seal = Seal("session", KEY, token_bytes)
    sealed = bytearray(seal.close(body, b"lane"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(TamperedRow):
        seal.open(bytes(sealed), b"lane")


@given(st.none() | st.binary(max_size=40))
def test_anything_else_is_no_sealed_body(body: bytes | None) -> None:
    with pytest.raises(TamperedRow):
        Seal("session", KEY, token_bytes).open(body, b"lane")


@given(st.lists(st.binary(max_size=5), max_size=4), st.lists(st.binary(max_size=5), max_size=4))
def test_two_lists_join_to_the_same_bytes_only_if_they_are_the_same(one: list[bytes], two: list[bytes]) -> None:
    assert (joined(*one) == joined(*two)) is (one == two)


def test_every_write_has_its_own_nonce(vault: Vault, lane: bytes, file: Path) -> None:
    nonces = set()
    for _ in range(20):
        with vault.transaction() as tx:
            tx.sessions.save(lane, b"the same")
        nonces.add(disk.rows(file, "session")[0]["body"][:12])
    assert len(nonces) == 20


Read = Callable[[Transaction, bytes], object]

READS: dict[str, Read] = {
    "session": lambda tx, lane: tx.sessions.load(lane),
    "inbox": lambda tx, _: tx.inbox.undone(1),
    "outbox": lambda tx, _: tx.outbox.due(1),
    "sweep": lambda tx, lane: tx.sweep.of(lane),
}
TAMPERED = [
    ("session", "body", "zeroblob(length(body))"),
    ("session", "body", "x''"),
    ("session", "wrapped_key", "zeroblob(60)"),
    ("session", "wrapped_key", "body"),
    ("inbox", "body", "zeroblob(40)"),
    ("inbox", "body", "NULL"),
    ("inbox", "lane", "NULL"),
    ("inbox", "update_id", "update_id + 1"),
    ("outbox", "body", "x'00'"),
    ("outbox", "kind", "'toast'"),
    ("outbox", "revision", "revision + 1"),
    ("outbox", "id", "id + 1"),
    ("outbox", "lane", "zeroblob(32)"),
    ("sweep", "body", "substr(body, 2)"),
    ("sweep", "id", "id + 1"),
]


def fill(tx: Transaction, lane: bytes) -> None:
    tx.sessions.save(lane, b"answers")
    tx.inbox.receive(7, lane, b"a tap")
    tx.outbox.post(lane, "card", b"a card")
    tx.sweep.remember(lane, b"a message", 1.0, 2.0)


@pytest.mark.parametrize("tampering", TAMPERED, ids=" ".join)
def test_a_row_that_was_changed_outside_is_told_and_can_be_dropped(
    vault: Vault, lane: bytes, file: Path, tampering: tuple[str, str, str]
) -> None:
    table, column, value = tampering
    with vault.transaction() as tx:
        fill(tx, lane)
    disk.change(file, f"UPDATE {table} SET {column} = {value}")  # noqa: S608 - the table above
    with pytest.raises(TamperedRow) as tampered, vault.transaction() as tx:
        READS[table](tx, lane)
    assert tampered.value.table == table
    assert lane.hex() not in str(tampered.value)
    with vault.transaction() as tx:
        drop(tx, tampered.value)
    with vault.transaction() as tx:
        assert not READS[table](tx, lane)


def drop(tx: Transaction, tampered: TamperedRow) -> None:
    """As the docstring of TamperedRow says."""
    match tampered.table:
        case "inbox":
            assert tampered.row is not None
            tx.inbox.finish(tampered.row)
        case "sweep":
            assert tampered.row is not None
            tx.sweep.forget([tampered.row])
        case "session":
            assert tampered.lane is not None
            tx.sessions.wipe(tampered.lane)
        case "outbox":
            assert tampered.lane is not None
            tx.outbox.drop(tampered.lane)


@pytest.mark.parametrize("table", READS)
def test_a_body_moved_to_another_family_does_not_open(
    vault: Vault, lane: bytes, other: bytes, table: str, file: Path
) -> None:
    with vault.transaction() as tx:
        fill(tx, lane)
    disk.change(file, f"UPDATE {table} SET lane = ?", other)  # noqa: S608 - the table above
    with pytest.raises(TamperedRow), vault.transaction() as tx:
        READS[table](tx, other)


@pytest.mark.parametrize("table", READS)
def test_other_keys_open_nothing(vault: Vault, lane: bytes, table: str, file: Path) -> None:
    with vault.transaction() as tx:
        fill(tx, lane)
    vault.close()
    new = Keys(token_bytes(32), token_bytes(32))
    disk.change(file, "UPDATE vault SET key_check = ?", new.check)
    opened = Vault.open(file, new, lambda: 1_800_000_000.0, token_bytes)
    assert opened.lane("telegram", "100200300") != lane
    with pytest.raises(TamperedRow), opened.transaction() as tx:
        READS[table](tx, lane)
    opened.close()
