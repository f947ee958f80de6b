"""getUpdates of the fake: offsets, expiry, conflicts, kinds that were not asked for, repeated and odd updates."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest, TelegramConflictError

from tests.telegram import strangers
from tests.telegram.clock import DAY
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone
from tests.telegram.updates import Raw


@pytest.fixture(autouse=True)
def patient(api: FakeBotApi) -> FakeBotApi:
    """Repeated offsets bring everything at once: for tests that look at something else."""
    api.polls.repeat_rule = False
    return api


async def ids(bot: Bot, offset: int | None = None, limit: int | None = None) -> list[int]:
    return [update.update_id for update in await bot.get_updates(offset=offset, limit=limit)]


async def test_an_offset_confirms_and_forgets(patient: FakeBotApi, bot: Bot, phone: Phone) -> None:
    phone.post(text="two")
    first, second = await ids(bot)
    assert await ids(bot, first) == [first, second]
    assert await ids(bot, second) == [second]
    assert await ids(bot, 0) == [second]
    assert await ids(bot, second + 1) == []
    assert (patient.updates.pending, patient.updates.waiting_for(phone.chat_id)) == ([], 0)


async def test_a_negative_offset_keeps_the_last(bot: Bot, phone: Phone) -> None:
    phone.post(text="two")
    last = (await ids(bot))[-1]
    assert await ids(bot, -1) == [last]
    assert await ids(bot) == [last]


async def test_an_offset_in_the_future_falls_back_to_the_head(patient: FakeBotApi, bot: Bot, phone: Phone) -> None:
    (first,) = await ids(bot)
    assert await ids(bot, first + 1000) == [first]
    await ids(bot, first + 1)
    patient.updates.jump(17)
    phone.post(text="after a week")
    assert await ids(bot, first + 1) == [17]


async def test_never_more_than_the_limit(patient: FakeBotApi, bot: Bot, phone: Phone) -> None:
    for _ in range(149):
        phone.post(text="x")
    assert [len(await ids(bot, limit=limit)) for limit in (None, 3, 1000, 0)] == [100, 3, 100, 1]
    assert len(patient.updates.pending) == 150


async def test_the_same_offset_at_once_brings_one_update(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    api.polls.repeat_rule = True
    phone.post(text="two")
    assert len(await ids(bot, 1)) == 2
    assert len(await ids(bot, 1)) == 1
    await asyncio.sleep(0.5)
    assert len(await ids(bot, 1)) == 2
    assert len(api.calls) == 3


async def test_a_long_poll_ends_when_something_happens(bot: Bot, phone: Phone) -> None:
    (first,) = await ids(bot)
    poll = asyncio.create_task(bot.get_updates(offset=first + 1, timeout=20))
    await asyncio.sleep(0.02)
    phone.album(10)
    assert len(await asyncio.wait_for(poll, 1)) == 10


async def test_a_long_poll_ends_empty_when_its_time_is_up(bot: Bot) -> None:
    begun = time.monotonic()
    assert await bot.get_updates(timeout=1) == []
    assert 1 <= time.monotonic() - begun < 2


async def test_a_second_poll_ends_the_first_with_a_conflict(api: FakeBotApi, bot: Bot) -> None:
    api.polls.conflict_hold = 0.1
    polls = [asyncio.create_task(bot.get_updates(timeout=20)) for _ in range(2)]
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await polls[0]
    polls.append(asyncio.create_task(bot.get_updates(timeout=20)))
    begun = time.monotonic()
    with pytest.raises(TelegramConflictError):
        await polls[1]
    assert time.monotonic() - begun >= 0.1
    Phone(api).post(text="x")
    assert len(await polls[2]) == 1


async def test_a_webhook_somebody_set_is_a_conflict(api: FakeBotApi, bot: Bot) -> None:
    api.webhook_url = "https://thief.example/"
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await bot.get_updates()


async def test_kinds_not_asked_for_are_never_queued(bot: Bot, phone: Phone) -> None:
    await bot.get_updates(offset=-1, allowed_updates=["message", "callback_query"])
    message_id = phone.post(text="x")
    phone.edit(message_id, "y")
    phone.block()
    phone.unblock()
    await ids(bot)
    assert [update.event_type for update in await bot.get_updates()] == ["message", "message"]
    await bot.get_updates(allowed_updates=[])
    phone.edit(message_id, "z")
    assert (await bot.get_updates())[-1].event_type == "edited_message"


async def test_messages_live_a_day_and_taps_150_seconds(patient: FakeBotApi, bot: Bot, phone: Phone) -> None:
    patient.updates.drop()
    phone.post(text="x")
    phone.tap_raw("a:1")
    patient.clock.advance(150)
    assert len(await ids(bot)) == 2
    patient.clock.advance(1)
    assert len(await ids(bot)) == 1
    patient.clock.advance(DAY)
    assert (await ids(bot), patient.updates.waiting_for(phone.chat_id)) == ([], 0)


async def test_a_tap_can_be_answered_for_150_seconds_and_once(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    old, tap = phone.tap_raw("a"), phone.tap_raw("b")
    await bot.answer_callback_query(tap, "Аллакай сабт шуд")
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(tap)
    api.clock.advance(151)
    with pytest.raises(
        TelegramBadRequest, match="query is too old and response timeout expired or query ID is invalid"
    ):
        await bot.answer_callback_query(old)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query("12")
    assert (phone.toasts, phone.spinning) == (("Аллакай сабт шуд",), (old,))


async def test_a_toast_has_at_most_200_characters(bot: Bot, phone: Phone) -> None:
    tap = phone.tap_raw("a")
    with pytest.raises(TelegramBadRequest):
        await bot.answer_callback_query(tap, "ҳ" * 201)
    await bot.answer_callback_query(tap, "ҳ" * 200, show_alert=True)
    assert phone.taps[0].alert
    assert (phone.taps[0].spinner or 9) < 5


async def test_an_update_may_come_again_long_after(patient: FakeBotApi, bot: Bot, phone: Phone) -> None:
    (first,) = await ids(bot)
    await ids(bot, first + 1)
    patient.clock.advance(3 * DAY)
    phone.post(text="new")
    patient.replay(first)
    assert await ids(bot, first + 1) == [first, first + 1]
    assert await ids(bot, first + 1) == [first + 1]


async def test_any_update_can_be_made_up(patient: FakeBotApi, bot: Bot) -> None:
    raws: list[Raw] = [strangers.unknown(), strangers.from_a_bot(1), strangers.guest(1)]
    raws += [*strangers.business(1), *strangers.inline(), *strangers.other(1)]
    for raw in raws:
        patient.inject(raw)
    assert len(await ids(bot)) == len(raws)


@pytest.mark.parametrize("number", range(len(strangers.malformed()) - 1))
async def test_malformed_updates_reach_the_client(patient: FakeBotApi, bot: Bot, number: int) -> None:
    patient.inject(strangers.malformed()[number])
    try:
        found = await bot.get_updates()
    except ClientDecodeError:
        return
    assert found[0].callback_query is None


async def test_an_update_may_bring_an_id_that_is_none(patient: FakeBotApi, bot: Bot) -> None:
    patient.inject({"update_id": "many", "message": {}})
    with pytest.raises(ClientDecodeError):
        await bot.get_updates()
    assert await ids(bot) == []
