"""What a text tells of its own history, in every shape that official files hold, and no word more is taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.acts.marks import without_marks
from tests.knowledge.acts.paper import MODES, doubts, history, read, texts

READ = {
    "Боғ (Қонуни ҶТ аз 14.05.2021 № 69).": ("Боғ.", ["2021-05-14 69"]),
    "Боғ(Қонуни ҶТ аз 14.05.2021 № 69),": ("Боғ,", ["2021-05-14 69"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61, № 62) аст.": ("Боғ аст.", ["2020-01-02 61", "2020-01-02 62"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020 №61,№62; аз 3.3.2021 №5)": ("Боғ", ["2020-01-02 61", "2020-01-02 62", "2021-03-03 5"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61, аз 3.02.2021 № 70).": ("Боғ.", ["2020-01-02 61", "2021-02-03 70"]),
    "Боғ (Қонунҳои ҶТ аз 2.01.2020 № 61 ва аз 3.02.2021 № 70).": ("Боғ.", ["2020-01-02 61", "2021-02-03 70"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61) (Қонуни ҶТ аз 3.02.2021 № 70)": ("Боғ", ["2020-01-02 61", "2021-02-03 70"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61), аз 3.02.2021 № 70).": ("Боғ.", ["2020-01-02 61", "2021-02-03 70"]),
    "Боғ ((Қонуни ҶТ аз 2.01.2020 № 61), аз 3.02.2021 № 70).": ("Боғ.", ["2020-01-02 61", "2021-02-03 70"]),
    "Боғ ((Қонуни ҶТ аз 2.01.2020 № 61)).": ("Боғ.", ["2020-01-02 61"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020\n№ 61) аст": ("Боғ аст", ["2020-01-02 61"]),
    "Боғ (Қонуни Ҷумҳурии Тоҷикистон аз 2.01.2020 № 61)": ("Боғ", ["2020-01-02 61"]),
    "Боғ (дар таҳрири Қонуни ҶТ аз 2.01.2020 № 61)": ("Боғ", ["2020-01-02 61"]),
    "Боғ (қонуни ҶТ аз 2.01.2020с. № 61)": ("Боғ", ["2020-01-02 61"]),
    "Бог (Конуни ЧТ аз 2.01.2020 № 61)": ("Бог", ["2020-01-02 61"]),
    "Сад (Закон РТ от 2.01.2020 № 61, от 3.02.2021г. №70)": ("Сад", ["2020-01-02 61", "2021-02-03 70"]),
    "Сад (в редакции Закона РТ от 2.01.2020 № 61).": ("Сад.", ["2020-01-02 61"]),
    "Сад (в ред. Закона РТ от 2.01.2020 г. № 61).": ("Сад.", ["2020-01-02 61"]),
    "Сад (в редакции референдума от 5 апреля 1998 г.).": ("Сад.", ["1998-04-05 referendum"]),
    "Сад (в редакции референдума от 05.04.1998г., от 7 мая 2001г.)": (
        "Сад",
        ["1998-04-05 referendum", "2001-05-07 referendum"],
    ),
    "Сад (в редакции референдума от 5 апреля\n1998 г.)": ("Сад", ["1998-04-05 referendum"]),
    "Боғ (дар таҳрири раъйпурсии 5.04.1998)": ("Боғ", ["1998-04-05 referendum"]),
}


@pytest.mark.parametrize("text", READ)
def test_a_mark_is_read_and_taken_out(text: str) -> None:
    told = without_marks(text)
    assert (told.text, [f"{each.day} {each.law}" for each in told.amendments]) == READ[text]
    assert (told.slips, told.strays, told.unread) == (0, 0, 0)


REMAINS = {
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61)).": "Боғ.",
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61) ) аст": "Боғ аст",
    "Боғ ((Қонуни ҶТ аз 2.01.2020 № 61),": "Боғ,",
    "Боғ\n( (Қонуни ҶТ аз 2.01.2020 № 61).": "Боғ.",
    "(Қонуни ҶТ аз 2.01.2020 № 61))": "",
    "Боғ, (Қонуни ҶТ аз 2.01.2020 № 61).": "Боғ.",
    "Боғ,(Қонуни ҶТ аз 2.01.2020 № 61),": "Боғ,",
    "Боғ, (Қонуни ҶТ аз 2.01.2020 № 61);": "Боғ;",
    "Боғ. (Қонуни ҶТ аз 2.01.2020 № 61).": "Боғ.",
    "Боғ; (Қонуни ҶТ аз 2.01.2020 № 61);": "Боғ;",
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61) .": "Боғ.",
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61), (Қонуни ҶТ аз 2.01.2020 № 62).": "Боғ.",
    # signs that have a fellow, or stand elsewhere
    "Боғ (себ (Қонуни ҶТ аз 2.01.2020 № 61)) аст": "Боғ (себ) аст",
    "Боғ ((Қонуни ҶТ аз 2.01.2020 № 61) себ) аст": "Боғ ( себ) аст",
    "Боғ ((Қонуни ҶТ аз 2.01.2020 № 61) моддаи 13) аст": "Боғ ( моддаи 13) аст",
    "1) Боғ (б) нок ё в) себ (Қонуни ҶТ аз 2.01.2020 № 61)).": "1) Боғ (б) нок ё в) себ.",
    "1) Боғ (аз а) то в) (Қонуни ҶТ аз 2.01.2020 № 61)).": "1) Боғ (аз а) то в)).",
    "Боғ. (Қонуни ҶТ аз 2.01.2020 № 61)\n2) Об": "Боғ.\n2) Об",
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61)\nа) об": "Боғ\nа) об",
    "Боғ с. (Қонуни ҶТ аз 2.01.2020 № 61), об": "Боғ с., об",
    "Боғ,, об ) (. Хок,. (Қонуни ҶТ аз 2.01.2020 № 61)": "Боғ,, об ) (. Хок,.",
}


@pytest.mark.parametrize("text", REMAINS)
def test_what_only_a_mark_left_at_its_place_goes_with_it(text: str) -> None:
    assert without_marks(text).text == REMAINS[text]


@pytest.mark.parametrize("mode", MODES)
def test_a_history_with_a_bracket_too_many_is_no_paragraph_of_the_article(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n(Қонуни ҶТ аз 1.02.2003 № 4))\n  1) Об.\n  2) Хок.", mode)
    assert texts(act) == {"1": "1) Об.\n2) Хок.", "1/1": "Об.", "1/2": "Хок."}
    assert history(act, "1") == ["2003-02-01 4"]


SLIPS = {
    "Боғ (Қоуни ҶТ аз 2.01.2020 № 61).": ("Боғ.", ["2020-01-02 61"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61.": ("Боғ.", ["2020-01-02 61"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020 № 61": ("Боғ", ["2020-01-02 61"]),
    "Боғ Қонуни ҶТ аз 2.01.2020 № 61).": ("Боғ.", ["2020-01-02 61"]),
    "Боғ (Қонуни ҶТ аз 2.01.2020 №№ 61).": ("Боғ.", ["2020-01-02 61"]),
    "Боғ (Қонуни ҶТ аз 18 06.2020 № 61).": ("Боғ.", ["2020-06-18 61"]),
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_mark_with_a_slip_of_the_pen_is_read_and_doubtful(text: str) -> None:
    told = without_marks(text)
    assert (told.text, [f"{each.day} {each.law}" for each in told.amendments]) == SLIPS[text]
    assert told.slips == 1


UNREAD = [
    "Боғ (Қонуни ҶТ аз 14.05.21 № 69)",
    "Боғ (Қонуни ҶТ аз 14 майи соли 2021 № 69)",
    "Боғ (Қонуни ҶТ аз 31.02.2021 № 69)",
    "Боғ (Қонуни ҶТ № 69)",
    "Сад (в редакции референдума прошлого года)",
    "Боғ мувофиқи Қонуни ҶТ аз 14.05.2021 № 69 сабз аст",
]


@pytest.mark.parametrize("text", UNREAD)
def test_a_mark_that_tells_no_day_and_law_is_doubtful(text: str) -> None:
    assert without_marks(text).unread
    assert without_marks(text).amendments == ()


NO_MARKS = [
    "Боғ (Қонуни дигар) сабз аст",
    "Боғ мувофиқи Қонун сабз аст",
    "шинондани «гул» (ё буттаи дигар)",
    "Рақами № 12 дар дарвоза аст",
    "Дар санаи 2.01.2020 боғ кушода шуд",
    "Сад (кроме огорода) открыт",
]


@pytest.mark.parametrize("text", NO_MARKS)
def test_what_is_no_mark_stays(text: str) -> None:
    told = without_marks(text)
    assert told.text == text
    assert (told.amendments, told.slips, told.strays, told.unread) == ((), 0, 0, 0)


def test_a_stray_law_number_leaves_the_words_apart_and_tells_no_history() -> None:
    told = without_marks("Кирдоре, ки боғро вайрон намоя№ 2169  бехатарии онро, манъ аст.")
    assert told.text == "Кирдоре, ки боғро вайрон намоя  бехатарии онро, манъ аст."
    assert (told.amendments, told.strays) == ((), 1)


@given(st.text(alphabet="боғ (Қонуни ҶТаз2.0190№,;)\n", max_size=80))
def test_reading_marks_adds_no_letter_and_reads_the_rest_the_same_way_twice(text: str) -> None:
    told = without_marks(text)
    left = iter(text)
    assert all(letter in left for letter in told.text), "what is left stands in the text, in its order"


@pytest.mark.parametrize("mode", MODES)
def test_a_mark_over_the_end_of_a_page_belongs_to_the_words_before_it(mode: str) -> None:
    act = read(
        """
# Моддаи 1. Боғ
  1) Дарахт дар боғ шинонда мешавад (Қонуни ҶТ
8
---
аз 1.02.2003 № 4).
  2) Гул низ шинонда мешавад.
9
""",
        mode,
    )
    assert texts(act)["1/1"] == "Дарахт дар боғ шинонда мешавад."
    assert (history(act, "1/1"), history(act, "1/2"), history(act, "1")) == (["2003-02-01 4"], [], ["2003-02-01 4"])


@pytest.mark.parametrize("mode", MODES)
def test_a_mark_on_the_next_line_belongs_to_its_clause(mode: str) -> None:
    act = read(
        """
# Моддаи 1. Боғ
  Дар боғ шинонда мешаванд:
  а) дарахт
(Қонуни ҶТ аз 1.02.2003 № 4);
  б) гул.
""",
        mode,
    )
    assert texts(act)["1/а"] == "дарахт;"
    assert (history(act, "1/а"), history(act, "1/б")) == (["2003-02-01 4"], [])


@pytest.mark.parametrize("mode", MODES)
def test_an_editor_is_told_of_a_slip_where_it_stands_and_only_there(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n  1) Об.\n  2) Дарахт:\n  а) себ (Қоуни ҶТ аз 1.02.2003 № 4);\n  б) нок.", mode)
    assert doubts(act) == {"1/2/а": "unread amendment mark"}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("title", ["Боғ (Қоуни ҶТ аз 1.02.2003 № 4)", "Боғ (Қонуни ҶТ аз 31.02.2003 № 4)"])
def test_a_slip_in_a_title_is_told_as_well(mode: str, title: str) -> None:
    act = read(f"# Моддаи 1. {title}\n  Об ҷорӣ аст.", mode)
    assert doubts(act) == {"1": "unread amendment mark"}
    assert act.articles()[0].title == "Боғ"
