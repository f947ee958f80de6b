"""A family that stands at a known place of the conversation, and remembers every button it was ever shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.chat import Chat
from dialogs.events import Tapped
from dialogs.session import Session
from dialogs.show import show
from dialogs.step import step
from dialogs.vocabulary import Vocabulary
from tests.telegram.card import Card
from tests.telegram.phone import Phone

NOWHERE = "nowhere"
_BEGUN = ("speak:ru", "begin", "answer:tajikistan")
_CONVICTED = (*_BEGUN, "answer:serving", "tick:307(1)", "done", "tick:like", "done", "answer:justification")
PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "language": (),
        "notice": _BEGUN[:1],
        "jurisdiction": _BEGUN[:2],
        "stage": _BEGUN,
        "articles": _CONVICTED[:4],
        "verdict_time": _CONVICTED,
        "outcome": (*_CONVICTED, "answer:before", "answer:none", "show"),
    }
)
"""What is tapped after `/start` to come there; `nowhere`, nothing was ever said."""


@dataclass
class Family:
    """`model` is where it should be; `shown` each card's buttons by the names of their choices, the newest last.

    `before` is what was kept of it before the deeds, `card` what it saw then, `tapped_on` what it saw at its last tap.
    """

    phone: Phone
    vocabulary: Vocabulary
    model: Session = field(default_factory=Session)
    shown: list[Mapping[str, str]] = field(default_factory=list)
    before: Chat | None = None
    card: Card | None = None
    toasted: int = 0
    tapped_on: tuple[Card, ...] = ()

    async def come_to(self, place: str) -> None:
        if place == NOWHERE:
            return
        self.phone.post(text="/start")
        await self.phone.until(lambda: self.phone.cards)
        self.look()
        for choice in PLACES[place]:
            await self._come_by(choice)
        await self.phone.until(lambda: not self.words_left and not self.phone.spinning)
        self.card, self.toasted = self.phone.card, len(self.phone.toasts)
        epoch, count, _ = str(self.card.data[0]).split(".")
        self.before = Chat(self.model, epoch, int(count), self.card.message_id)

    async def _come_by(self, choice: str) -> None:
        old = self.phone.card.data
        self.tap(choice)
        await self.phone.sees(lambda card: card.data != old)
        self.look()

    def tap(self, choice: str) -> None:
        """On the present card."""
        self.tapped_on = self.phone.cards
        self.phone.tap_raw(self.data(choice))
        self.model = step(self.model, Tapped(choice), self.vocabulary).session

    def data(self, choice: str, ago: int = 0) -> str:
        """What the button carries on the present card, or on the one shown so many cards ago."""
        return self.shown[-1 - ago][choice]

    def look(self) -> None:
        """Learn the buttons of the card, if it is another one now."""
        there = [str(data) for data in self.phone.card.data] if self.phone.cards else []
        names = [choice.name for choice in show(self.model).choices]
        if len(there) == len(names) and (not self.shown or there != list(self.shown[-1].values())):
            self.shown.append(dict(zip(names, there, strict=True)))

    @property
    def words_left(self) -> list[int]:
        """The family's own messages that are still in the chat."""
        return [message.message_id for message in self.phone.messages if not message.from_bot]
