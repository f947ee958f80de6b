"""Table A: what Telegram may hand over, against the real bot."""

from typing import Any

import pytest
from aiogram import Bot
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.door import door
from bot.telegram.incoming import Incoming, Sort
from bot.telegram.updates import read
from tests.bad_inputs.play import play
from tests.bad_inputs.scene import Hall
from tests.bad_inputs.table import ids, rows
from tests.telegram import strangers
from tests.telegram.telegram import new_token

ROWS = rows("a_updates")
BOT, DOOR = Bot(new_token()), door()
"""Nothing is sent in the test that uses them."""


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS)
async def test_an_update_does_what_the_table_says(
    row: Any, hall: Hall, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    await play(row, hall, caplog, capfd)


def test_no_line_of_the_design_is_left_out() -> None:
    assert ids(ROWS) == {f"A{number}" for number in range(1, 28)}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=64), st.sampled_from(" \n\t\u00a0"))
async def test_a14_whatever_follows_start_nothing_of_it_comes_in(payload: str, between: str) -> None:
    """So that every payload gives the same card: none reaches the session, the inbox or the log."""
    message = strangers.message(1, text=f"/start{between}{payload}")
    incoming = await read({"update_id": 1, "message": message}, BOT, DOOR)
    assert incoming == Incoming(Sort.OPENED, message["chat"]["id"], "", message["message_id"])
