"""What a person sees, as data: keys of words with their arguments, and choices. Each edge draws it in its own way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

Argument: TypeAlias = "str | int | Text | tuple[Text, ...]"


class Language(StrEnum):
    TG = "tg"
    RU = "ru"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """A key of the Fluent files (`key` or `key.attribute`); a tuple among the arguments is drawn with commas."""

    key: str
    args: Mapping[str, Argument] = field(default_factory=lambda: MappingProxyType({}))
    language: Language | None = None
    """Set only where a text stands in a language of its own, as on the card that asks for the language."""


class Kind(StrEnum):
    """How a part is drawn."""

    HEADER = "header"
    REMARK = "remark"
    TITLE = "title"
    LABEL = "label"
    PLAIN = "plain"
    ITEM = "item"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Part:
    kind: Kind
    text: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """`name` says what is chosen; it never leaves the server: a button carries its place on the card instead."""

    name: str
    label: Text


@dataclass(frozen=True, slots=True)
class Screen:
    """`language` is the session's; None until one is chosen."""

    key: str
    language: Language | None
    parts: tuple[Part, ...]
    rows: tuple[tuple[Choice, ...], ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(choice for row in self.rows for choice in row)


def text(key: str, language: Language | None = None, **args: Argument) -> Text:
    return Text(key, MappingProxyType(args), language)
