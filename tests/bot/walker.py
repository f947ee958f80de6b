"""A family that wanders through the conversation, and beside it the same turns taken purely: what must come of it."""

from dataclasses import replace
from datetime import date
from secrets import SystemRandom

from bot.buttons import data
from bot.chat import Chat
from bot.turn import Done, Pressed, Turn, take_turn
from dialogs.events import Opened, Said, Unwanted
from dialogs.show import show
from dialogs.vocabulary import Vocabulary
from tests.telegram.phone import Phone

AVOIDED = frozenset({"wipe", "start-over"})
TYPED = ("307(1)", "179(3)", "like", "лайк", "да", "не", "what is this", "1", "бозгашт")
TODAY = date(2026, 11, 22)
"""Nothing that is typed here is a date."""
QUIET, SHORTLY = 1.2, 0.05
"""Longer than a card waits for its turn, at Telegram's pace and without any."""
_random = SystemRandom()


class Walker:
    """A tap carries the turn it belongs to: one that is lost or out of order spoils all that follow. A message counts
    a turn each time it is taken: one that is taken twice does the same. Of messages, a dice costs the bot no call.
    """

    def __init__(self, phone: Phone, vocabulary: Vocabulary) -> None:
        self.phone, self._vocabulary = phone, vocabulary
        self.chat: Chat | None = None
        self.dice: list[int] = []

    async def begin(self) -> None:
        self.phone.post(text="/start")
        await self.sees_its_first_card()

    async def sees_its_first_card(self) -> None:
        """The one thing that chance decided is read off it."""
        await self.phone.until(lambda: self.phone.cards, 20)
        epoch = str(self.phone.card.data[0]).partition(".")[0]
        self.chat = take_turn(None, Opened(), self._vocabulary, epoch).chat

    def go(self) -> None:
        """One thing, by chance; nothing is waited for."""
        chance = _random.random()
        if chance < 0.4:
            self.dice.append(self.phone.send("dice"))
            self._take(Unwanted("remark-use-buttons"))
        elif chance < 0.5:
            self.send()
        else:
            names = [choice.name for choice in show(self.expected.session).choices]
            self.tap(_random.choice([name for name in names if name not in AVOIDED]))

    def tap(self, choice: str) -> None:
        names = [each.name for each in show(self.expected.session).choices]
        carried = data(self.expected, names.index(choice))
        self.phone.tap_raw(carried)
        self._take(Pressed(carried))

    def send(self) -> None:
        """A photo, or a few words that may or may not be understood."""
        if _random.random() < 0.5:
            self.phone.send("photo")
            self._take(Unwanted("remark-file"))
        else:
            self.say(_random.choice(TYPED))

    def say(self, text: str) -> None:
        self.phone.post(text=text)
        self._take(Said(text, TODAY))

    @property
    def expected(self) -> Chat:
        assert self.chat is not None, "begin() first"
        return self.chat

    async def arrives(self, quiet: float = QUIET) -> None:
        """Until the card shows the last turn, nothing else that can be deleted is there, and the bot is quiet."""
        await self.sees_its_last_turn()
        await self.phone.until(lambda: len(self.phone.messages) == 1 + len(self.dice), 30)
        await self.phone.settle(10, quiet)

    async def sees_its_last_turn(self) -> None:
        mine = f"{self.expected.epoch}.{self.expected.count}."
        await self.phone.sees(lambda card: str(card.data[0]).startswith(mine), 30)

    def agrees_with(self, kept: bytes | None) -> bool:
        return kept is not None and Chat.from_bytes(kept) == replace(self.expected, card=self.phone.card.message_id)

    def _take(self, done: Done) -> Turn:
        turn = take_turn(self.expected, done, self._vocabulary, "")
        assert not turn.stale
        assert not turn.wiped
        self.chat = turn.chat
        return turn
