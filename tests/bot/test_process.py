"""The bot as a process: what it answers, how it ends, and what is left of a conversation when it is killed."""

import asyncio
import re
import signal
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from ipaddress import IPv4Address
from pathlib import Path
from secrets import SystemRandom, token_bytes
from typing import Any

import aiohttp
import pytest

from bot.clock import now
from bot.telegram.swept import message_of
from dialogs.vocabulary import Vocabulary
from tests.bot.process import Bots, Home, Process
from tests.bot.walker import Walker
from tests.telegram import quiet
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone
from vault.keys import Keys
from vault.vault import Vault

KILLS, POLITE_ENDS = 15, 6
MOST_WAITING = 8
"""Of one phone, at Telegram: twenty of one chat are the most that the bot takes in at once."""
BREATH = 0.005
LONGEST = 0.5
"""Seconds after it began to poll: it is then working through all that came while it was gone."""
LISTENS = "0A"
"""As /proc/net/tcp names the state."""
_random = SystemRandom()


@pytest.mark.slow
async def test_start_is_answered_and_sigterm_ends_with_0(bots: Bots, api: FakeBotApi) -> None:
    phone = Phone(api)
    phone.post(text="/start")
    process = bots.spawn(api)
    await phone.sees("Language", 30)
    assert await process.stopped() == 0
    assert process.out == ""
    assert [line.split()[0] for line in process.err.splitlines()] == ["started", "stopped"]


@pytest.mark.slow
async def test_after_sigterm_the_conversation_goes_on_with_the_same_card(
    bots: Bots, api: FakeBotApi, vocabulary: Vocabulary
) -> None:
    process = bots.spawn(api)
    await process.polls(api)
    walker = Walker(Phone(api), vocabulary)
    await walker.begin()
    card = walker.phone.card.message_id
    for choice in ("speak:en", "begin", "answer:tajikistan"):
        walker.tap(choice)
    assert await process.stopped() == 0
    walker.tap("answer:serving")
    await bots.fork(api).polls(api)
    await walker.arrives()
    assert (walker.phone.card.message_id, len(api.calls.of("sendMessage"))) == (card, 1)


@dataclass
class Crowd:
    """Several families who do something all the time, whether the bot is there or not."""

    api: FakeBotApi
    walkers: Sequence[Walker]
    busy: bool = True
    _task: list[asyncio.Task[None]] = field(default_factory=list)

    async def begin(self) -> None:
        for walker in self.walkers:
            await walker.begin()
        self._task.append(asyncio.create_task(self._go_on()))

    async def _go_on(self) -> None:
        while self.busy:
            walker = _random.choice(self.walkers)
            if self.api.updates.waiting_for(walker.phone.chat_id) < MOST_WAITING:
                walker.go()
            await asyncio.sleep(BREATH)

    async def end(self) -> None:
        """Nobody does anything any more; each sees the card of what it did last, and the bot has no more to do."""
        self.busy = False
        await self._task.pop()
        await asyncio.gather(*(walker.arrives() for walker in self.walkers))


@pytest.fixture
def crowd(api: FakeBotApi, vocabulary: Vocabulary) -> Crowd:
    return Crowd(api, [Walker(Phone(api, 2001 + number), vocabulary) for number in range(8)])


async def interrupted(crowd: Crowd, bots: Bots, end: Callable[[Process], Awaitable[None]], times: int) -> Process:
    """Ended so many times at a moment of chance, and begun again; the last one is still running."""
    process = bots.fork(crowd.api)
    await process.polls(crowd.api)
    await crowd.begin()
    for _ in range(times):
        await asyncio.sleep(_random.uniform(0, LONGEST))
        await end(process)
        process = bots.fork(crowd.api)
        await process.polls(crowd.api)
    return process


async def asked(process: Process) -> None:
    assert await process.stopped() == 0, process.said()


async def killed(home: Home, process: Process) -> None:
    if _random.random() < 0.6:
        await killed_between_two_transactions(home, process)
    else:
        await process.killed()


async def killed_between_two_transactions(home: Home, process: Process) -> None:
    """While somebody else holds the right to write, none can begin."""
    with closing(sqlite3.connect(home.data / "vault.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(0.03)
        await process.killed()


@pytest.mark.slow
async def test_whenever_it_is_killed_each_turn_is_taken_once_and_in_order(
    bots: Bots, api: FakeBotApi, crowd: Crowd
) -> None:
    process = await interrupted(crowd, bots, partial(killed, bots.home), KILLS)
    await crowd.end()
    assert await process.stopped() == 0
    check(bots.home, api, crowd)


@pytest.mark.slow
async def test_whenever_sigterm_comes_it_ends_with_0_and_nothing_is_lost(
    bots: Bots, api: FakeBotApi, crowd: Crowd
) -> None:
    process = await interrupted(crowd, bots, asked, POLITE_ENDS)
    await crowd.end()
    assert await process.stopped() == 0
    check(bots.home, api, crowd)


def check(home: Home, api: FakeBotApi, crowd: Crowd) -> None:
    """What is kept of each family is what the same turns give without any process, and nothing else waits."""
    assert min(walker.expected.count for walker in crowd.walkers) > 5
    assert len(api.calls.of("sendMessage")) == len(crowd.walkers)
    keys = Keys.load_or_create(home.keys, token_bytes)
    with closing(Vault.open(home.data / "vault.sqlite", keys, now, token_bytes)) as vault, vault.transaction() as tx:
        assert tx.inbox.undone(100) == []
        assert tx.outbox.due(100) == []
        for walker in crowd.walkers:
            lane = vault.lane(f"telegram:{api.me['id']}", str(walker.phone.chat_id))
            assert walker.agrees_with(tx.sessions.load(lane))
            swept = sorted(message_of(row).id for row in tx.sweep.of(lane))
            assert swept == sorted([walker.phone.card.message_id, *walker.dice])


async def test_killed_between_telegrams_ok_and_our_commit_it_shows_at_most_one_card_more(
    bots: Bots, api: FakeBotApi
) -> None:
    process = bots.fork(api)
    await process.polls(api)
    api.latency = 0.6
    phone = Phone(api)
    phone.post(text="/start")
    await phone.until(lambda: any(call.applied for call in api.calls.of("sendMessage")), 10)
    await process.killed()
    api.latency = 0.0
    bots.fork(api)
    await phone.until(lambda: len(api.calls.of("sendMessage")) == 2, 10)
    await phone.settle(quiet=1.5)
    assert len(phone.cards) == 2


async def test_killed_between_telegrams_ok_and_our_commit_it_edits_no_second_card(
    bots: Bots, api: FakeBotApi, vocabulary: Vocabulary
) -> None:
    process = bots.fork(api)
    walker = Walker(Phone(api), vocabulary)
    await walker.begin()
    api.latency = 0.6
    walker.tap("speak:en")
    await walker.phone.until(lambda: any(call.applied for call in api.calls.of("editMessageText")), 10)
    await process.killed()
    api.latency = 0.0
    await bots.fork(api).polls(api)
    await walker.arrives()
    assert len(api.calls.of("sendMessage")) == 1


async def test_a_second_bot_in_the_same_folder_ends_with_75_and_the_first_goes_on(bots: Bots, api: FakeBotApi) -> None:
    first = bots.fork(api)
    await first.polls(api)
    second = bots.fork(api)
    assert await second.ended() == 75
    assert second.err == "dodkhoh: another process already works with this token or this data folder\n"
    phone = Phone(api)
    await phone.say("/start")
    assert phone.cards
    assert await first.stopped() == 0


async def test_two_bots_with_one_token_do_not_both_go_on(bots: Bots, api: FakeBotApi) -> None:
    here = bots.fork(api)
    await here.polls(api)
    there = bots.fork(api, DODKHOH_DATA=str(bots.home.made("elsewhere")))
    await quiet.until(lambda: {here.code(), there.code()} - {None}, 10, there.said)
    assert {here.code(), there.code()} == {75, None}


REFUSALS: dict[str, tuple[dict[str, Any], int, str]] = {
    "a token that Telegram does not know": ({"method": "getMe", "status": 401}, 78, "DODKHOH_BOT_TOKEN: "),
    "a token that is revoked meanwhile": ({"method": "getUpdates", "status": 401}, 78, "DODKHOH_BOT_TOKEN: "),
    "another bot that polls": ({"method": "getUpdates", "status": 409}, 75, "another process already works"),
}


@pytest.mark.parametrize("refusal", REFUSALS)
async def test_it_ends_with_a_sentence_where_only_a_person_can_help(bots: Bots, api: FakeBotApi, refusal: str) -> None:
    trouble, code, sentence = REFUSALS[refusal]
    api.refuse_next(**trouble)
    process = bots.fork(api)
    assert await process.ended() == code
    last = process.err.splitlines()[-1]
    assert last.startswith(f"dodkhoh: {sentence}")
    assert api.token not in process.said()


@pytest.mark.slow
async def test_killed_while_it_starts_it_starts_again(bots: Bots, api: FakeBotApi) -> None:
    """The folder, the keys, the database and its form are made in these moments."""
    for number in range(8):
        process = bots.fork(api)
        await asyncio.sleep(number * 0.06)
        await process.killed()
    await bots.fork(api).polls(api)
    phone = Phone(api)
    await phone.say("/start")
    assert phone.cards


async def test_a_webhook_that_we_did_not_set_is_an_alarm_and_ends_with_78(bots: Bots, api: FakeBotApi) -> None:
    api.webhook_url = "https://thief.example/canary"
    Phone(api).post(text="/start")
    process = bots.fork(api)
    assert await process.ended() == 78
    assert process.err == "dodkhoh: bot: a webhook is set; if you did not set it, the token may be stolen: revoke it\n"
    assert api.calls.of("sendMessage", "deleteWebhook", "getUpdates") == []


TROUBLE: dict[str, dict[str, Any]] = {
    "an inner error": {"status": 500},
    "a page of a proxy": {"status": 502, "body": b"<html>canary bad gateway</html>"},
    "an answer that is no JSON": {"status": 200, "body": b"canary"},
    "a connection that breaks": {"reset": True},
    "a request to wait": {"status": 429, "retry_after": 1},
}


@pytest.mark.parametrize("trouble", TROUBLE)
async def test_trouble_at_the_start_is_waited_out(bots: Bots, api: FakeBotApi, trouble: str) -> None:
    api.refuse_next("getMe", **TROUBLE[trouble])
    process = bots.fork(api)
    await process.polls(api)
    assert await process.stopped() == 0
    assert "canary" not in process.said()


async def test_telegram_may_be_out_of_reach_when_it_starts(bots: Bots, api: FakeBotApi) -> None:
    await api.go_down()
    process = bots.fork(api)
    await quiet.until(lambda: "telegram_silent" in process.err, 10, process.said)
    await api.listen()
    await process.polls(api)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
async def test_it_ends_politely_also_while_telegram_is_out_of_reach(
    bots: Bots, api: FakeBotApi, end: signal.Signals
) -> None:
    await api.go_down()
    process = bots.fork(api)
    await quiet.until(lambda: "telegram_silent" in process.err, 10, process.said)
    process.signal(end)
    assert await process.ended() == 0
    assert "Traceback" not in process.err


async def test_it_ends_within_ten_seconds_also_while_telegram_answers_nothing(
    bots: Bots, api: FakeBotApi, vocabulary: Vocabulary
) -> None:
    process = bots.fork(api)
    walker = Walker(Phone(api), vocabulary)
    await walker.begin()
    api.hold("editMessageText")
    walker.tap("speak:en")
    await walker.phone.until(lambda: api.calls.of("editMessageText"))
    assert await process.stopped() == 0


async def test_without_a_token_it_says_so_and_shows_the_page_on_this_machine_only(bots: Bots) -> None:
    process = bots.spawn(None, DODKHOH_PAGE_PORT="0")
    await quiet.until(lambda: "http" in process.out or process.code() is not None, 20, process.said)
    sentence, where = process.out.splitlines()
    assert sentence == "No bot token is set: this is the page to try the interview without Telegram."
    (address,) = re.findall(r"http://127\.0\.0\.1:[0-9]+/", where)
    async with aiohttp.ClientSession() as visitor, visitor.get(address) as page:
        assert (page.status, page.content_type) == (200, "text/html")
    assert listening(process.pid) == {"127.0.0.1"}
    assert await process.stopped() == 0


def listening(pid: int) -> set[str]:
    """The addresses on which the process waits for others, as the kernel lists them."""
    mine = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    found = set()
    for version in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{version}").read_text().splitlines()[1:]:
            _, address, _, state, *_, inode = line.split()[:10]
            if state == LISTENS and f"socket:[{inode}]" in mine:
                found.add(address.partition(":")[0])
    return {str(IPv4Address(bytes.fromhex(each)[::-1])) if len(each) == 8 else each for each in found}
