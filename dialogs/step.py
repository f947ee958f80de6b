"""The conversation as a pure step: a session and an event give the next session, and say whether to wipe."""

from dataclasses import dataclass, replace

from dialogs.events import Event, Opened, Said, Tapped, Unwanted
from dialogs.moves import choose
from dialogs.session import Session
from dialogs.show import show
from dialogs.typed import hear
from dialogs.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Step:
    """`wiped`: erase everything of this family, everywhere, before anything else."""

    session: Session
    wiped: bool = False


def step(session: Session, event: Event, vocabulary: Vocabulary) -> Step:
    """Total: every event at every place has a next session. A choice the card does not offer changes nothing."""
    match event:
        case Opened():
            return Step(replace(session, remark=None))
        case Unwanted(remark):
            return Step(replace(session, remark=remark))
        case Tapped(choice):
            return _tapped(replace(session, remark=None), choice)
        case Said():
            heard, meant = hear(replace(session, remark=None), event, vocabulary)
            return Step(heard) if meant is None else _tapped(heard, meant)


def _tapped(session: Session, choice: str) -> Step:
    if choice == "wipe":
        return Step(Session(), wiped=True)
    if choice not in {offered.name for offered in show(session).choices}:
        return Step(session)
    return Step(replace(choose(session, choice), remark=None))
