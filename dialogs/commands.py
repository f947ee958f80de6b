"""The commands of the menu, typed or tapped. What follows a command is never read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from dialogs.session import Place, Session

NAMES = ("start", "language", "help", "privacy", "save", "wipe")


def commanded(session: Session, text: str) -> Session | str:
    """A command meant for another bot is ignored, but a wipe never is; an unknown one opens the help."""
    name, at, _bot = text[1:].split(maxsplit=1)[0].partition("@") if text[1:].strip() else ("", "", "")
    if name == "wipe":
        return "wipe"
    if session.language is None:
        return replace(session, remark="remark-choose-language" if name != "start" else None)
    return replace(session, remark=None) if at else COMMANDS.get(name, _help)(session)


def _help(session: Session) -> Session:
    return session.over(Place.HELP)


def _save(session: Session) -> Session:
    if session.unconfirmed:
        return replace(session, remark="remark-done-first")
    return session.over(Place.SAVE) if session.facts else replace(session, remark="remark-nothing-to-save")


COMMANDS: Mapping[str, Callable[[Session], Session]] = MappingProxyType(
    {
        "start": lambda session: replace(session, remark=None),
        "language": lambda session: session.over(Place.LANGUAGE),
        "privacy": lambda session: session.over(Place.PRIVACY),
        "help": _help,
        "save": _save,
    }
)
