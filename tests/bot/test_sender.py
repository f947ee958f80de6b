"""What goes out to Telegram, and what becomes of it when Telegram refuses, falters or asks to wait."""

import asyncio
import itertools
import sqlite3
import time
from collections.abc import Awaitable, Iterable
from statistics import median
from typing import Any

import pytest

from bot.clock import now
from bot.telegram.pace import Pace
from bot.telegram.sender import Sender
from bot.telegram.start import EVERYWHERE, IN_A_CHAT
from tests.bot.parts import Parts, Workshop
from tests.bot.walker import SHORTLY, Walker
from tests.telegram.calls import Call
from tests.telegram.clock import HOUR
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.groups import Group
from tests.telegram.limits import Limits
from tests.telegram.phone import Phone
from tests.vault import disk

PACED = ("sendMessage", "editMessageText", "deleteMessages")
BURST_IN_A_CHAT = 3
WHILE = 0.15
"""Long enough for a bot that would do something to do it."""


def real_pace() -> Pace:
    return Pace(EVERYWHERE, IN_A_CHAT, time.monotonic)


async def test_a_chat_that_must_wait_gets_no_call_until_the_very_end_of_its_time(parts: Parts, walker: Walker) -> None:
    calls = parts.api.calls
    parts.api.refuse_next("editMessageText", retry_after=30)
    walker.tap("begin")
    await walker.phone.until(lambda: any(call.status == 429 for call in calls))
    before = len(calls.of(chat_id=walker.phone.chat_id))
    walker.tap("answer:tajikistan")
    for later in (0.0, 29.0, 0.9):
        parts.look(later)
        await asyncio.sleep(WHILE)
    assert len(calls.of(chat_id=walker.phone.chat_id)) == before
    parts.look(0.2)
    await walker.arrives(SHORTLY)


async def test_while_one_chat_waits_another_is_answered(parts: Parts, walker: Walker) -> None:
    parts.api.refuse_next("editMessageText", retry_after=30, chat_id=walker.phone.chat_id)
    walker.tap("begin")
    await walker.phone.until(lambda: any(call.status == 429 for call in parts.api.calls))
    await parts.begun(Phone(parts.api, 1002))


@pytest.mark.parametrize("seconds", [5, 3600])
async def test_the_wait_goes_on_after_a_restart(workshop: Workshop, api: FakeBotApi, seconds: int) -> None:
    async with workshop.parts() as parts:
        walker = await parts.begun(Phone(api))
        api.refuse_next("editMessageText", retry_after=seconds)
        walker.tap("begin")
        await walker.phone.until(lambda: any(call.status == 429 for call in api.calls))
        await asyncio.sleep(WHILE)
    before = len(api.calls.of(chat_id=walker.phone.chat_id))
    async with workshop.parts() as parts:
        parts.look(seconds - 0.1)
        await asyncio.sleep(WHILE)
        assert len(api.calls.of(chat_id=walker.phone.chat_id)) == before
        parts.look(0.2)
        await walker.arrives(SHORTLY)


TROUBLE: dict[str, dict[str, Any]] = {
    "an inner error": {"status": 500},
    "a page of a proxy": {"status": 502, "body": b"<html>bad gateway</html>"},
    "an answer that is no JSON": {"status": 200, "body": b"?"},
    "a connection that breaks": {"reset": True},
    "a connection that breaks when all is done": {"reset": True, "applied": True},
}
"""Each comes three times in a row."""


@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery"])
@pytest.mark.parametrize("trouble", TROUBLE)
async def test_what_failed_on_the_way_is_tried_again_and_nothing_is_lost(
    parts: Parts, walker: Walker, trouble: str, method: str
) -> None:
    parts.api.refuse_next(method, times=3, **TROUBLE[trouble])
    walker.tap("begin")
    walker.say("like")
    walker.tap("answer:tajikistan")
    await patiently(parts, walker.arrives(SHORTLY))
    assert len(parts.api.calls.of("sendMessage")) == 1


@pytest.mark.parametrize("trouble", TROUBLE)
async def test_what_could_not_be_deleted_holds_nothing_up_and_the_sweeper_deletes_it(
    parts: Parts, walker: Walker, trouble: str
) -> None:
    parts.api.refuse_next("deleteMessages", **TROUBLE[trouble])
    walker.say("like")
    walker.tap("begin")
    await patiently(parts, walker.sees_its_last_turn())
    await walker.phone.settle(quiet=WHILE)
    await parts.sweeper.sweep()
    await patiently(parts, walker.arrives(SHORTLY))


@pytest.mark.parametrize("trouble", TROUBLE)
async def test_a_first_card_that_failed_on_the_way_is_sent_again(parts: Parts, trouble: str) -> None:
    parts.api.refuse_next("sendMessage", **TROUBLE[trouble])
    walker = parts.walker(Phone(parts.api))
    walker.phone.post(text="/start")
    await walker.phone.until(lambda: parts.api.calls.of("sendMessage"))
    await asyncio.sleep(WHILE)
    parts.look(1.1)
    await walker.phone.until(lambda: len(parts.api.calls.of("sendMessage")) == 2)
    await walker.phone.settle(quiet=WHILE)
    assert len(parts.api.calls.of("sendMessage")) == 2
    shown = len(walker.phone.cards)
    assert shown == (2 if TROUBLE[trouble].get("applied") else 1)


async def patiently(parts: Parts, comes: Awaitable[None]) -> None:
    """The clock goes on while the bot tries again."""
    goes_on = asyncio.create_task(ticking(parts))
    try:
        await comes
    finally:
        goes_on.cancel()


async def ticking(parts: Parts) -> None:
    while True:
        parts.look(1.0)
        await asyncio.sleep(0.02)


async def test_while_telegram_is_out_of_reach_everything_waits(parts: Parts, walker: Walker) -> None:
    await parts.api.go_down()
    walker.tap("begin")
    walker.tap("answer:tajikistan")
    await asyncio.sleep(WHILE)
    await parts.api.listen()
    await patiently(parts, walker.arrives(SHORTLY))


GONE: dict[str, dict[str, Any]] = {
    "blocked": {"status": 403, "description": "bot was blocked by the user"},
    "deleted account": {"status": 403, "description": "user is deactivated"},
    "no chat": {"status": 400, "description": "chat not found"},
}


@pytest.mark.parametrize("gone", GONE)
async def test_of_a_family_that_is_gone_nothing_is_kept(parts: Parts, walker: Walker, gone: str) -> None:
    parts.api.refuse_next("editMessageText", **GONE[gone])
    walker.tap("begin")
    await walker.phone.until(lambda: parts.chat(walker.phone) is None)
    parts.look(HOUR)
    await walker.phone.settle(quiet=WHILE)
    with parts.transaction() as tx:
        assert tx.outbox.due(10) == []
    assert parts.api.calls[-1].status != 200


async def test_a_family_that_blocks_the_bot_is_wiped_at_once(parts: Parts, walker: Walker) -> None:
    walker.phone.block()
    await walker.phone.until(lambda: parts.chat(walker.phone) is None)


async def test_in_place_of_a_card_that_the_family_deleted_comes_a_new_one(parts: Parts, walker: Walker) -> None:
    old = walker.phone.card.message_id
    walker.phone.delete(old)
    walker.tap("begin")
    await walker.arrives(SHORTLY)
    assert walker.phone.card.message_id != old
    assert walker.phone.card.silent
    assert walker.phone.card.message_id in parts.swept(walker.phone)
    walker.tap("answer:tajikistan")
    await walker.arrives(SHORTLY)
    assert len(parts.api.calls.of("sendMessage")) == 2


async def test_an_edit_that_changes_nothing_is_no_failure(parts: Parts, walker: Walker) -> None:
    walker.phone.tap_raw("forged")
    await walker.phone.settle()
    (edit,) = (call for call in parts.api.calls.of("editMessageText") if call.status == 400)
    assert "not modified" in edit.description
    assert len(walker.phone.messages) == 1
    with parts.transaction() as tx:
        assert tx.outbox.due(10) == []


async def test_a_tap_answered_too_late_is_no_failure(parts: Parts, walker: Walker) -> None:
    parts.api.refuse_next(
        "answerCallbackQuery", status=400, description="query is too old and response timeout expired"
    )
    walker.tap("begin")
    await walker.sees_its_last_turn()
    assert len(parts.api.calls.of("answerCallbackQuery")) == 2


async def test_a_tap_that_cannot_be_answered_does_not_hold_the_card_back(parts: Parts, walker: Walker) -> None:
    parts.api.refuse_next("answerCallbackQuery", times=100, status=500)
    walker.tap("begin")
    await walker.sees_its_last_turn()


async def test_a_card_that_telegram_refuses_does_not_hold_back_the_next(parts: Parts, walker: Walker) -> None:
    parts.api.refuse_next("editMessageText", status=400, description="can't parse entities")
    walker.tap("begin")
    await walker.phone.until(lambda: any("parse" in call.description for call in parts.api.calls))
    walker.tap("answer:tajikistan")
    await walker.arrives(SHORTLY)


async def test_several_quick_turns_are_drawn_once(parts: Parts, walker: Walker) -> None:
    before = len(parts.api.calls.of("editMessageText"))
    gate = parts.api.hold("editMessageText")
    walker.tap("begin")
    await walker.phone.until(lambda: len(parts.api.calls.of("editMessageText")) > before)
    for choice in ("answer:tajikistan", "answer:serving", "tick:307(1)", "tick:179(3)", "tick:189", "done"):
        walker.tap(choice)
    await asyncio.sleep(WHILE)
    gate.set()
    await walker.arrives(SHORTLY)
    assert len(parts.api.calls.of("editMessageText")) - before == 2


async def test_a_group_that_moved_is_not_asked_again_and_again(parts: Parts, api: FakeBotApi) -> None:
    group = Group(api, -1_001_500_000_007, "group")
    group.chat.member, group.chat.moved_to = True, -1_001_500_000_008
    group.says("hello")
    for _ in range(5):
        await asyncio.sleep(WHILE / 3)
        parts.look(HOUR / 4)
    assert len(api.calls.of("leaveChat")) == 1


async def test_a_card_that_was_on_its_way_while_the_family_wiped_is_taken_back(parts: Parts, api: FakeBotApi) -> None:
    phone = Phone(api)
    gate = api.hold("sendMessage")
    phone.post(text="/start")
    await phone.until(lambda: api.calls.of("sendMessage"))
    phone.post(text="/wipe")
    await phone.until(lambda: parts.chat(phone) is None)
    gate.set()
    await phone.settle(quiet=WHILE)
    assert phone.messages == ()
    assert parts.swept(phone) == []
    assert parts.chat(phone) is None


async def test_an_edit_that_was_on_its_way_while_the_family_wiped_brings_no_card_back(
    parts: Parts, walker: Walker
) -> None:
    gate = parts.api.hold("editMessageText")
    walker.tap("begin")
    await walker.phone.until(lambda: parts.api.calls.under_way(walker.phone.chat_id))
    walker.phone.post(text="/wipe")
    await walker.phone.until(lambda: walker.phone.messages == ())
    gate.set()
    await walker.phone.settle(quiet=WHILE)
    assert walker.phone.messages == ()
    assert len(parts.api.calls.of("sendMessage")) == 1


@pytest.mark.parametrize("turns", range(8))
async def test_the_sender_ends_whenever_it_is_told_to(parts: Parts, turns: int) -> None:
    """So many turns of the loop after something was posted."""
    sender = Sender(parts.house, real_pace())
    work = asyncio.create_task(sender.run())
    await asyncio.sleep(0.01)
    sender.posted.set()
    for _ in range(turns):
        await asyncio.sleep(0)
    work.cancel()
    done, _ = await asyncio.wait({work}, timeout=0.2)
    work.cancel()
    assert done, "it went on as if nothing had been said"


async def test_a_card_that_could_not_be_written_down_is_not_sent_over_and_over(
    parts: Parts, connections: list[sqlite3.Connection]
) -> None:
    phone = Phone(parts.api)
    gate = parts.api.hold("sendMessage")
    phone.post(text="/start")
    await phone.until(lambda: parts.api.calls.of("sendMessage"))
    connections[-1].execute("PRAGMA query_only = ON")
    gate.set()
    for _ in range(10):
        parts.look(1.0)
        await asyncio.sleep(WHILE)
    assert len(parts.api.calls.of("sendMessage")) == 1


async def test_a_session_changed_outside_the_vault_begins_anew_and_others_go_on(
    parts: Parts, walker: Walker, workshop: Workshop
) -> None:
    disk.change(workshop.vault_file, "UPDATE session SET body = x'00'")
    walker.phone.post(text="like")
    await walker.phone.sees("Language. /wipe")
    await parts.begun(Phone(parts.api, 1002))


async def test_a_row_to_send_changed_outside_the_vault_is_dropped_and_others_go_on(
    parts: Parts, walker: Walker, workshop: Workshop
) -> None:
    parts.api.refuse_next("editMessageText", retry_after=5)
    walker.tap("begin")
    await walker.phone.until(lambda: any(call.status == 429 for call in parts.api.calls))
    await asyncio.sleep(WHILE)
    disk.change(workshop.vault_file, "UPDATE outbox SET body = x'00'")
    parts.look(6.0)
    await parts.begun(Phone(parts.api, 1002))
    assert disk.rows(workshop.vault_file, "outbox") == []


@pytest.mark.slow
async def test_with_telegrams_limits_nothing_is_lost_and_no_pause_is_broken(
    workshop: Workshop, api: FakeBotApi
) -> None:
    api.limits = Limits()
    async with workshop.parts(real_pace(), now) as parts:
        walkers = [parts.walker(Phone(api, 3001 + number)) for number in range(6)]
        for walker in walkers:
            walker.phone.post(text="/start")
        for walker in walkers:
            await walker.sees_its_first_card()
        for _ in range(10):
            for walker in walkers:
                walker.go()
            await asyncio.sleep(0.2)
        await asyncio.gather(*(walker.arrives(1.2) for walker in walkers))
    assert any(call.status == 429 for call in api.calls)
    assert broken_pauses(api.calls) == []


def broken_pauses(calls: Iterable[Call]) -> list[tuple[Call, Call]]:
    """Each refusal with a later call to the same chat that came before its time was up."""
    by_chat: dict[int | None, list[Call]] = {}
    for call in calls:
        by_chat.setdefault(call.chat_id, []).append(call)
    return [
        (refused, later)
        for chat in by_chat.values()
        for refused, later in itertools.combinations(chat, 2)
        if refused.retry_after and later.at < (refused.ended_at or 0.0) + refused.retry_after - 0.01
    ]


@pytest.mark.slow
async def test_the_pace_is_kept_everywhere_and_in_each_chat(workshop: Workshop, api: FakeBotApi) -> None:
    async with workshop.parts(real_pace(), now) as parts:
        walkers = [parts.walker(Phone(api, 3001 + number)) for number in range(60)]
        for walker in walkers:
            walker.phone.post(text="/start")
        busy = walkers[0].phone
        await busy.until(lambda: busy.cards)
        for number in range(40):
            busy.post(text=f"{number}")
            await asyncio.sleep(0.1)
    at = [call.at for call in api.calls.of(*PACED)]
    assert len(at) > 2 * EVERYWHERE
    assert most_within(1.0, at) <= EVERYWHERE + EVERYWHERE / 5 + 1
    at = [call.at for call in api.calls.of(*PACED, chat_id=busy.chat_id)]
    assert most_within(1.0, at) <= IN_A_CHAT + BURST_IN_A_CHAT + 1
    assert most_within(4.0, at) <= 4 * IN_A_CHAT + BURST_IN_A_CHAT + 1


def most_within(seconds: float, at: list[float]) -> int:
    return max(sum(begin <= each < begin + seconds for each in at) for begin in at)


@pytest.mark.slow
async def test_one_chat_with_300_taps_does_not_hold_up_20_others(workshop: Workshop, api: FakeBotApi) -> None:
    async with workshop.parts(real_pace(), now) as parts:
        walkers = [await parts.begun(Phone(api, 3001 + number)) for number in range(20)]
        alone = await answered(walkers, "begin")
        flood = Phone(api, 6666)
        await parts.walker(flood).begin()
        for number in range(300):
            flood.tap_raw(f"{number:08x}.1.1", flood.card.message_id)
        beside = await answered(walkers, "answer:tajikistan")
    print(f"median and slowest of 20 cards: {alone} s alone, {beside} s beside a chat with 300 taps")  # noqa: T201
    assert beside[1] < alone[1] + 2


async def answered(walkers: list[Walker], choice: str) -> tuple[float, float]:
    begin = time.monotonic()
    for walker in walkers:
        walker.tap(choice)
    took = await asyncio.gather(*(seconds_until_arrived(walker, begin) for walker in walkers))
    return round(median(took), 2), round(max(took), 2)


async def seconds_until_arrived(walker: Walker, begin: float) -> float:
    await walker.sees_its_last_turn()
    return time.monotonic() - begin
