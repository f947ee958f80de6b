"""A text that is in another language than its file says is found; a word quoted from another language is none."""

from itertools import permutations

import pytest

from knowledge.checks.problem import Wrong
from knowledge.sheet import LANGUAGES
from tests.knowledge.checks.copied import ARTICLE, LAW, Copy


@pytest.mark.parametrize(("language", "other"), [*permutations(LANGUAGES, 2)])
def test_a_file_that_is_a_copy_of_another_language_is_found(copy: Copy, language: str, other: str) -> None:
    file = copy.file(ARTICLE, language)
    written = copy.file(ARTICLE, other).read_text(encoding="utf-8")
    file.write_text(written.replace(f'language: "{other}"', f'language: "{language}"'), encoding="utf-8")
    found = [told for name, what, told in copy.problems() if what is Wrong.OTHER_LETTERS and name.endswith(file.name)]
    assert {told.partition(":")[0] for told in found} >= {"lead", "1", "2", "3", "note"}


OTHER_WORDS = [
    ("tg", "Весь текст здесь. ", ["Весь, здесь"]),
    ("ru", "Ҳукм баромад. ", ["Ҳукм"]),
    ("en", "Приговор here and суд there. ", ["Приговор, суд"]),
    ("en", "Ҳукм here. ", ["Ҳукм"]),
    ("en", "The word «призыв», in brackets (даъват) and “суд”, and Додхоҳ. ", []),
    ("ru", "Слово «таблиғот» и Додхоҳ. ", []),
]


@pytest.mark.parametrize(("language", "words", "told"), OTHER_WORDS)
def test_words_of_another_language_are_found_unless_they_are_quoted(
    copy: Copy, language: str, words: str, told: list[str]
) -> None:
    copy.change(LAW, language, r"(?<=\n---\n)", words)
    found = [each for _, what, each in copy.problems() if what is Wrong.OTHER_LETTERS]
    assert found == [f"lead: {each}" for each in told]


def test_a_heading_in_another_language_is_found(copy: Copy) -> None:
    copy.change(ARTICLE, "en", "^## 2 ", "## 2 часть ")
    assert (f"corpus/{ARTICLE}/en.md", Wrong.OTHER_LETTERS, "2: часть") in copy.problems()
