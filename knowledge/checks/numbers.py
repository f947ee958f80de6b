"""Years, dates, numbers of laws and parts are the same in the three languages, or one of them is wrong."""

import re
from collections import Counter
from collections.abc import Iterator

from knowledge.checks.problem import Problem, Wrong
from knowledge.corpus import Item

_NUMBER = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}|[0-9]+(?:\([0-9]+\))?")
"""A day and an article with its suffix count whole: part 1 of 307(2) has the digits of part 2 of 307(1)."""
_DIGITS = re.compile(r"[0-9]+")


def differing(item: Item) -> Iterator[Problem]:
    first = item.first
    for language, sheet in item.sheets.items():
        for key in ("title", "label", "source"):
            if told := _difference(first.word(key), sheet.word(key)):
                yield Problem(sheet.path, Wrong.NUMBERS_DIFFER, f"{key}: {told}")
        for address, section in sheet.sections.items():
            other = first.sections[address]
            told = _difference(f"{other.label}\n{other.text}", f"{section.label}\n{section.text}")
            if told and language != first.word("language"):
                yield Problem(sheet.path, Wrong.NUMBERS_DIFFER, f"{address or 'lead'}: {told}")


def _difference(first: str, other: str) -> str:
    here, there = Counter(_NUMBER.findall(other)), Counter(_NUMBER.findall(first))
    told = [f"only here: {', '.join((here - there).elements())}"] if here - there else []
    told += [f"missing: {', '.join((there - here).elements())}"] if there - here else []
    return "; ".join(told)


def unnamed(item: Item) -> Iterator[Problem]:
    """A label that leaves out a number of its citation would send a reader to another provision."""
    for sheet in item.sheets.values():
        for address, section in sheet.sections.items():
            if sheet.word("kind") == "law":
                cited = Counter(_DIGITS.findall(f"{item.citation}/{address}"))
                if missing := cited - Counter(_DIGITS.findall(section.label)):
                    told = f"{address or 'lead'}: {', '.join(missing.elements())}"
                    yield Problem(sheet.path, Wrong.TITLE_DIFFERS, told)
