"""No telephone number is shown until the question which numbers work is signed off."""

import pytest

from knowledge.checks.problem import Wrong
from knowledge.sheet import LANGUAGES
from tests.knowledge.checks.copied import ARTICLE, GUIDE, Copy

NUMBERS = [
    "2271234",
    "227-12-34",
    "227 12 34",
    "+992 37 227 12 34",
    "(+992372271234)",
    "8–800–2000–600",
    "992 446000600",
]
LEAD = r"(?<=\n---\n)"


def telephones(copy: Copy) -> list[tuple[str, str]]:
    return [(file, told) for file, what, told in copy.problems() if what is Wrong.TELEPHONE]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_telephone_number_is_found_in_every_language(copy: Copy, language: str, number: str) -> None:
    copy.change(GUIDE, language, LEAD, f"Tel.{number}. ")
    assert telephones(copy) == [(f"corpus/{GUIDE}/{language}.md", f"lead: {number.strip('()')}")]


def test_a_telephone_number_is_found_in_a_heading_and_in_the_title(copy: Copy) -> None:
    copy.change(ARTICLE, "ru", "^## 2 ", "## 2 227-12-34 ")
    copy.change(GUIDE, "ru", '^title: "', 'title: "2271234 ')
    file, guide = f"corpus/{ARTICLE}/ru.md", f"corpus/{GUIDE}/ru.md"
    assert telephones(copy) == [(file, "2: 227-12-34"), (guide, "title: 2271234")]


@pytest.mark.parametrize(
    "text", ["14.05.2025 № 2169", "14.05.2025 179(3) 307(1)", "227 123", "2019, 2020, 2021", "1.2.3.4.5.6.7"]
)
def test_days_laws_and_articles_are_no_telephone_numbers(copy: Copy, text: str) -> None:
    copy.change(GUIDE, "all", LEAD, f"{text}. ")
    assert telephones(copy) == []


def test_when_the_question_is_signed_off_numbers_may_stand(copy: Copy) -> None:
    copy.change(GUIDE, "all", LEAD, "227-12-34. ")
    written = copy.questions.read_text(encoding="utf-8")
    before, asked = written.split('- "id": "phone-numbers"')
    signed = asked.replace('"open"', '"signed-off"', 1).replace('"nobody"', '"an editor"', 1)
    copy.questions.write_text(
        f'{before}- "id": "phone-numbers"{signed.replace("never", "2026-11-22", 1)}', encoding="utf-8"
    )
    assert copy.problems() == []


def test_a_question_that_was_deleted_is_not_signed_off(copy: Copy) -> None:
    copy.change(GUIDE, "all", LEAD, "227-12-34. ")
    copy.questions.write_text(
        copy.questions.read_text(encoding="utf-8").replace('"phone-numbers"', '"telephones"'), encoding="utf-8"
    )
    assert len(telephones(copy)) == len(LANGUAGES)
