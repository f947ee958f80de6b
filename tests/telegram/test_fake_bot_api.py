"""The fake at its door: tokens, methods, the bot's account, scripted trouble and limits, through the real client."""

import asyncio
import time
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendDice
from aiogram.types import BotCommand

from tests.telegram.client import open_bot
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.limits import Limits
from tests.telegram.phone import Phone


async def call(api: FakeBotApi, path: str, **request: Any) -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as session, session.post(f"{api.url}{path}", **request) as answer:
        return answer.status, await answer.json()


async def test_the_bot_learns_who_it_is_and_what_is_turned_off(api: FakeBotApi, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.is_bot, me.can_join_groups, me.can_read_all_group_messages) == (True, False, False)
    api.me.update(can_join_groups=True, supports_inline_queries=True)
    me = await bot.get_me()
    assert (me.can_join_groups, me.supports_inline_queries, me.can_connect_to_business) == (True, True, False)


async def test_a_wrong_token_is_unauthorized(api: FakeBotApi) -> None:
    async with open_bot(api, "1:other") as stranger:
        with pytest.raises(TelegramUnauthorizedError, match="Unauthorized"):
            await stranger.get_me()
    assert await call(api, "/botnonsense/getMe") == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )


async def test_methods_nobody_plays_are_not_found_and_noted(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    with pytest.raises(TelegramNotFound, match="method not found"):
        await bot(SendDice(chat_id=phone.chat_id))
    assert api.violations == ["sendDice: a method that is not played here"]


async def test_addresses_outside_the_bot_api_are_noted_without_the_token(api: FakeBotApi) -> None:
    status, _ = await call(api, f"/file/bot{api.token}/photos/1.jpg")
    assert (status, api.violations) == (404, ["/file/bot…/photos/1.jpg: an address that is not of the Bot API"])


async def test_downloading_is_refused_and_noted(api: FakeBotApi, bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="wrong file_id"):
        await bot.get_file("AgACAgIAAxk")
    assert api.violations == ["getFile: a file was asked for"]


@pytest.mark.parametrize("form", ["data", "json", "params"])
async def test_parameters_come_as_form_json_or_query(api: FakeBotApi, phone: Phone, form: str) -> None:
    status, answer = await call(api, f"/bot{api.token}/SENDMESSAGE", **{form: {"chat_id": phone.chat_id, "text": "ҳа"}})
    assert (status, answer["result"]["text"], api.violations) == (200, "ҳа", [])


async def test_multipart_is_read_too(api: FakeBotApi, phone: Phone) -> None:
    form = aiohttp.FormData({"chat_id": str(phone.chat_id), "text": "ҳа"}, default_to_multipart=True)
    assert (await call(api, f"/bot{api.token}/sendMessage", data=form))[0] == 200
    assert phone.card.text == "ҳа"


async def test_unknown_parameters_are_noted(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    await bot.send_message(phone.chat_id, "ҳа", message_effect_id="5")
    assert api.violations == ["sendMessage: unknown parameter 'message_effect_id'"]


async def test_every_call_is_kept_with_its_end(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    await bot.send_message(phone.chat_id, "one")
    with pytest.raises(TelegramBadRequest):
        await bot.delete_message(phone.chat_id, 999)
    ends = [(call.method, call.chat_id, call.status, call.applied) for call in api.calls]
    assert ends == [("sendMessage", 1001, 200, True), ("deleteMessage", 1001, 400, False)]
    assert api.calls[0].params == {"chat_id": "1001", "text": "one"}
    assert api.calls[1].at >= api.calls[0].at
    assert [each.method for each in api.calls.of("deleteMessage", chat_id=1001)] == ["deleteMessage"]


async def test_commands_are_kept_by_language(api: FakeBotApi, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand(command="wipe", description="🧹")])
    await bot.set_my_commands([BotCommand(command="wipe", description="Нест кардан")], language_code="tg")
    assert api.commands == {"": [("wipe", "🧹")], "tg": [("wipe", "Нест кардан")]}


@pytest.mark.parametrize(
    ("command", "description", "complaint"),
    [
        ("Wipe", "x", "BOT_COMMAND_INVALID"),
        ("ва", "x", "BOT_COMMAND_INVALID"),
        ("w" * 33, "x", "BOT_COMMAND_INVALID"),
        ("wipe", " ", "command description must be non-empty"),
        ("wipe", "x" * 257, "command description length must not exceed 256"),
    ],
)
async def test_bad_commands_are_refused(bot: Bot, command: str, description: str, complaint: str) -> None:
    with pytest.raises(TelegramBadRequest, match=complaint):
        await bot.set_my_commands([BotCommand(command=command, description=description)])


async def test_a_foreign_webhook_shows_and_can_be_removed(api: FakeBotApi, bot: Bot) -> None:
    api.webhook_url = "https://thief.example/"
    assert (await bot.get_webhook_info()).url == "https://thief.example/"
    await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""


async def test_dropping_what_families_wrote_is_noted(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    await bot.delete_webhook(drop_pending_updates=True)
    assert (api.updates.waiting_for(phone.chat_id), len(api.violations)) == (0, 1)


async def test_scripted_refusals_come_so_many_times(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    fault = api.refuse_next("sendMessage", 2, retry_after=7)
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter) as refused:
            await bot.send_message(phone.chat_id, "x")
        assert refused.value.retry_after == 7
    await bot.send_message(phone.chat_id, "x")
    assert (fault.left, api.calls[0].retry_after, len(phone.cards)) == (0, 7, 1)


async def test_scripted_trouble_has_many_forms(api: FakeBotApi, bot: Bot) -> None:
    api.refuse_next("getMe", status=500)
    with pytest.raises(TelegramServerError, match="Internal Server Error"):
        await bot.get_me()
    api.refuse_next("getMe", status=502, body=b"<html>Bad Gateway</html>")
    with pytest.raises(ClientDecodeError):
        await bot.get_me()
    api.refuse_next(reset=True)
    with pytest.raises(TelegramNetworkError):
        await bot.get_me()
    assert [each.status for each in api.calls] == [500, 502, 0]


async def test_an_answer_may_be_lost_after_the_deed(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    api.refuse_next("sendMessage", reset=True, applied=True)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(phone.chat_id, "sent all the same")
    assert phone.card.text == "sent all the same"


async def test_trouble_may_meet_one_chat_only_and_be_forgiven(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    other = Phone(api, 1002)
    other.post(text="/start")
    api.refuse_next("sendMessage", 99, status=403, description="bot was blocked by the user", chat_id=1002)
    await bot.send_message(phone.chat_id, "x")
    with pytest.raises(Exception, match="Forbidden: bot was blocked by the user"):
        await bot.send_message(other.chat_id, "x")
    api.forgive()
    await bot.send_message(other.chat_id, "x")


async def test_lone_surrogates_are_refused(api: FakeBotApi, phone: Phone) -> None:
    status, answer = await call(api, f"/bot{api.token}/sendMessage", json={"chat_id": phone.chat_id, "text": "\ud83d"})
    assert (status, answer["description"]) == (400, "Bad Request: strings must be encoded in UTF-8")


async def test_a_held_call_waits(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    gate = api.hold("sendMessage")
    sending = asyncio.create_task(bot.send_message(phone.chat_id, "later"))
    await phone.until(lambda: api.calls.under_way(phone.chat_id))
    assert not phone.cards
    gate.set()
    await sending
    assert phone.card.text == "later"


async def test_the_server_may_be_gone_for_a_while(api: FakeBotApi, bot: Bot) -> None:
    await api.go_down()
    with pytest.raises(TelegramNetworkError):
        await bot.get_me()
    await api.listen()
    assert (await bot.get_me()).is_bot


async def test_latency_is_the_round_trip(api: FakeBotApi, bot: Bot) -> None:
    await bot.get_me()
    api.latency, begun = 0.05, time.monotonic()
    await bot.get_me()
    assert 0.05 <= time.monotonic() - begun < 0.5


async def test_a_chat_takes_only_so_much_a_second(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    other = Phone(api, 1002)
    other.post(text="/start")
    api.limits = Limits(per_chat=5)
    await bot.send_message(phone.chat_id, "1")
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(phone.chat_id, "2")
    assert refused.value.retry_after == 1
    await bot.send_message(other.chat_id, "1")
    await bot.send_chat_action(phone.chat_id, "typing")
    await asyncio.sleep(0.25)
    await bot.send_message(phone.chat_id, "2")


async def test_all_chats_together_take_thirty_a_second(api: FakeBotApi, bot: Bot) -> None:
    phones = [Phone(api, 2000 + number) for number in range(40)]
    for each in phones:
        each.post(text="/start")
    api.limits = Limits()
    ends = await asyncio.gather(*(bot.send_message(each.chat_id, "x") for each in phones), return_exceptions=True)
    refused = [end for end in ends if isinstance(end, TelegramRetryAfter)]
    assert 0 < len(refused) <= 10
    assert sum(len(each.cards) for each in phones) + len(refused) == 40
