"""Table B: what a button may bring back, against the real bot; and what its buttons carry."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import buttons
from bot.chat import Chat
from dialogs.screen import Language
from dialogs.session import Session
from dialogs.show import show
from tests.bad_inputs.play import play
from tests.bad_inputs.scene import Hall
from tests.bad_inputs.table import ids, rows
from tests.dialogs.cards import sessions

ROWS = rows("b_callbacks")
BYTES = 64
EPOCH, MOST_TURNS = "fedcba98", 999_999
CHAT = Chat(Session(Language.RU), EPOCH, 4)
EPOCHS = (EPOCH, EPOCH.upper(), EPOCH[1:], f"0{EPOCH}", f" {EPOCH}", "00000000", "")
COUNTS = ("4", "04", "+4", "-4", "4.0", "４", "٤", "⁴", "3", "5", "")
PLACES = (
    "0",
    "1",
    "2",
    "3",
    "4",
    "99",
    "100",
    "00",
    "01",
    "-0",
    "-1",
    "+1",
    "1.0",
    "1e0",
    "¹",
    "१",
    "１",
    "1\n",
    "1 ",
    "",
)
WIPES = ("wipe", "Wipe", "wipe\n", " wipe", "wіpe", "4.wipe", "wipe.4", "wipe.wipe", "14")
NEARLY = tuple(
    dot.join(parts) for dot in ".,:" for parts in (*product(EPOCHS, COUNTS, PLACES), *product(EPOCHS, WIPES))
)


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS)
async def test_a_tap_does_what_the_table_says(
    row: Any, hall: Hall, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    await play(row, hall, caplog, capfd)


def test_no_line_of_the_design_is_left_out() -> None:
    assert ids(ROWS) | {"B6"} == {f"B{number}" for number in range(1, 11)}


def test_b3_only_what_stands_on_the_card_is_taken() -> None:
    """Tried with everything that nearly does."""
    names = (each.name for each in show(CHAT.session).choices)
    offered = dict(zip(buttons.packed(CHAT), names, strict=True))
    taken = {data: name for data in (*NEARLY, *offered) if (name := choice(data))}
    assert taken == offered


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=BYTES))
def test_b3_no_other_text_is_taken(data: str) -> None:
    assert choice(data) is None


def choice(data: str) -> str | None:
    try:
        return buttons.choice(CHAT, data)
    except buttons.StaleTap:
        return None


@pytest.mark.slow
def test_b6_every_button_of_every_card_carries_its_place_in_at_most_64_bytes() -> None:
    """Never its words: the same in every language, and short enough even after the most turns."""
    for session in sessions(Language.TG):
        chat = Chat(session, EPOCH, MOST_TURNS)
        for data, offered in zip(buttons.packed(chat), show(session).choices, strict=True):
            assert len(data.encode("ascii")) <= BYTES
            assert buttons.choice(chat, data) == offered.name
