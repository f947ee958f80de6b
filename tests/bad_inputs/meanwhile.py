"""What happens beside the conversation: time passes, calls are refused, another release kept the session."""

import time
from collections.abc import Callable
from dataclasses import replace
from secrets import token_hex

from bot.chat import Chat
from dialogs.screen import Language, text
from tests.bad_inputs.family import Family
from tests.bad_inputs.scene import CANARY, HOUR, Scene
from tests.telegram.faults import Trouble

LATEST = 20.0


async def refuse(scene: Scene, who: Family, method: str, how: str, times: str = "1") -> None:
    """The next calls of the method in this chat fail: `dropped`, or with a status and a sentence."""
    status, _, why = how.partition(" ")
    fault: Trouble = {"chat_id": who.phone.chat_id, "status": 500, "reset": True}
    if how != "dropped":
        fault = {"chat_id": who.phone.chat_id, "status": int(status), "description": why}
    scene.api.refuse_next(method, int(times), **fault)


async def refuse_leaving(scene: Scene, _: Family) -> None:
    """Telegram fails once where the bot wants to leave a group."""
    scene.api.refuse_next("leaveChat", status=500)


async def garble(scene: Scene, _: Family) -> None:
    """The answer to the next getUpdates is no JSON."""
    scene.api.refuse_next("getUpdates", status=200, body=f"<html>{CANARY}".encode())


async def later(scene: Scene, _: Family, hours: str) -> None:
    """The bot's clock and Telegram's are set forward, and what is too old is swept."""
    scene.clock.ahead += float(hours) * HOUR
    scene.api.clock.advance(float(hours) * HOUR)
    with scene.transaction() as tx:
        tx.expire()


async def wait(scene: Scene, _: Family) -> None:
    await scene.settle()


async def look(_: Scene, who: Family) -> None:
    who.look()


async def left(scene: Scene, who: Family) -> None:
    """However late."""
    await who.phone.until(lambda: scene.api.left, LATEST)


async def fetched(scene: Scene, who: Family) -> None:
    """The bot has all that this family did."""
    await who.phone.until(lambda: not scene.api.updates.waiting_for(who.phone.chat_id), LATEST)


async def answered(scene: Scene, who: Family) -> None:
    """The latest tap has changed the card; `took` says how long that took from here on."""
    begun = time.monotonic()
    await who.phone.until(lambda: who.phone.cards not in ((), who.tapped_on), LATEST)
    scene.took = time.monotonic() - begun


async def sees(scene: Scene, who: Family, key: str) -> None:
    await who.phone.sees(scene.words.say(text(key), Language.RU), LATEST)


async def all_sent(scene: Scene, who: Family) -> None:
    """However slowly, nothing is left in the outbox."""
    await who.phone.until(lambda: not scene.unsent(), LATEST)


async def other_release(scene: Scene, who: Family, policy: str) -> None:
    """The session was kept by a release with another policy."""
    await _rewrite(scene, who, lambda kept: kept.replace(b'\\"policy\\":1', b'\\"policy\\":' + policy.encode()))


async def unreadable(scene: Scene, who: Family) -> None:
    """The session was kept in a form that no release wrote."""
    await _rewrite(scene, who, lambda kept: kept.replace(b"stage", token_hex(4).encode()))


async def other_epoch(scene: Scene, who: Family) -> None:
    """The session began anew and is at the same place."""
    await _rewrite(scene, who, lambda kept: replace(Chat.from_bytes(kept), epoch=token_hex(4)).to_bytes())


async def _rewrite(scene: Scene, who: Family, change: Callable[[bytes], bytes]) -> None:
    lane = scene.lane(who)
    with scene.transaction() as tx:
        kept = tx.sessions.load(lane) or b""
        assert change(kept) != kept
        tx.sessions.save(lane, change(kept))
