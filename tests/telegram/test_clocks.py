"""A clock that is ten minutes off is an alarm with a number; one that is right, or nowhere to be had, is silence."""

from collections.abc import AsyncIterator
from email.utils import formatdate

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.clock import now
from bot.log import quieten
from bot.telegram.clocks import compare_clocks


class Telegram:
    """Says the time it is told to say."""

    def __init__(self) -> None:
        self.date: str | None = None

    async def answer(self, _request: web.Request) -> web.Response:
        answer = web.Response()
        if self.date is not None:
            answer.headers["Date"] = self.date
        return answer


@pytest.fixture
async def served() -> AsyncIterator[tuple[Telegram, str]]:
    telegram, app = Telegram(), web.Application()
    app.router.add_route("HEAD", "/", telegram.answer)
    async with TestServer(app, host="127.0.0.1") as server:
        yield telegram, str(server.make_url("/"))


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, ""), (9, ""), (-9, ""), (11, "clock_is_off minutes=11\n"), (-61, "clock_is_off minutes=-61\n")],
)
async def test_g17_ten_minutes_off_is_an_alarm(
    served: tuple[Telegram, str], capsys: pytest.CaptureFixture[str], minutes: float, told: str
) -> None:
    quieten()
    telegram, address = served
    telegram.date = formatdate(now() - 60 * minutes, usegmt=True)
    await compare_clocks(address)
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("date", ["yesterday", ""])
async def test_a_time_that_cannot_be_read_is_none(
    served: tuple[Telegram, str], capsys: pytest.CaptureFixture[str], date: str
) -> None:
    quieten()
    telegram, address = served
    telegram.date = date
    await compare_clocks(address)
    await compare_clocks("http://127.0.0.1:9/")
    assert capsys.readouterr().err == ""
