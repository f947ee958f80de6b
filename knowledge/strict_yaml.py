"""YAML in which every value is text: what YAML would silently turn into something else is refused, with its line."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.resolver import implicit_resolvers

MOST_BYTES = 1_000_000
MOST_LEVELS = 20

INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of signs that steer and are not seen; the tab is one."""

NO_SIGN = re.compile(r"[\ufffe\uffff]|\\U(?!00(?:0|10))")
"""What no text can hold, as itself or as an escape: ruamel.yaml stops at these without a line."""

NOT_TEXT: tuple[Any, ...] = (  # ruamel.yaml compiles its patterns when first used, in a type of its own
    *(pattern for _, _, pattern, _ in implicit_resolvers),
    re.compile(r"[-+]?\.[0-9]+[eE][0-9]+$"),  # a number in YAML 1.2 that ruamel.yaml's own patterns leave out
)
"""What YAML 1.1 or 1.2 takes for a number, a date, a truth value, nothing, a merge or an alias."""


class UnreadableYaml(ValueError):
    """The text cannot be taken at its word, so nothing of it is used. The message begins with the line."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem


def load(text: str) -> object:
    """Strings, and lists and dictionaries of them; raise UnreadableYaml. What looks like a number stands in quotes."""
    _refuse_too_long(text)
    text = text.replace("\r\n", "\n")
    _refuse_unseen(text, line=1)
    try:
        return _only_document(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYaml(mark.line + 1, error.problem or error.context) from None


def _refuse_too_long(text: str) -> None:
    coded = text.encode(errors="surrogatepass")
    if len(coded) > MOST_BYTES:
        raise UnreadableYaml(coded[:MOST_BYTES].count(b"\n") + 1, f"more than {MOST_BYTES} bytes up to here")


def _refuse_unseen(text: str, line: int) -> None:
    for number, row in enumerate(text.split("\n"), line):
        sign = next((sign for sign in row if unicodedata.category(sign) in INVISIBLE), None)
        if sign:
            raise UnreadableYaml(number, f"a tab or another sign that is not seen: U+{ord(sign):04X}")
        if NO_SIGN.search(row):
            raise UnreadableYaml(number, "a sign that does not exist")


def _only_document(events: Iterator[Event]) -> object:
    next(events)  # the stream begins
    begin = next(events)
    if isinstance(begin, StreamEndEvent):
        raise UnreadableYaml(_line(begin), "nothing is written here")
    if isinstance(begin, DocumentStartEvent) and (begin.version or begin.tags):
        raise UnreadableYaml(_line(begin), "a directive before the text")
    value = _value(next(events), events, 1)
    next(events)  # the document ends
    if not isinstance(after := next(events), StreamEndEvent):
        raise UnreadableYaml(_line(after), "a second document")
    return value


def _value(event: Event, events: Iterator[Event], level: int) -> object:
    if not isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) or event.anchor:
        raise UnreadableYaml(_line(event), "an alias or an anchor: write the text out")
    if event.tag:
        raise UnreadableYaml(_line(event), f"a tag: {event.tag}")
    if level > MOST_LEVELS:
        raise UnreadableYaml(_line(event), f"nested deeper than {MOST_LEVELS} levels")
    if isinstance(event, ScalarEvent):
        return _text(event)
    if isinstance(event, MappingStartEvent):
        return _mapping(events, level + 1)
    return [_value(each, events, level + 1) for each in _until(SequenceEndEvent, events)]


def _mapping(events: Iterator[Event], level: int) -> dict[str, object]:
    read: dict[str, object] = {}
    for key in _until(MappingEndEvent, events):
        name = _value(key, events, level)
        if not isinstance(name, str):
            raise UnreadableYaml(_line(key), "a list or a dictionary as a key")
        if name in read:
            raise UnreadableYaml(_line(key), f"written twice: {name!r}")
        value = next(events)
        if _nothing(value):
            raise UnreadableYaml(_line(key), f"nothing stands after {name!r}")
        read[name] = _value(value, events, level)
    return read


def _text(event: ScalarEvent) -> str:
    value = str(event.value)
    if _nothing(event):
        raise UnreadableYaml(_line(event), "nothing stands here")
    if event.style is None and any(pattern.match(value) for pattern in NOT_TEXT):
        raise UnreadableYaml(_line(event), f"{value[:40]!r} is not text to every reader: put it in quotes")
    _refuse_unseen(value, _line(event))
    return value


def _nothing(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and event.style is None and not event.value


def _until(end: type[Event], events: Iterator[Event]) -> Iterator[Event]:
    return takewhile(lambda event: not isinstance(event, end), events)


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
