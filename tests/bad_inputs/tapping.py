"""What a family's buttons bring back: pressed in time, pressed late, forged, under a message that is none."""

import asyncio

from tests.bad_inputs.family import Family
from tests.bad_inputs.saying import spoken
from tests.bad_inputs.scene import BESIDE, CANARY, FIRST, Scene
from tests.telegram import strangers
from tests.telegram.taps import ANSWERABLE


async def tap(_: Scene, who: Family, choice: str, times: str = "1") -> None:
    """A button of the present card; with `times` it is pressed again and again before the bot has seen it."""
    pressed = who.data(choice)
    who.tap(choice)
    for _number in range(int(times) - 1):
        who.phone.tap_raw(pressed)


async def tap_in_haste(_: Scene, who: Family, choice: str, times: str) -> None:
    """One after another, so that the bot is at work meanwhile."""
    pressed = who.data(choice)
    who.tap(choice)
    for _number in range(int(times) - 1):
        await asyncio.sleep(0.004)
        who.phone.tap_raw(pressed)


async def tap_old(_: Scene, who: Family, choice: str, ago: str, times: str = "1") -> None:
    """A button of a card that was shown so many cards ago."""
    for _number in range(int(times)):
        who.phone.tap_raw(who.data(choice, int(ago)))


async def tap_too(_: Scene, who: Family, choice: str) -> None:
    """The same card on another device: the tap was made before the first one showed."""
    who.phone.tap_raw(who.data(choice))


async def tap_raw(_: Scene, who: Family, data: str, times: str = "1") -> None:
    """`{epoch}` and `{count}` are those of the present card."""
    epoch, count = (who.before.epoch, who.before.count) if who.before else ("0" * 8, 0)
    forged = spoken(data, times).replace("{epoch}", epoch).replace("{count}", str(count))
    who.phone.tap_raw(forged.replace("{next}", str(count + 1)))


async def tap_game(_: Scene, who: Family) -> None:
    who.phone.tap_raw(None, game_short_name=CANARY)


async def tap_inline(scene: Scene, who: Family, choice: str) -> None:
    """Under a message that was sent by way of another chat: it has no message, only an id."""
    query = strangers.inline()[2]["callback_query"]
    scene.api.inject({"callback_query": {**query, "from": who.phone.user, "data": who.data(choice)}})


async def tap_of_the_other(scene: Scene, who: Family, choice: str) -> None:
    """One family's phone sends what stands on the other's card."""
    other = scene.families[BESIDE if who is scene.first else FIRST]
    who.phone.tap_raw(other.data(choice))


async def tap_where_chat_is(scene: Scene, who: Family, chat: str, choice: str) -> None:
    """In a private chat with an id that none has."""
    message = strangers.message(scene.api.clock.now, int(chat))
    query = {"id": "4200000000000000000", "from": who.phone.user, "chat_instance": "1", "message": message}
    scene.api.inject({"callback_query": {**query, "data": who.data(choice)}})


async def tap_grows_old(_: Scene, who: Family) -> None:
    """By the time the bot answers it, Telegram will not show the answer any more."""
    who.phone.taps[-1].date -= ANSWERABLE + 1
