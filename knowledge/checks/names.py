"""Nobody is named: neither a convicted person nor an official, who stands in the texts by office.

A word with a capital inside a sentence must be on the list of known names (proper_nouns.yaml: places, bodies, acts,
outlets); anything else is taken for a person until an editor puts it there. At the beginning of a sentence it may
also be a word that some text of the language has in small letters. Before that, what only a person's name looks like
is found anywhere: initials, and surnames by their endings.

Still not found: a name in small letters; a name that is a word too, or has the first five letters of one, at the
beginning of a sentence (Умед, Давлат, Mark); a name that an editor has put on the list.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from knowledge import strict_yaml
from knowledge.checks.problem import Problem, Wrong
from knowledge.checks.vocabulary import Spoken, beginning
from knowledge.corpus import Item

LIST = Path(__file__).parent.parent / "proper_nouns.yaml"
_CAPITAL = "А-ЯЁҒӢҚӮҲҶA-Z"
_INITIALS = re.compile(rf"(?<!\w)[{_CAPITAL}]\.\s?(?:[{_CAPITAL}]\.\s?)?[{_CAPITAL}][a-zа-яёғӣқӯҳҷ'’-]{{2,}}")
_SURNAME = re.compile(
    rf"(?<!\w)[{_CAPITAL}][\w'’-]+(?:(?:зод|зод[аеуыи]|заде|ов|ова|ев|ева|ёв|иён|пур|ович|овна)(?:ро|и)?"
    r"|[оеё]в(?:а|у|ой|ым|ых|ыми|ом|е)|ович\w*|зод(?:ой|ою)|zoda|zade|zod|ov|ova|ev|eva|iyon|pur|ovich|ovna)(?!\w)"
)
_PAIR = re.compile(rf"(?<!\w)[{_CAPITAL}][\w'’-]+\s[{_CAPITAL}][\w'’-]+")
_WORD_INSIDE = re.compile(rf"(?<=[\w,;:)»”—–-]\s)[«„“‘\"'(]*([{_CAPITAL}][\w'’-]*)")

_WORD = re.compile(rf"(?<![\w'’-])[{_CAPITAL}][\w'’-]*")


def persons(text: str) -> list[str]:
    """What looks like a person's name whatever stands around it. Known places and bodies are none."""
    found = [*_INITIALS.findall(text), *_SURNAME.findall(text)]
    return [each for each in found if each.casefold() not in known_names()]


def in_full(text: str) -> list[str]:
    """Persons in a document of anybody's: a surname alone may be any word there, beside another name it is one."""
    pairs = [each.group() for each in _PAIR.finditer(text) if persons(each.group()) and not _knows_any(each.group())]
    return [*_INITIALS.findall(text), *pairs]


def _knows_any(words: str) -> bool:
    return any(word.casefold() in known_names() for word in words.split())


def strangers(text: str) -> list[str]:
    """Words with a capital inside a sentence that nobody has put on the list."""
    return [each for each in _WORD_INSIDE.findall(text) if each.casefold() not in known_names()]


def unspoken(text: str, spoken: frozenset[str]) -> list[str]:
    """Words with a capital anywhere that are neither on the list nor, in small letters, in any text."""
    words = [each for each in _WORD.findall(text) if each.casefold() not in known_names()]
    return [each for each in words if beginning(each) not in spoken]


@cache
def known_names() -> frozenset[str]:
    listed = strict_yaml.load(LIST.read_text(encoding="utf-8"))
    assert isinstance(listed, dict)  # noqa: S101  # our own file, read by its test
    return frozenset(word.casefold() for words in listed.values() for line in words for word in line.split())


def named(item: Item, spoken: Spoken) -> Iterator[Problem]:
    for language, sheet in item.sheets.items():
        told = [sheet.word("title"), sheet.word("source"), sheet.word("label")]
        told += [part for each in sheet.sections.values() for part in (each.label, each.text)]
        found = {word for text in told for word in (*persons(text), *strangers(text))}
        found |= {word for text in told for word in unspoken(text, spoken[language])}
        if found:
            yield Problem(sheet.path, Wrong.PERSONAL_NAME, ", ".join(sorted(found)))
