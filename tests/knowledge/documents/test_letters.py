"""Signs in two pieces, letters of old fonts, charsets that are not named, letters that are lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from knowledge.documents.charset import EIGHT_BITS, decoded
from knowledge.documents.clean import clean
from knowledge.documents.damage import decoded_twice, lost_letters
from knowledge.documents.injection import orders_to_a_machine
from knowledge.documents.legacy_letters import legacy_letters
from tests.knowledge.documents import made

CLEANED = {
    "ч\u0327": "ҷ",
    "К\u0326": "Қ",
    "х\u0321": "ҳ",
    "г\u0335": "ғ",
    "и\u0304": "ӣ",
    "у\u0304": "ӯ",
    "307¹": "307^1",
    "307¹²": "307^12",
    "а\u00ad\u200b\ufeff\u2060б": "аб",
    "а\u00a0\u2003\t б": "а б",
    "\u202eа\u202c": "а",
}


@pytest.mark.parametrize("text", CLEANED)
def test_text_is_as_it_is_meant(text: str) -> None:
    assert clean(text) == CLEANED[text]


@given(some.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("table", "lines"), [(made.FIRST, made.ARTICLE), (made.SECOND, ("Қонуни Ҷумҳурии Тоҷикистон", "ҳукм"))]
)
def test_letters_of_old_fonts_come_back(table: dict[int, int], lines: tuple[str, ...]) -> None:
    text = "\n".join(lines)
    legacy = legacy_letters(text.translate(table))
    assert legacy is not None
    assert legacy.converted(text.translate(table)) == text


@pytest.mark.parametrize("text", [made.LINES, "\n".join(made.RUSSIAN), "Боби І, фасли ІІ", "The law"])
def test_a_text_of_today_is_left_alone(text: str) -> None:
    assert legacy_letters(text) is None


@pytest.mark.parametrize("charset", EIGHT_BITS)
def test_a_charset_is_told_by_its_words(charset: str) -> None:
    lines = made.ARTICLE if charset == "koi8_t" else made.RUSSIAN
    assert decoded("\n".join(lines).encode(charset)) == ("\n".join(lines), charset)


@pytest.mark.parametrize("lines", [made.ARTICLE, made.RUSSIAN])
def test_sound_text_is_not_taken_for_damaged(lines: tuple[str, ...]) -> None:
    text = "\n".join((*lines, "Кӣ? Чаро?", "https://example.org/?a=б", "«Оё ин ҷиноят аст?»"))
    assert (lost_letters(text), decoded_twice(text), orders_to_a_machine(text)) == ([], [], [])
