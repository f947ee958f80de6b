"""What a table's `expect` names, each looked at on the phone, at the fake Bot API or in the bot's own vault."""

import gc
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bot.buttons import packed
from bot.chat import Chat
from dialogs.draw import draw, plain
from dialogs.screen import Language, text
from dialogs.show import show
from tests.bad_inputs.family import Family
from tests.bad_inputs.scene import BESIDE, Scene
from tests.telegram.card import Card

VISIBLE = ("sendMessage", "editMessageText")
DAY, LAST_CHANCE = 24, 47


@dataclass(frozen=True)
class Result:
    """A family after the deeds: `after` is what is kept of it, None where nothing is."""

    scene: Scene
    family: Family
    after: Chat | None
    events: tuple[tuple[str, str], ...]

    @property
    def before(self) -> Chat | None:
        return self.family.before

    def word(self, key: str) -> str:
        """In the language of the family."""
        spoken = self.after.session.language if self.after else None
        return self.scene.words.say(text(key), spoken or Language.TG)


def look(scene: Scene, family: Family, log: list[logging.LogRecord]) -> Result:
    """An event is its name and its numbers."""
    said = [record.getMessage().partition(" ") for record in log if record.name == "dodkhoh"]
    return Result(scene, family, scene.kept(family), tuple((name, numbers) for name, _, numbers in said))


def check(result: Result, expect: Mapping[str, Any]) -> None:
    """What the row names, and of what it does not name the usual; and what always holds."""
    wrong = [*_always(result.scene), *_on_the_screen(result)]
    for name, value in {**USUAL, **expect}.items():
        if why := EXPECTED[name](result, value):
            wrong.append(f"{name}: {value!r} is expected, there is {why}")
    assert not wrong, "\n".join([*wrong, result.family.phone.screen()])


def _always(scene: Scene) -> list[str]:
    """Nothing that Telegram refuses for its form, no task that ended unseen, nothing left in the outbox."""
    gc.collect(0)  # the youngest only: all of them would take a tenth of a second
    unsent = [f"{row.kind} tried {row.tries} times waits to be sent" for row in scene.unsent()]
    return [*scene.api.violations, *scene.failures, *unsent]


def _on_the_screen(result: Result) -> list[str]:
    """The newest card shows what is kept, word for word, and its buttons are those that are taken."""
    cards, chat = result.family.phone.cards, result.after
    if chat is None or not cards:
        return []
    drawn = draw(show(chat.session), result.scene.words)
    differs = (cards[-1].text, cards[-1].data, cards[-1].message_id) != (plain(drawn), packed(chat), chat.card)
    return ["the card is not what is kept"] if differs else []


Why = str | None
"""What there is instead; None where it is as expected."""


def _unless(right: object, there: object) -> Why:
    return None if right else str(there)


def applied(result: Result, times: str) -> Why:
    """How many questions are answered that were not, each in the session that goes on."""
    before = dict(result.before.session.facts) if result.before else {}
    after = dict(result.after.session.facts) if result.after else {}
    gained = {fact: answer for fact, answer in after.items() if before.get(fact) != answer}
    return _unless(len(gained) == {"never": 0, "once": 1, "twice": 2}[times], gained)


def session(result: Result, kind: str) -> Why:
    epochs = [chat and chat.epoch for chat in (result.before, result.after)]
    if epochs[1] is None:
        return _unless(kind == "gone", "none")
    return _unless(kind == ("same" if epochs[0] == epochs[1] else "new"), epochs)


def card(result: Result, key: str) -> Why:
    """`same`: nothing at all changed to the eye."""
    if key == "same":
        seen = [
            (each.message_id, each.text, each.labels) for each in (*_seen_before(result), *result.family.phone.cards)
        ]
        return _unless(len(seen) == 2 and seen[0] == seen[1], "another")
    there = show(result.after.session).key if result.after else "none"
    return _unless(there == key, there)


def _seen_before(result: Result) -> list[Card]:
    return [result.family.card] if result.family.card else []


def remark(result: Result, key: str) -> Why:
    there = (result.after.session.remark if result.after else None) or "none"
    shown = key == "none" or any(result.word(key) in each.text for each in result.family.phone.cards[-1:])
    return _unless(there == key and shown, there)


def toast(result: Result, keys: str) -> Why:
    """All that were shown for these deeds."""
    shown = result.family.phone.toasts[result.family.toasted :]
    wanted = {result.word(key) for key in keys.split() if key != "none"}
    return _unless(set(shown) == wanted, shown)


def toasts(result: Result, count: str) -> Why:
    shown = result.family.phone.toasts[result.family.toasted :]
    return _unless(len(shown) == int(count), len(shown))


def spinning(result: Result, count: str) -> Why:
    """Taps that were never answered."""
    left_ = result.family.phone.spinning
    return _unless(len(left_) == int(count), left_)


def cards(result: Result, count: str) -> Why:
    """The bot's messages that are still in the chat."""
    return _unless(len(result.family.phone.cards) == int(count), len(result.family.phone.cards))


def deleted(result: Result, when: str) -> Why:
    """The family's own messages: gone, or there and on the list of those that must go."""
    there = result.family.words_left
    if when in ("yes", "no"):
        return _unless((when == "yes") == (not there), there)
    due = result.scene.hours_left(result.family)
    after, before = {"later": (DAY, LAST_CHANCE), "swept": (0, DAY)}[when]
    listed = all(after < due.get(each, 0) <= before for each in there)
    return _unless(listed and (there or when == "swept"), {each: due.get(each) for each in there})


def replies(result: Result, count: str) -> Why:
    """What became visible anywhere: messages sent and edited with success."""
    seen = [call for call in result.scene.calls(*VISIBLE) if call.status == 200]
    return _unless(len(seen) == int(count), [(call.method, call.chat_id) for call in seen])


def asked(result: Result, methods: str) -> Why:
    """Every method called since, whatever became of it; `nothing` where the bot only went on polling."""
    there = {call.method for call in result.scene.calls()} - {"getUpdates", "setMyCommands"}
    return _unless(there == set(methods.split()) - {"nothing"}, there)


def left(result: Result, which: str) -> Why:
    """`yes`: each group that is still there, and each once."""
    there = [group.chat.chat_id for group in result.scene.groups if group.chat.moved_to is None]
    return _unless(sorted(result.scene.api.left) == (sorted(there) if which == "yes" else []), result.scene.api.left)


def counted(result: Result, what: Mapping[str, str]) -> Why:
    """Events in the log, by their names."""
    names = [name for name, _ in result.events]
    there = {event: str(names.count(event)) for event in what}
    return _unless(there == dict(what), there)


def dropped(result: Result, updates: str) -> Why:
    """Of a flood, by the numbers in the log."""
    there = sum(int(numbers.partition("=")[2]) for name, numbers in result.events if name == "flood_dropped")
    return _unless(there == int(updates), there)


def known(result: Result, answer: str) -> Why:
    """The ids of the updates are kept, so that they are not taken twice."""
    there = [result.scene.knows(update) for update in result.scene.handed]
    return _unless(there and all(each == (answer == "yes") for each in there), there)


def language(result: Result, spoken: str) -> Why:
    there = result.after and result.after.session.language
    return _unless(there == spoken, there)


def ticks(result: Result, names: str) -> Why:
    there = result.after.session.ticks if result.after else frozenset()
    return _unless(there == set(names.split()), there)


def within(result: Result, seconds: str) -> Why:
    return _unless(0 <= result.scene.took <= float(seconds), result.scene.took)


def beside(result: Result, what: str) -> Why:
    """The other family: its session goes on, untouched or with one answer more; its lane is another."""
    other = result.scene.families[BESIDE]
    theirs = look(result.scene, other, [])
    same_lane = result.scene.lane(other) == result.scene.lane(result.family)
    wrong = [session(theirs, "same"), applied(theirs, {"same": "never", "answered": "once"}[what])]
    wrong += [card(theirs, "same")] if what == "same" else []
    return _unless(not any(wrong) and not same_lane, wrong)


EXPECTED: Mapping[str, Callable[[Result, Any], Why]] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            *(applied, session, card, remark, toast, toasts, spinning, cards, deleted, replies, asked, left),
            *(counted, dropped, known, language, ticks, within, beside),
        )
    }
)

USUAL: Mapping[str, str] = MappingProxyType(
    {
        "applied": "never",
        "session": "same",
        "remark": "none",
        "toast": "none",
        "spinning": "0",
        "cards": "1",
        "deleted": "yes",
        "left": "no",
    }
)
