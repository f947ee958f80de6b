"""When a bot has done all it will do about a chat: nothing unfetched, nothing under way, and silence for a moment."""

import asyncio
import time
from collections.abc import Callable

from tests.telegram.fake_bot_api import FakeBotApi

TICK = 0.004
AFTER_AN_ANSWER = 0.04
WITHOUT_ANY = 0.3


async def settle(
    api: FakeBotApi, chat_id: int, answered: Callable[[], bool], patience: float, quiet: float | None
) -> None:
    """Counted in turns of the event loop, so that a slow machine makes the silence longer, not the answer lost."""
    last, still = (-1, -1), 0

    def silent() -> bool:
        nonlocal last, still
        state = (api.calls.ended(chat_id), api.updates.waiting_for(chat_id))
        restless = state != last or state[1] or api.calls.under_way(chat_id) or api.busy()
        last, still = state, 0 if restless else still + 1
        return still * TICK >= (quiet or (AFTER_AN_ANSWER if answered() else WITHOUT_ANY))

    await until(silent, patience, lambda: _state(api, chat_id))


async def until(condition: Callable[[], object], patience: float, show: Callable[[], str]) -> None:
    """Looks again and again; AssertionError with what there is to see when the time is up."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, f"waited {patience} s in vain:\n{show()}"
        await asyncio.sleep(TICK)


def _state(api: FakeBotApi, chat_id: int) -> str:
    waiting, under_way = api.updates.waiting_for(chat_id), api.calls.under_way(chat_id)
    poll = "a poll is waiting" if api.polls.open else "no poll is waiting"
    return f"{waiting} updates not confirmed, {under_way} calls under way, {poll}, busy: {api.busy()}"
