"""A conversation played in tests: what is done, and the card that is then shown."""

from dataclasses import dataclass, field
from datetime import date

from dialogs.events import Event, Opened, Said, Tapped
from dialogs.screen import Language, Screen
from dialogs.session import Session
from dialogs.show import show
from dialogs.step import step
from dialogs.vocabulary import Vocabulary

TODAY = date(2026, 11, 22)


@dataclass
class Talk:
    vocabulary: Vocabulary
    session: Session = field(default_factory=Session)
    wiped: bool = False

    def do(self, event: Event) -> Screen:
        """Each session is kept and read again on the way, as the vault does."""
        done = step(self.session, event, self.vocabulary)
        self.session, self.wiped = Session.from_json(done.session.to_json()), done.wiped
        assert self.session == done.session
        return self.card

    def say(self, text: str) -> Screen:
        return self.do(Said(text, TODAY))

    def tap(self, *choices: str) -> Screen:
        for choice in choices:
            assert choice in self.choices, f"{choice} is not on the card {self.card.key}: {sorted(self.choices)}"
            self.do(Tapped(choice))
        return self.card

    def open(self, language: Language = Language.EN) -> Screen:
        self.do(Opened())
        return self.tap(f"speak:{language.value}", "begin")

    @property
    def card(self) -> Screen:
        return show(self.session)

    @property
    def choices(self) -> frozenset[str]:
        return frozenset(choice.name for choice in self.card.choices)
