"""What is old goes, here and in Telegram, before Telegram's 48 hours are over; a wipe goes at once, whatever fails."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from statistics import median, quantiles
from typing import Any

import pytest

from bot.log import Happened
from bot.telegram.incoming import Incoming, Sort
from bot.telegram.pace import Pace
from bot.telegram.start import EVERYWHERE, IN_A_CHAT
from bot.telegram.sweeper import ERASED, TRY_AGAIN
from bot.telegram.swept import Message, remember
from tests.bot.parts import Parts, Workshop
from tests.bot.walker import Walker
from tests.telegram.clock import HOUR, FakeClock
from tests.telegram.phone import Phone
from tests.vault import disk
from vault.events import VaultFull

NEVER = 10_000
NOT_DELETABLE: dict[str, Any] = {"status": 400, "description": "message can't be deleted for everyone", "times": NEVER}
BEGIN = FakeClock()()


def live(parts: Parts, walker: Walker) -> list[int]:
    return parts.api.live_messages(walker.phone.chat_id)


async def swept_at(parts: Parts, hours: float) -> None:
    """So many hours after the test began."""
    parts.api.clock.advance(hours * HOUR - (parts.api.clock() - BEGIN))
    await parts.sweeper.sweep()


def counted(caplog: pytest.LogCaptureFixture, happened: Happened) -> int:
    return sum(record.getMessage().split()[0] == happened.value for record in caplog.records)


async def with_own_messages(parts: Parts, walker: Walker, how_many: int) -> None:
    """Telegram does not delete them when they come; afterwards it can again."""
    parts.api.refuse_next("deleteMessages", **NOT_DELETABLE)
    for number in range(how_many):
        walker.say(f"{number}")
    await walker.sees_its_last_turn()
    await walker.phone.until(lambda: nothing_waits(parts))
    parts.api.forgive()


def nothing_waits(parts: Parts) -> bool:
    """Each deletion was tried, and refused."""
    with parts.house.vault.reading() as tx:
        return not tx.outbox.due(10)


async def test_a_day_later_every_message_of_both_sides_is_gone_and_the_session_too(
    parts: Parts, walker: Walker, workshop: Workshop
) -> None:
    await with_own_messages(parts, walker, 3)
    assert sorted(parts.swept(walker.phone)) == sorted(live(parts, walker))
    await swept_at(parts, 23.9)
    assert len(live(parts, walker)) == 1, "what could not be deleted at once goes with the next sweep; the card stays"
    await swept_at(parts, 24)
    assert live(parts, walker) == []
    assert parts.chat(walker.phone) is None
    assert [disk.rows(workshop.vault_file, table) for table in ("session", "outbox", "sweep")] == [[], [], []]


async def test_many_families_are_swept_each_in_its_own_chat(parts: Parts) -> None:
    walkers = [await parts.begun(Phone(parts.api, 3001 + number)) for number in range(12)]
    for walker in walkers:
        await with_own_messages(parts, walker, 12)
    for _ in range(2):
        await swept_at(parts, 24)
    assert [live(parts, walker) for walker in walkers] == [[]] * 12


async def test_a_dice_goes_an_hour_after_its_day(parts: Parts, walker: Walker) -> None:
    """Telegram deletes none in its first day: it is not even asked to."""
    dice = walker.phone.send("dice")
    await walker.phone.settle()
    await swept_at(parts, 24)
    assert live(parts, walker) == [dice]
    await swept_at(parts, 25)
    assert live(parts, walker) == []
    assert all(call.status == 200 for call in parts.api.calls.of("deleteMessages"))


async def test_a_wipe_deletes_all_but_a_dice_and_the_sweeper_deletes_that_a_day_later(
    parts: Parts, walker: Walker
) -> None:
    dice = walker.phone.send("dice")
    await walker.phone.settle()
    walker.phone.post(text="/wipe")
    await walker.phone.until(lambda: live(parts, walker) == [dice])
    for hours in (1, 23, 25):
        await swept_at(parts, hours)
    assert live(parts, walker) == []


async def test_what_cannot_be_deleted_until_the_47th_hour_is_overwritten_and_counted(
    parts: Parts, walker: Walker, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    parts.api.refuse_next("deleteMessages", **NOT_DELETABLE)
    for hours in (24, 30, 46.9):
        await swept_at(parts, hours)
    assert walker.phone.card.text != ERASED
    assert counted(caplog, Happened.SWEEP_MISSED) == 0
    await swept_at(parts, 47.1)
    assert (walker.phone.card.text, walker.phone.card.buttons) == (ERASED, ())
    assert counted(caplog, Happened.SWEEP_MISSED) == 1
    assert parts.swept(walker.phone) == []


async def test_between_two_tries_it_waits(parts: Parts) -> None:
    await parts.begun(Phone(parts.api))
    parts.api.refuse_next("deleteMessages", **NOT_DELETABLE)
    await swept_at(parts, 24)
    tried = len(parts.api.calls.of("deleteMessages"))
    await parts.sweeper.sweep()
    assert len(parts.api.calls.of("deleteMessages")) == tried
    parts.api.clock.advance(TRY_AGAIN)
    await parts.sweeper.sweep()
    assert len(parts.api.calls.of("deleteMessages")) > tried


async def test_while_telegram_is_out_of_reach_no_message_is_forgotten(parts: Parts, walker: Walker) -> None:
    """After 48 hours a bot cannot delete, but it can still overwrite."""
    await parts.api.go_down()
    for hours in (24, 47.5):
        await swept_at(parts, hours)
    await parts.api.listen()
    await swept_at(parts, 49)
    assert walker.phone.card.text == ERASED
    assert parts.swept(walker.phone) == []


@pytest.mark.parametrize("status", [429, 500])
async def test_an_overwriting_that_fails_on_the_way_is_tried_again(parts: Parts, walker: Walker, status: int) -> None:
    parts.api.refuse_next("deleteMessages", **NOT_DELETABLE)
    parts.api.refuse_next("editMessageText", status=status)
    await swept_at(parts, 47.5)
    await swept_at(parts, 49)
    assert walker.phone.card.text == ERASED


async def test_a_wipe_deletes_the_newest_first_and_says_nothing(parts: Parts, walker: Walker) -> None:
    await with_own_messages(parts, walker, 4)
    there = live(parts, walker)
    before = len(parts.api.calls)
    walker.phone.tap_raw(walker.phone.card.data[-1])
    await walker.phone.until(lambda: live(parts, walker) == [])
    await walker.phone.settle(quiet=0.15)
    done = [call for call in parts.api.calls[before:] if call.chat_id == walker.phone.chat_id]
    assert [call.method for call in done] == ["deleteMessages", "answerCallbackQuery"]
    assert done[0].json("message_ids") == sorted(there, reverse=True)
    assert walker.phone.toasts == ("✓",)
    assert parts.swept(walker.phone) == []
    assert parts.chat(walker.phone) is None


async def test_a_wipe_of_250_messages_deletes_them_all_in_hundreds(parts: Parts, walker: Walker) -> None:
    chat = parts.api.chats[walker.phone.chat_id]
    ids = [parts.api.keep(chat, {"text": "x"}, from_bot=False).message_id for _ in range(249)]
    with parts.transaction() as tx:
        for each in ids:
            remember(tx, parts.house.lane(chat.chat_id), Message(chat.chat_id, each), parts.api.clock())
    before = len(parts.api.calls)
    walker.phone.tap_raw(walker.phone.card.data[-1])
    await walker.phone.until(lambda: live(parts, walker) == [])
    asked = [call.json("message_ids") for call in parts.api.calls[before:] if call.method == "deleteMessages"]
    assert [len(each) for each in asked] == [100, 100, 50]
    assert [each for some in asked for each in some] == sorted([*ids, min(ids) - 1], reverse=True)


async def test_a_second_tap_on_wipe_brings_no_card_back(parts: Parts, walker: Walker) -> None:
    wipe = walker.phone.card.data[-1]
    walker.phone.tap_raw(wipe)
    walker.phone.tap_raw(wipe)
    await walker.phone.settle(quiet=0.15)
    assert walker.phone.messages == ()
    assert len(parts.api.calls.of("sendMessage")) == 1


async def test_what_a_wipe_could_not_delete_the_sweeper_deletes(parts: Parts, walker: Walker) -> None:
    parts.api.refuse_next("deleteMessages", status=500, times=2)
    walker.phone.post(text="/wipe")
    await walker.phone.until(lambda: parts.chat(walker.phone) is None)
    await walker.phone.settle(quiet=0.15)
    assert len(live(parts, walker)) == 2
    await parts.sweeper.sweep()
    await parts.sweeper.sweep()
    parts.api.clock.advance(TRY_AGAIN)
    await parts.sweeper.sweep()
    assert live(parts, walker) == []
    assert parts.swept(walker.phone) == []


async def test_a_wipe_killed_half_way_is_finished_after_the_restart(workshop: Workshop) -> None:
    async with workshop.parts() as parts:
        walker = await parts.begun(Phone(parts.api))
        gate = parts.api.hold("deleteMessages")
        walker.phone.post(text="/wipe")
        await walker.phone.until(lambda: parts.api.calls.under_way(walker.phone.chat_id))
    parts.api.refuse_next("deleteMessages", status=500)
    gate.set()
    async with workshop.parts() as parts:
        await parts.sweeper.sweep()
        assert live(parts, walker) == []


@pytest.mark.parametrize("way", ["typed", "tapped"])
async def test_a_wipe_drowns_in_no_flood(workshop: Workshop, way: str) -> None:
    """More than the bot takes of one chat at once, all of it waiting when the bot comes back."""
    async with workshop.parts() as parts:
        walker = await parts.begun(Phone(parts.api))
    wipe = walker.phone.card.data[-1]
    for number in range(30):
        walker.phone.tap_raw(f"{number:08x}.1.1")
    if way == "typed":
        walker.phone.post(text="/wipe")
    else:
        walker.phone.tap_raw(wipe)
    async with workshop.parts() as parts:
        await walker.phone.until(lambda: live(parts, walker) == [])


def unwritable(_: Parts, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")


def full(parts: Parts, connection: sqlite3.Connection) -> None:
    """The inbox fills up to the last row that goes in."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with suppress(VaultFull):
        for number in count(10**9):
            with parts.transaction() as tx:
                tx.inbox.receive(number, None, b"")
                tx.inbox.finish(number)


Refuse = Callable[[Parts, sqlite3.Connection], None]
REFUSALS = (unwritable, full)


@pytest.mark.parametrize("refuse", REFUSALS)
async def test_a_wipe_that_was_taken_in_deletes_in_telegram_where_the_database_fails(
    parts: Parts, walker: Walker, connections: list[sqlite3.Connection], refuse: Refuse
) -> None:
    chat = walker.phone.chat_id
    wipe = Incoming(Sort.PRESSED, chat, str(walker.phone.card.data[-1]), callback="0")
    with parts.transaction() as tx:
        tx.inbox.receive(1, parts.house.lane(chat), wipe.to_bytes())
    refuse(parts, connections[-1])
    parts.worker.arrived.set()
    await walker.phone.until(lambda: live(parts, walker) == [])


@pytest.mark.parametrize("refuse", REFUSALS)
async def test_a_wipe_that_cannot_be_taken_in_deletes_in_telegram_all_the_same(
    parts: Parts, walker: Walker, connections: list[sqlite3.Connection], refuse: Refuse
) -> None:
    refuse(parts, connections[-1])
    walker.phone.tap_raw(walker.phone.card.data[-1])
    await walker.phone.until(lambda: live(parts, walker) == [], 3)


@pytest.mark.slow
async def test_under_load_a_wipe_reaches_telegram_within_a_second(workshop: Workshop) -> None:
    """At Telegram's own pace and with a round trip of 50 ms, while others tap and everybody wipes in turn."""
    async with workshop.parts(Pace(EVERYWHERE, IN_A_CHAT, time.monotonic)) as parts:
        parts.api.latency = 0.05
        walkers = [parts.walker(Phone(parts.api, 4001 + number)) for number in range(60)]
        await asyncio.gather(*(walker.begin() for walker in walkers))
        cards = {walker.phone.chat_id: walker.phone.card.message_id for walker in walkers[:30]}
        for wiping, other in zip(walkers[:30], walkers[30:], strict=True):
            other.go()
            wiping.phone.tap_raw(wiping.phone.card.data[-1])
            await asyncio.sleep(0.05)
        await asyncio.gather(*(gone(walker.phone) for walker in walkers[:30]))
        took = sorted(until_deletion(walker.phone, cards[walker.phone.chat_id]) for walker in walkers[:30])
    middle, most = median(took), quantiles(took, n=20)[-1]
    print(f"tap to deleteMessages: median {middle:.3f} s, p95 {most:.3f} s (target 0.3 s)")  # noqa: T201  # a figure to read
    assert most < 1


async def gone(phone: Phone) -> None:
    await phone.until(lambda: not phone.messages)


def until_deletion(phone: Phone, card: int) -> float:
    """From the tap on wiping, the last thing that the phone did."""
    asked = phone.api.calls.of("deleteMessages", chat_id=phone.chat_id)
    first = next(call for call in asked if card in call.json("message_ids"))
    return first.at - phone.taps[-1].pressed_at
