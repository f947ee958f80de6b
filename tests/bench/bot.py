"""How fast the bot starts and answers, how much it gets through, and its memory; over the fake Bot API on loopback."""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from subprocess import Popen

from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from knowledge.corpus import load
from tests.bench.eligibility import tell
from tests.bot.process import ROOT, Home, Process, spawn
from tests.bot.walker import Walker
from tests.telegram import quiet
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone

TAPS = (
    *("speak:tg", "begin", "answer:tajikistan", "answer:serving", "tick:307(1)", "done", "tick:like", "done"),
    *("answer:justification", "answer:before", "answer:none", "show"),
)
STARTS, FAMILIES = 5, 200
TAPPING, TAPS_A_SECOND, SECONDS, ROUND_TRIP = 40, 20, 10, 0.05
PATIENCE = 60
WITHOUT_LIMITS = """
import asyncio, os
from bot.log import quieten
from bot.settings import read_settings
from bot.telegram.start import serve
quieten()
asyncio.run(serve(read_settings(os.environ), 10_000.0, 10_000.0))
"""


def run() -> None:
    asyncio.run(measure(Words.load(load(), {"bot": "none", "hotline": "none"}).vocabulary()))


async def measure(vocabulary: Vocabulary) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with FakeBotApi() as api, started(api, Home(Path(folder) / "a")) as took:
            tell(f"process start to first answered update, median of {STARTS}", median(took), " s", -4)
            await answer_times(api, vocabulary)
        async with FakeBotApi() as api, without_limits(api, Home(Path(folder) / "b")) as process:
            await throughput(api, vocabulary)
            tell(f"resident memory after {FAMILIES} conversations", resident_megabytes(process.pid), " MB", -230)


@asynccontextmanager
async def started(api: FakeBotApi, home: Home) -> AsyncIterator[list[float]]:
    """From the call to the card of a family that had written before; the last process goes on."""
    took: list[float] = []
    async with AsyncExitStack() as running:
        for number in range(STARTS):
            await running.aclose()
            phone = Phone(api, 1001 + number)
            phone.post(text="/start")
            begin = time.monotonic()
            await running.enter_async_context(going(spawn(home.made(f"runs/{number}"), home.environment(api))))
            await phone.until(lambda phone=phone: phone.cards, PATIENCE)  # type: ignore[misc]  # a default has no type
            took.append(time.monotonic() - begin)
        yield took


@asynccontextmanager
async def without_limits(api: FakeBotApi, home: Home) -> AsyncIterator[Process]:
    """The same process, but for the pace at which it may send."""
    with (home.made("runs") / "stderr").open("w") as said:
        bot = Popen([sys.executable, "-c", WITHOUT_LIMITS], env=home.environment(api), cwd=ROOT, stderr=said)  # noqa: S603, ASYNC220  # our own; it takes no time
    async with going(Process(bot.pid, home.made("runs"), bot.poll)) as process:
        await process.polls(api, PATIENCE)
        yield process


@asynccontextmanager
async def going(process: Process) -> AsyncIterator[Process]:
    try:
        yield process
    finally:
        await process.killed()


async def begun(api: FakeBotApi, vocabulary: Vocabulary, how_many: int) -> list[Walker]:
    walkers = [Walker(Phone(api, 5001 + number), vocabulary) for number in range(how_many)]
    for walker in walkers:
        walker.phone.post(text="/start")
    for walker in walkers:
        await walker.sees_its_first_card()
    return walkers


async def answer_times(api: FakeBotApi, vocabulary: Vocabulary) -> None:
    """At Telegram's own pace; no family taps faster than once in two seconds."""
    api.latency = ROUND_TRIP
    walkers = await begun(api, vocabulary, TAPPING)
    await asyncio.sleep(2)
    for number in range(TAPS_A_SECOND * SECONDS):
        walker = walkers[number % TAPPING]
        walker.tap(TAPS[number // TAPPING])
        await asyncio.sleep(1 / TAPS_A_SECOND)
    await asyncio.gather(*(walker.sees_its_last_turn() for walker in walkers))
    edits, spinners = until_edited(walkers), [tap.spinner or 0.0 for walker in walkers for tap in walker.phone.taps]
    at = f"{TAPS_A_SECOND} taps/s, {ROUND_TRIP * 1000:.0f} ms round trip"
    tell(f"tap to edit at {at}, p50", median(edits), " s", -1)
    tell(f"tap to edit at {at}, p95", quantiles(edits, n=20)[-1], " s", -1)
    tell(f"tap to toast at {at}, p95", quantiles(spinners, n=20)[-1], " s", -0.3)


def until_edited(walkers: Sequence[Walker]) -> list[float]:
    """From each tap to the first edit of its card that comes after it."""
    return [until for walker in walkers for until in until_edited_one_by_one(walker.phone)]


def until_edited_one_by_one(phone: Phone) -> list[float]:
    edits = [call.at for call in phone.api.calls.of("editMessageText", chat_id=phone.chat_id)]
    return [min(at for at in edits if at > tap.pressed_at) - tap.pressed_at for tap in phone.taps]


async def throughput(api: FakeBotApi, vocabulary: Vocabulary) -> None:
    """Every family taps again as soon as its card has changed; twice what Telegram lets out in a second is the bar."""
    walkers = await begun(api, vocabulary, FAMILIES)
    begin = time.monotonic()
    left = {walker: list(TAPS) for walker in walkers}
    while left:
        for walker, taps in list(left.items()):
            if not shows_its_last_turn(walker):
                continue
            if taps:
                walker.tap(taps.pop(0))
            else:
                del left[walker]
        await asyncio.sleep(quiet.TICK)
    took = time.monotonic() - begin
    tell(f"updates through the whole turn, {FAMILIES} x {len(TAPS)} taps", FAMILIES * len(TAPS) / took, "/s", 50)


def shows_its_last_turn(walker: Walker) -> bool:
    """Read off the keyboard alone: two hundred cards are looked at all the time."""
    (card,) = (message for message in walker.phone.messages if message.from_bot)
    carried = (card.markup or {})["inline_keyboard"][0][0]["callback_data"]
    return str(carried).startswith(f"{walker.expected.epoch}.{walker.expected.count}.")


def resident_megabytes(pid: int) -> float:
    (line,) = (line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
