"""A figure that is wrong in one language is found: in the lead, a section, a label, the title or the source."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.checks import numbers
from knowledge.checks.problem import Wrong
from knowledge.corpus import Item, items
from knowledge.sheet import LANGUAGES, Section, Sheet
from tests.knowledge.checks.copied import ARTICLE, LAW, Copy

CHANGES = [
    ("title", LAW, '^title: "', 'title: "2025 '),
    ("source", ARTICLE, "574", "547"),
    ("label", LAW, r'^label: "(.*)2169', 'label: "2196 14.05.2025'),
    ("lead", LAW, r"(?<=\n---\n)", "2025 "),
    ("section", ARTICLE, r"(?<=\n)(?=\S.*\n\n## 3 )", "5 "),
    ("heading", ARTICLE, "^## 2 ", "## 2 7 "),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("place", "old", "new"), [each[1:] for each in CHANGES], ids=[each[0] for each in CHANGES])
def test_a_number_that_is_not_in_every_language_is_found(
    copy: Copy, language: str, place: str, old: str, new: str
) -> None:
    copy.change(place, language, old, new)
    found = {file for file, what, _ in copy.problems() if what is Wrong.NUMBERS_DIFFER}
    changed = [each for each in LANGUAGES if each != "tg"] if language == "tg" else [language]
    assert found == {f"corpus/{place}/{each}.md" for each in changed}


def test_both_numbers_are_told_the_one_that_is_there_and_the_one_that_is_not(copy: Copy) -> None:
    copy.change(ARTICLE, "ru", "^Это часть 2 ", "Это часть 3 ")
    file = f"corpus/{ARTICLE}/ru.md"
    assert copy.problems() == [(file, Wrong.NUMBERS_DIFFER, "2: only here: 3; missing: 2")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"14\.11\.2016", "11.14.2016"),
        (r"14\.11\.2016", "14.11.2061"),
        (r"часть 2 статьи 307\(1\)(?=, а)", "часть 1 статьи 307(2)"),
        (r"307\(2\)\.", "3072."),
    ],
)
def test_the_same_digits_in_another_place_are_another_day_or_another_article(copy: Copy, old: str, new: str) -> None:
    copy.change(ARTICLE, "ru", old, new)
    assert [each[:2] for each in copy.problems()] == [(f"corpus/{ARTICLE}/ru.md", Wrong.NUMBERS_DIFFER)]


class Digit(NamedTuple):
    """Where in an item a digit stands; the address is None in the title, the source and the article's own label."""

    item: Item
    language: str
    address: str | None
    part: str
    at: int


@cache
def digits() -> tuple[Digit, ...]:
    return tuple(each for item in items() for language in LANGUAGES for each in digits_of(item, language))


def digits_of(item: Item, language: str) -> Iterator[Digit]:
    sheet = item.sheets[language]
    texts: list[tuple[str | None, str, str]] = [(None, key, sheet.word(key)) for key in ("title", "source", "label")]
    for address, section in sheet.sections.items():
        texts += [(address, "text", section.text), (address, "label", section.label)]
    for where, part, text in texts:
        yield from (Digit(item, language, where, part, at) for at, sign in enumerate(text) if sign in "0123456789")


def with_another(digit: Digit, sign: str) -> Item:
    """The item, one digit of one language replaced."""
    sheet = digit.item.sheets[digit.language]
    if digit.address is None:
        changed = replace(sheet, front={**sheet.front, digit.part: mended(sheet.word(digit.part), digit.at, sign)})
    else:
        changed = replace(sheet, sections={**sheet.sections, digit.address: _section(sheet, digit, sign)})
    return replace(digit.item, sheets={**digit.item.sheets, digit.language: changed})


def _section(sheet: Sheet, digit: Digit, sign: str) -> Section:
    section = sheet.sections[digit.address or ""]
    if digit.part == "text":
        return replace(section, text=mended(section.text, digit.at, sign))
    return replace(section, label=mended(section.label, digit.at, sign))


def mended(text: str, at: int, sign: str) -> str:
    return f"{text[:at]}{sign}{text[at + 1 :]}"


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_any_one_digit_that_is_changed_anywhere_in_the_real_corpus_is_found(data: st.DataObject) -> None:
    digit = digits()[data.draw(st.integers(0, len(digits()) - 1))]
    text = digit.item.sheets[digit.language]
    old = text.word(digit.part) if digit.address is None else getattr(text.sections[digit.address], digit.part)
    sign = data.draw(st.sampled_from("0123456789x ").filter(lambda each: each != old[digit.at]))
    found = [*numbers.differing(with_another(digit, sign))]
    names = {problem.file.stem for problem in found}
    assert names == ({"ru", "en"} if digit.language == "tg" else {digit.language})
