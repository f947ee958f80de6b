"""Table G where a process must show it: how the bot ends, what it says, and that nothing else was touched."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.checks import FLAGS
from tests.bad_inputs.play import play
from tests.bad_inputs.scene import Hall
from tests.bad_inputs.table import rows
from tests.bot.process import Bots, Home, Nursery, Process
from tests.telegram import quiet
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone

RUNNING = [row for row in rows("g_configuration") if row.values[0]["given"]["deed"] == "running"]
CLOCKS = [row for row in RUNNING if "minutes" in row.values[0]["given"]]
PROCESSES = [row for row in RUNNING if row not in CLOCKS]
pytestmark = pytest.mark.slow


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server:
        yield server
    assert server.violations == []


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as opened:
        yield opened


@pytest.fixture
async def bots(tmp_path: Path, nursery: Nursery) -> AsyncIterator[Bots]:
    started = Bots(Home(tmp_path / "home"), nursery)
    yield started
    await started.end()


async def second(bots: Bots, api: FakeBotApi) -> Process:
    await bots.fork(api).polls(api)
    return bots.fork(api)


async def page_beside(bots: Bots, api: FakeBotApi) -> Process:
    await bots.fork(api).polls(api)
    return bots.fork(None, DODKHOH_PAGE_PORT="0")


async def port_in_use(bots: Bots, _: FakeBotApi) -> Process:
    first = bots.fork(None, DODKHOH_PAGE_PORT="0")
    await quiet.until(lambda: "http" in first.out, 10, first.said)
    (port,) = re.findall(r"http://127\.0\.0\.1:([0-9]+)/", first.out)
    return bots.fork(None, DODKHOH_PAGE_PORT=port, DODKHOH_DATA=str(bots.home.made("elsewhere")))


async def knowledge_damaged(bots: Bots, api: FakeBotApi) -> Process:
    """As on a failing disk: every file of the release that serves lost its last byte."""
    first = bots.fork(api)
    await first.polls(api)
    await first.stopped()
    for file in (bots.home.data / "knowledge" / "releases" / "1").rglob("*.json"):
        file.chmod(0o600)
        file.write_bytes(file.read_bytes()[:-1])
    return bots.fork(api)


STARTS: Mapping[str, Callable[[Bots, FakeBotApi], Awaitable[Process]]] = {
    each.__name__.replace("_", " "): each for each in (second, page_beside, port_in_use, knowledge_damaged)
}


@pytest.mark.parametrize("row", PROCESSES)
async def test_it_ends_says_why_and_touches_nothing(row: Any, bots: Bots, api: FakeBotApi) -> None:
    what = row["given"]["what"]
    if what in STARTS:
        process = await STARTS[what](bots, api)
    else:
        api.me.update(dict.fromkeys(what.split(), True))
        assert api.me.keys() >= {flag for flag, _ in FLAGS}
        Phone(api).post(text="/start")
        process = bots.fork(api)
    assert await process.ended() == int(row["code"]), process.said()
    lines = process.err.splitlines()
    assert len(lines) == len(row["told"])
    assert all(any(fragment in line for line in lines) for fragment in row["told"]), lines
    of_the_first = {"getUpdates", "setMyCommands"} if what in STARTS else set[str]()
    assert {call.method for call in api.calls} <= {"getMe", "getWebhookInfo"} | of_the_first


@pytest.mark.parametrize("row", CLOCKS)
async def test_a_clock_that_is_minutes_off_loses_nothing_and_keeps_nothing(
    row: Any, hall: Hall, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Telegram's own clock is right. A day and a half later the answers are gone."""
    hall.clock.ahead = 60.0 * float(row["given"]["minutes"])
    answer = {"deed": "tap", "choice": "answer:serving"}
    played: dict[str, Any] = {"given": answer, "expect": {"applied": "once", "card": "ask-articles"}}
    if "later" in row["given"]:
        played["then"] = {"deed": "later", "hours": row["given"]["later"]}
        played["expect"] = {"session": "gone", "card": "none"}
    await play(played, hall, caplog, capfd)
