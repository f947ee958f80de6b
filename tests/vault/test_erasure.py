"""Nothing can be read on the disk before a wipe; after it and a checkpoint nothing is there that a key could open."""

from pathlib import Path
from secrets import choice, randbelow, token_bytes

import pytest

from tests.vault import disk
from tests.vault.conftest import HOUR, Clock
from vault.transaction import Transaction
from vault.vault import Vault

CHAT = "7301952846"
CANARY = "канарейка-307¹-like".encode()


def fill(tx: Transaction, lane: bytes) -> None:
    tx.sessions.save(lane, CANARY * 3)
    tx.inbox.receive(41, lane, CANARY + CHAT.encode())
    tx.inbox.bury(42, CANARY)
    tx.outbox.post(lane, "card", CANARY, once=True)
    tx.outbox.post(lane, "card", CANARY * 2, once=True)
    tx.sweep.remember(lane, CHAT.encode() + b":17", 1.0, 2.0)


def secrets_in(content: bytes) -> list[bytes]:
    number = int(CHAT)
    forms = [CANARY, CANARY[:9], CHAT.encode(), number.to_bytes(8, "big"), number.to_bytes(8, "little")]
    return [form for form in forms if form in content]


def test_neither_words_nor_chat_lie_on_the_disk_at_any_time(vault: Vault, file: Path) -> None:
    lane = vault.lane("telegram", CHAT)
    with vault.transaction() as tx:
        fill(tx, lane)
        assert secrets_in(disk.raw(file)) == []
    assert secrets_in(disk.raw(file)) == []
    vault.checkpoint()
    assert secrets_in(disk.raw(file)) == []
    with vault.transaction() as tx:
        tx.sessions.wipe(lane)
    assert secrets_in(disk.raw(file)) == []
    vault.checkpoint()
    assert secrets_in(disk.raw(file)) == []


def test_after_a_wipe_and_a_checkpoint_the_sealed_bytes_are_gone_too(vault: Vault, file: Path) -> None:
    lane = vault.lane("telegram", CHAT)
    with vault.transaction() as tx:
        fill(tx, lane)
    (session,), (post,) = disk.rows(file, "session"), disk.rows(file, "outbox")
    tap = disk.rows(file, "inbox")[0]
    sealed = [session["wrapped_key"], session["body"], post["body"], tap["body"]]
    assert all(each in disk.raw(file) for each in sealed)
    with vault.transaction() as tx:
        tx.sessions.wipe(lane)
    assert session["wrapped_key"] in disk.raw(file), "the log still holds it: this is why a wipe ends in a checkpoint"
    vault.checkpoint()
    assert not any(each in disk.raw(file) for each in sealed)


def test_a_swept_lane_leaves_nothing(vault: Vault, file: Path) -> None:
    lane = vault.lane("telegram", CHAT)
    with vault.transaction() as tx:
        tx.sweep.remember(lane, CHAT.encode(), 1.0, 2.0)
    with vault.transaction() as tx:
        tx.sweep.forget([swept.id for swept in tx.sweep.of(lane)])
    vault.checkpoint()
    assert lane not in disk.raw(file)


@pytest.mark.slow
def test_among_many_families_no_wiped_key_survives_in_the_unused_part_of_a_page(vault: Vault, file: Path) -> None:
    """`secure_delete` alone leaves some: SQLite does not clean the pages between which it moves rows."""
    living: dict[bytes, bytes] = {}
    wiped: list[bytes] = []
    for _ in range(12):
        with vault.transaction() as tx:
            for _ in range(60):
                lane = vault.lane("telegram", token_bytes(8).hex())
                tx.sessions.save(lane, token_bytes(40))
                living[lane] = b""
            for lane in living:
                tx.sessions.save(lane, token_bytes(40 + randbelow(1200)))
        for row in disk.rows(file, "session"):
            living[row["lane"]] = row["wrapped_key"]
        for _ in range(40):
            with vault.transaction() as tx:
                lane = choice(list(living))
                tx.sessions.wipe(lane)
                wiped.append(living.pop(lane))
        vault.checkpoint()
    content = disk.raw(file)
    assert sum(key in content for key in living.values()) == len(living)
    assert sum(key in content for key in wiped) == 0


def test_a_large_file_is_rewritten_once_an_hour(vault: Vault, clock: Clock, file: Path) -> None:
    lanes = [vault.lane("telegram", str(chat)) for chat in range(300)]
    with vault.transaction() as tx:
        for lane in lanes:
            tx.sessions.save(lane, token_bytes(60_000))
    vault.checkpoint()
    large = file.stat().st_size
    with vault.transaction() as tx:
        for lane in lanes:
            tx.sessions.wipe(lane)
    vault.checkpoint()
    assert file.stat().st_size == large
    clock.now += HOUR
    vault.checkpoint()
    assert file.stat().st_size < large / 100


def test_the_log_is_empty_after_a_checkpoint(vault: Vault, lane: bytes, file: Path) -> None:
    log = file.with_name(file.name + "-wal")
    with vault.transaction() as tx:
        fill(tx, lane)
    assert log.stat().st_size > 0
    vault.checkpoint()
    assert log.stat().st_size == 0


def test_an_idle_vault_is_not_rewritten_every_minute(vault: Vault, lane: bytes, file: Path) -> None:
    with vault.transaction() as tx:
        fill(tx, lane)
    vault.checkpoint()
    before = file.stat().st_mtime_ns
    vault.checkpoint()
    assert file.stat().st_mtime_ns == before


def test_the_key_is_overwritten_before_its_row_goes(vault: Vault, lane: bytes, file: Path) -> None:
    with vault.transaction() as tx:
        tx.sessions.save(lane, CANARY)
    disk.change(file, "CREATE TABLE seen (wrapped_key)")
    disk.change(
        file,
        "CREATE TRIGGER witness BEFORE DELETE ON session BEGIN INSERT INTO seen VALUES (OLD.wrapped_key); END",
    )
    with vault.transaction() as tx:
        tx.sessions.wipe(lane)
    assert disk.rows(file, "seen") == [{"wrapped_key": bytes(60)}]


def test_expiring_shreds_as_a_wipe_does(vault: Vault, lane: bytes, clock: Clock, file: Path) -> None:
    with vault.transaction() as tx:
        fill(tx, lane)
    keys = [row["wrapped_key"] for row in disk.rows(file, "session")]
    clock.pass_hours(48)
    with vault.transaction() as tx:
        tx.expire()
    vault.checkpoint()
    assert not any(key in disk.raw(file) for key in keys)
