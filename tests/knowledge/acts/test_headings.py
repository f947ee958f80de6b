"""Heading lines as law banks, ministries and copies on the web write them, with a layout and without one."""

import pytest

from knowledge.acts.act import Division, Why
from tests.knowledge.acts.paper import MODES, doubts, flat, laid_out, read, texts, titles

pytestmark = pytest.mark.parametrize("mode", MODES)


def divisions(page: str, mode: str) -> list[tuple[str, str, str]]:
    return [_shown(each) for each in read(page, mode).divisions]


def _shown(each: Division) -> tuple[str, str, str]:
    return each.level.value, each.number, each.title


def test_a_title_goes_on_in_the_next_line_and_its_history_follows(mode: str) -> None:
    act = read(
        """
# Моддаи 179(3). Даъвати оммавӣ барои содир намудани ҷиноятҳои хусусияти
# террористидошта ва (ё) сафедкунии оммавии фаъолияти террористӣ
(Қонуни ҶТ аз 5.03.2009 № 71, аз 6.04.2010 № 72)
  1) Боғ субҳ кушода мешавад.
  2) Боғ шаб баста мешавад.
""",
        mode,
    )
    assert texts(act) == {
        "179-3": "1) Боғ субҳ кушода мешавад.\n2) Боғ шаб баста мешавад.",
        "179-3/1": "Боғ субҳ кушода мешавад.",
        "179-3/2": "Боғ шаб баста мешавад.",
    }
    assert titles(act)["179-3"].endswith("хусусияти террористидошта ва (ё) сафедкунии оммавии фаъолияти террористӣ")
    assert [each.law for each in act.articles()[0].amendments] == ["71", "72"]


def test_a_name_in_a_wrapped_title_goes_on_above_part_1(mode: str) -> None:
    act = read(
        """
# Моддаи 5. Боғҳое, ки дар ҳудуди Ҷумҳурии
# Тоҷикистон шинонда мешаванд
  1) Дарахт дар ҳар боғ, ки дар он
роҳ ва об ҳаст, шинонда мешавад.
  2) Гул низ.
""",
        mode,
    )
    assert titles(act) == {"5": "Боғҳое, ки дар ҳудуди Ҷумҳурии Тоҷикистон шинонда мешаванд"}
    assert texts(act)["5/1"] == "Дарахт дар ҳар боғ, ки дар он роҳ ва об ҳаст, шинонда мешавад."


def test_a_pages_number_between_a_heading_and_its_words_goes(mode: str) -> None:
    act = read(
        """
# Моддаи 11(1). Қоидаҳои тафсири қонуни ҷиноятӣ
3
---
  1) Боғ субҳ кушода
4
---
мешавад.
  2) Дарвоза шаб баста мешавад.
5
""",
        mode,
    )
    assert titles(act) == {"11-1": "Қоидаҳои тафсири қонуни ҷиноятӣ"}
    assert texts(act)["11-1"] == "1) Боғ субҳ кушода мешавад.\n2) Дарвоза шаб баста мешавад."


def test_a_number_that_does_not_count_with_the_pages_is_a_word_of_the_sentence(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n  Дарахтон аз соли\n1\n---\n2016\nмесабзанд.\n2\n---\n  Об ҷорӣ аст.\n3", mode)
    assert texts(act)["1"] == "Дарахтон аз соли 2016 месабзанд.\nОб ҷорӣ аст."


FLATTENED = """
# Моддаи 232. Шикор
  Дар боғ шикор манъ аст.
# Моддаи 2321. Шикор, моҳидорӣ
  Моҳӣ гирифтан манъ аст.
# Моддаи 233. Буридан
  Дарахт буридан манъ аст.
"""


def test_a_flattened_number_is_doubtful_and_its_right_place_is_only_proposed(mode: str) -> None:
    act = read(FLATTENED, mode)
    assert list(texts(act)) == ["232", "2321", "233"]
    assert [(each.why, str(each.proposal)) for each in act.doubts] == [(Why.FLATTENED_NUMBER, "law-of-tests/232-1")]


def test_a_flattened_number_is_placed_once_an_editor_agrees(mode: str) -> None:
    act = read(FLATTENED, mode, place_flattened=True)
    assert texts(act) == {
        "232": "Дар боғ шикор манъ аст.",
        "232-1": "Моҳӣ гирифтан манъ аст.",
        "233": "Дарахт буридан манъ аст.",
    }
    assert doubts(act) == {"2321": "flattened number"}


COLLISION = """
# Моддаи 11. Боғ
  Боғ калон аст.
# Моддаи 111. Қоидаҳо
  Қоидаҳо маълуманд.
# Моддаи 12. Ҳавз
  Ҳавз чуқур аст.
# Моддаи 110. Роҳ
  Роҳ рост аст.
# Моддаи 111. Дарахт
  Дарахт сабз аст.
# Моддаи 112. Барг
  Барг тар аст.
"""


def test_a_flattened_number_never_takes_the_place_of_the_article_that_bears_it(mode: str) -> None:
    act = read(COLLISION, mode)
    assert texts(act)["111"] == "Дарахт сабз аст."
    assert len(act.articles()) == len(COLLISION.strip().splitlines()) / 2 - 1
    assert [each.why for each in act.doubts if str(each.citation).endswith("/111")] == [
        Why.FLATTENED_NUMBER,
        Why.NUMBER_TAKEN,
    ]
    placed = read(COLLISION, mode, place_flattened=True)
    assert (texts(placed)["11-1"], texts(placed)["111"]) == ("Қоидаҳо маълуманд.", "Дарахт сабз аст.")


def test_a_flattened_number_is_not_placed_over_an_article_of_that_number(mode: str) -> None:
    page = FLATTENED + "# Моддаи 232(1). Моҳӣ\n  Моҳӣ дар ҳавз аст.\n"
    act = read(page, mode, place_flattened=True)
    assert texts(act)["232-1"] == "Моҳӣ дар ҳавз аст."
    assert Why.NUMBER_TAKEN in {each.why for each in act.doubts}


@pytest.mark.parametrize("number", ["230", "231", "999"])
def test_a_second_article_of_a_number_is_not_kept_in_the_firsts_place(mode: str, number: str) -> None:
    act = read(f"# Моддаи {number}. Як\n  Якум.\n# Моддаи {number}. Ду\n  Дуюм.\n", mode)
    assert texts(act) == {number: "Якум."}
    assert doubts(act) == {number: "number taken"}


def test_a_deleted_article_is_there_without_words(mode: str) -> None:
    act = read(
        "# Моддаи 134. Гул\n  Гул сурх аст.\n# Моддаи 135. хориҷ карда шуд\n# Моддаи 136. Об\n  Об тар аст.", mode
    )
    assert [(str(each.citation)[-3:], each.deleted, each.text) for each in act.articles()] == [
        ("134", False, "Гул сурх аст."),
        ("135", True, ""),
        ("136", False, "Об тар аст."),
    ]
    assert doubts(act) == {}


@pytest.mark.parametrize("words", ["Хориҷ кардани дарахт аз боғ манъ аст.", "Исключительное право имеет садовник."])
def test_words_that_only_begin_like_a_deletion_are_in_force(mode: str, words: str) -> None:
    assert not read(f"# Моддаи 1. Боғ\n  {words}", mode).articles()[0].deleted


def test_a_range_of_deleted_articles_is_each_of_them(mode: str) -> None:
    act = read("# Моддаи 691. Боғ\n  Боғ.\n# Моддаҳои 692 - 695. Хориҷ карда шуд\n# Моддаи 696. Об\n  Об.", mode)
    assert [str(each.citation)[-3:] for each in act.articles() if each.deleted] == ["692", "693", "694", "695"]
    assert doubts(act) == {"692": "several articles under one heading"}


def test_a_range_of_suffixes_is_each_of_them(mode: str) -> None:
    act = read("# Моддаи 24. Боғ\n  Боғ.\n# Моддаҳои 24(1) - 24(3). Хориҷ карда шуд\n# Моддаи 25. Об\n  Об.", mode)
    assert list(titles(act)) == ["24", "24-1", "24-2", "24-3", "25"]


def test_a_range_never_takes_the_place_of_an_article_that_has_words(mode: str) -> None:
    act = read("# Моддаи 3. Гул\n  Гул сурх аст.\n# Моддаҳои 1 - 4. Хориҷ карда шуд\n", mode)
    assert texts(act)["3"] == "Гул сурх аст."
    assert doubts(act)["3"] == "number taken"


CHAPTERS = {
    "БОБИ 1 ВАЗИФАҲОИ БОҒ": ("chapter", "1", "ВАЗИФАҲОИ БОҒ"),
    "БОБИ 30.ҶИНОЯТҲО ДАР БОҒ": ("chapter", "30", "ҶИНОЯТҲО ДАР БОҒ"),
    "БОБИ 23(1). ОБҲО": ("chapter", "23(1)", "ОБҲО"),
    "Боби 41. Хориҷ карда шуд": ("chapter", "41", "Хориҷ карда шуд"),
    "ФАСЛИ Х. БОҒҲО": ("section", "10", "БОҒҲО"),
    "ФАСЛИ ХII. БОҒҲО": ("section", "12", "БОҒҲО"),
    "ФАСЛИ ХІV. БОҒҲО": ("section", "14", "БОҒҲО"),
    "ФАСЛИ IX. БОҒҲО": ("section", "9", "БОҒҲО"),
    "Б О Б И 4  ШАХСОНЕ КИ ДАР БОҒАНД": ("chapter", "4", "ШАХСОНЕ КИ ДАР БОҒАНД"),
    "Ф А С Л И  II. БОҒИ КАЛОН": ("section", "2", "БОҒИ КАЛОН"),
    "Ф А С Л И  II.  Б О Ғ Ҳ О": ("section", "2", "БОҒҲО"),
    "ФАСЛИ I. КОНУНИ БОГ": ("section", "1", "КОНУНИ БОГ"),
    "ГЛАВА ПЕРВАЯ. ОСНОВЫ САДА": ("chapter", "1", "ОСНОВЫ САДА"),
    "ГЛАВА ДЕСЯТАЯ": ("chapter", "10", ""),
    "БОБИ ЯКУМ": ("chapter", "1", ""),
    "БОБИ ЧОРУМ. ОБҲО": ("chapter", "4", "ОБҲО"),
    "РАЗДЕЛ III. ВОДЫ": ("section", "3", "ВОДЫ"),
    "Глава 7. Вода": ("chapter", "7", "Вода"),
    "ҚИСМИ УМУМӢ": ("book", "", "ҚИСМИ УМУМӢ"),
    "КИСМИ МАХСУС": ("book", "", "КИСМИ МАХСУС"),
    "ОБЩАЯ ЧАСТЬ": ("book", "", "ОБЩАЯ ЧАСТЬ"),
}


@pytest.mark.parametrize("heading", CHAPTERS)
def test_the_heading_of_a_chapter_or_section(mode: str, heading: str) -> None:
    page = f"# {heading}\n# Моддаи 1. Гул\n  Гул сурх аст.\n"
    assert divisions(page, mode) == [CHAPTERS[heading]]
    assert texts(read(page, mode)) == {"1": "Гул сурх аст."}


def test_a_chapters_title_may_stand_on_the_next_line_and_its_history_below(mode: str) -> None:
    page = "# ФАСЛИ Х.\n# БОҒҲО ВА ОБҲО\n(Қонуни ҶТ аз 1.02.2003 № 4)\n# Моддаи 1. Гул\n  Гул сурх аст."
    assert divisions(page, mode) == [("section", "10", "БОҒҲО ВА ОБҲО")]
    assert read(page, mode).left_out == 0


ARTICLES = {
    "Моддаи 5. Гул": ("5", "Гул"),
    "Моддаи5.Гул": ("5", "Гул"),
    "Моддаи 5 Гул": ("5", "Гул"),
    "Моддаи 5": ("5", ""),
    "Моддаи 5.": ("5", ""),
    "МОДДАИ 5. ГУЛ": ("5", "ГУЛ"),
    "М о д д а и 5. Гул": ("5", "Гул"),
    "М О Д Д А И  5. Гул": ("5", "Гул"),
    "Модаи 5. Гул": ("5", "Гул"),
    "Моддаи 5(1). Гул": ("5-1", "Гул"),
    "Моддаи 5 (1). Гул": ("5-1", "Гул"),
    "Моддаи 5(1) Гул": ("5-1", "Гул"),
    "Моддаи 5^1. Гул": ("5-1", "Гул"),
    "Моддаи 5-1. Гул": ("5-1", "Гул"),
    "Моддаи 5 прим 1. Гул": ("5-1", "Гул"),
    "Моддаи 5(12). Гул": ("5-12", "Гул"),
    "Статья 5. Цветок": ("5", "Цветок"),
    "Статья 5.": ("5", ""),
    "Статья 5^2. Цветок": ("5-2", "Цветок"),
}


@pytest.mark.parametrize("heading", ARTICLES)
def test_the_heading_of_an_article(mode: str, heading: str) -> None:
    number, title = ARTICLES[heading]
    act = read(f"# {heading}\n  Гул сурх аст.\n# Моддаи 6. Об\n  Об тар аст.", mode)
    assert titles(act) == {number: title, "6": "Об"}
    assert texts(act)[number] == "Гул сурх аст."
    assert doubts(act) == {}


def test_a_raised_digit_on_a_line_of_its_own(mode: str) -> None:
    act = read("# Моддаи 307\n# 3\n# . Ташкили боғ\n  Боғ кушода аст.\n# Моддаи 308. Об\n  Об тар аст.", mode)
    assert titles(act) == {"307-3": "Ташкили боғ", "308": "Об"}
    assert doubts(act) == {"307-3": "number split over lines"}


GLUED = {
    "Моддаи 49. Корҳои ҳатмӣ1. Корҳои ҳатмӣ дар боғ мешаванд.": ("Корҳои ҳатмӣ", "Корҳои ҳатмӣ дар боғ мешаванд."),
    "Статья 49. Садовое правило 1) Правило действует всегда.": ("Садовое правило", "Правило действует всегда."),
    "Статья 49. Садовое правило. 1. Правило действует всегда.": ("Садовое правило.", "Правило действует всегда."),
}


@pytest.mark.parametrize("heading", GLUED)
def test_a_first_part_glued_to_the_title_is_taken_off(mode: str, heading: str) -> None:
    title, first = GLUED[heading]
    act = read(f"# {heading}\n  2) Вода течёт.\n", mode)
    assert titles(act) == {"49": title}
    assert (texts(act)["49/1"], texts(act)["49/2"]) == (first, "Вода течёт.")


CITED = [
    "Моддаи 13 ҳамин Кодекс татбиқ мешавад, агар",
    "Моддаи 13 Кодекси боғ татбиқ мешавад.",
    "моддаи 14. Дигар боғҳо низ ҳастанд.",
    "Боби 5-и ҳамин Кодекс татбиқ мешавад.",
    "Боби 5 татбиқ мешавад.",
    "Статья 13 настоящего Кодекса применяется.",
    "Глава 5 не применяется.",
    "Статьи 5 и 6 применяются.",
    "Қисми умумии боғ сабз аст.",
]


@pytest.mark.parametrize("sentence", CITED)
@pytest.mark.parametrize("before", ["Боғ мутобиқи", "Боғ калон аст."])
def test_a_heading_that_is_only_cited_at_the_beginning_of_a_line_begins_nothing(
    mode: str, sentence: str, before: str
) -> None:
    act = read(f"# Моддаи 1. Боғ\n  {before}\n{sentence}\n# Моддаи 2. Об\n  Об тар аст.", mode)
    assert list(titles(act)) == ["1", "2"]
    assert act.divisions == ()
    assert texts(act)["1"].replace("\n", " ") == f"{before} {sentence}"


def test_a_citation_at_the_beginning_of_a_line_does_not_cut_its_sentence(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n  1) Боғ мутобиқи\nМоддаи 13 ҳамин Кодекс ва\nБоби 5-и он сабз аст.\n  2) Об.", mode)
    assert texts(act)["1/1"] == "Боғ мутобиқи Моддаи 13 ҳамин Кодекс ва Боби 5-и он сабз аст."


def test_a_missing_article_is_told_at_the_next_one(mode: str) -> None:
    act = read("# Моддаи 16. Гул\n  Гул.\n# Моддаи 18. Об\n  Об.\n# Моддаи 17. Хок\n  Хок.", mode)
    assert doubts(act) == {"18": "number missing", "17": "number out of order"}


def test_an_article_without_words_is_doubtful(mode: str) -> None:
    assert doubts(read("# Моддаи 1. Гул\n# Моддаи 2. Об\n  Об тар аст.", mode)) == {"1": "no text"}


@pytest.mark.parametrize("page", ["Moddai 3-i Kodeksi bogh\nBogh kalon ast.", "مادّی1. باغ\nباغ کلان است."])
def test_other_alphabets_are_left_out_and_counted(mode: str, page: str) -> None:
    act = read(page, mode)
    assert (act.wordings, act.left_out) == ((), 2)


def test_the_two_modes_differ(mode: str) -> None:
    page = "# Моддаи 1. Гул\n  Гул сурх аст."
    lines = MODES[mode](page)
    assert lines == (laid_out(page) if mode == "laid out" else flat(page))
    assert {each.large is None for each in lines} == {mode == "flat"}
