"""Parts, clauses, notes and lists below an article, and what stands around an act, with a layout and without one."""

import pytest

from knowledge.acts.act import Why
from tests.knowledge.acts.paper import MODES, doubts, read, texts, titles

pytestmark = pytest.mark.parametrize("mode", MODES)


def test_parts_and_clauses_with_suffixes(mode: str) -> None:
    act = read(
        """
# Моддаи 1. Боғ
  1) Дар боғ инҳоянд:
  а) дарахт;
  а(1)) бутта;
  а^2) себ;
  б) гул.
  2) Боғ калон аст.
  2(1)) Боғ хурд ҳам мешавад.
  2^2) Боғ миёна ҳам мешавад.
  3) Тамом.
""",
        mode,
    )
    assert {address: text for address, text in texts(act).items() if address != "1" and "\n" not in text} == {
        "1/1/а": "дарахт;",
        "1/1/а-1": "бутта;",
        "1/1/а-2": "себ;",
        "1/1/б": "гул.",
        "1/2": "Боғ калон аст.",
        "1/2-1": "Боғ хурд ҳам мешавад.",
        "1/2-2": "Боғ миёна ҳам мешавад.",
        "1/3": "Тамом.",
    }
    assert texts(act)["1/1"] == "Дар боғ инҳоянд:\nа) дарахт;\nа(1)) бутта;\nа^2) себ;\nб) гул."
    assert doubts(act) == {}


def test_a_clause_that_comes_twice_is_never_written_over(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n  Боғ:\n  а) як;\n  а(1)) ду;\n  а(1)) се;\n  б) чор.", mode)
    assert texts(act)["1/а-1"] == "ду;"
    assert "се;" in texts(act)["1"]


def test_the_words_behind_the_last_clause_belong_to_the_part(mode: str) -> None:
    act = read(
        """
# Моддаи 1. Боғ
  1) Чидани гул, агар:
  а) такроран;
  б) аз ҷониби гурӯҳ содир шуда бошад,
  бо ҷарима ба андозаи як гул ҷазо
дода мешавад.
  2) Об.
""",
        mode,
    )
    assert texts(act)["1/1/б"] == "аз ҷониби гурӯҳ содир шуда бошад,"
    assert texts(act)["1/1"].endswith("бошад,\nбо ҷарима ба андозаи як гул ҷазо дода мешавад.")


def test_a_list_inside_a_clause_is_no_row_of_parts(mode: str) -> None:
    act = read(
        """
# Моддаи 1. Боғ
  1) Дар боғ ҳастанд:
  а) дарахтон, аз ҷумла:
  1) себ;
  2) нок;
  3) анор;
  б) гулҳо.
  2) Боғ калон аст.
""",
        mode,
    )
    assert list(texts(act)) == ["1", "1/1", "1/1/а", "1/1/б", "1/2"]
    assert texts(act)["1/1/а"] == "дарахтон, аз ҷумла:\n1) себ;\n2) нок;\n3) анор;"
    assert texts(act)["1/2"] == "Боғ калон аст."


def test_a_list_inside_a_clause_of_an_article_without_parts(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n  Дар боғ:\n  а) дарахтон:\n  1) себ;\n  2) нок;\n  б) гулҳо.", mode)
    assert list(texts(act)) == ["1", "1/а", "1/б"]


def test_a_list_that_begins_again_inside_a_part(mode: str) -> None:
    act = read(
        "# Моддаи 1. Боғ\n  1. Боғ калон аст.\n  2. Дар боғ:\n  1) себ;\n  2) нок;\n  3) анор.\n  3. Об ҷорӣ аст.", mode
    )
    assert list(texts(act)) == ["1", "1/1", "1/2", "1/3"]
    assert texts(act)["1/2"] == "Дар боғ:\n1) себ;\n2) нок;\n3) анор."
    assert texts(act)["1/3"] == "Об ҷорӣ аст."


def test_a_part_that_is_missing_is_told_at_the_next_one(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n  1) Як.\n  3) Се.", mode)
    assert (list(texts(act)), doubts(act)) == (["1", "1/1", "1/3"], {"1/3": "part missing"})


def test_parts_that_begin_with_the_second_are_read_and_told(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n  Боғ калон аст.\n  2. Об ҷорӣ аст.\n  3. Хок сиёҳ аст.", mode)
    assert (list(texts(act)), doubts(act)) == (["1", "1/2", "1/3"], {"1/2": "part missing"})
    assert texts(act)["1"] == "Боғ калон аст.\n2. Об ҷорӣ аст.\n3. Хок сиёҳ аст."
    act = read("# Моддаи 1. Боғ\n  2) Об.\n  3) Хок.", mode)
    assert (list(texts(act)), doubts(act)) == (["1", "1/2", "1/3"], {"1/2": "part missing"})


@pytest.mark.parametrize("clauses", ["а) як;\n  в) се.", "б) ду;\n  в) се."])
def test_a_clause_that_is_missing_is_told_at_the_next_one(mode: str, clauses: str) -> None:
    act = read(f"# Моддаи 1. Боғ\n  1) Дар боғ:\n  {clauses}", mode)
    assert set(doubts(act).values()) == {Why.CLAUSE_MISSING}
    assert texts(act)["1/1/в"] == "се."


@pytest.mark.parametrize(
    "letters",
    ["абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷш", "абвгдеёжзийклмнопрст", "абвгдежзиклмнопрст", "абвгғдежзиклмнопрстуфхҳчҷ"],
)
def test_clauses_go_in_the_order_of_an_alphabet(mode: str, letters: str) -> None:
    rows = "\n".join(f"  {letter}) гул;" for letter in letters)
    act = read(f"# Моддаи 1. Боғ\n  1) Дар боғ:\n{rows}\n  2) Об.", mode)
    assert [each.removeprefix("1/1/") for each in texts(act) if each.startswith("1/1/")] == list(letters)
    assert doubts(act) == {}


def test_notes(mode: str) -> None:
    act = read(
        """
# Моддаи 1. Боғ
  1) Боғ калон аст.
  Эзоҳ: Калон ҳамон аст, ки дар он
зиёда аз даҳ дарахт ҳаст.
  Он сабз аст.
# Моддаи 2. Об
  Об ҷорӣ аст.
  Эзоҳ: 1. Об чист.
  2. Ҷорӣ чист.
# Моддаи 3. Хок
  Хок сиёҳ аст.
  Эзоҳ 1: Хок чист.
  Эзоҳ 2: Сиёҳ чист.
# Моддаи 4. Санг
  Санг сахт аст.
  Эзоҳ: Санг чист.
  Эзоҳ: Сахт чист.
  Эзоҳ: Чист чист.
""",
        mode,
    )
    assert {address: text for address, text in texts(act).items() if "note" in address} == {
        "1/note": "Калон ҳамон аст, ки дар он зиёда аз даҳ дарахт ҳаст.\nОн сабз аст.",
        "2/note": "1. Об чист.\n2. Ҷорӣ чист.",
        "2/note/1": "Об чист.",
        "2/note/2": "Ҷорӣ чист.",
        "3/note/1": "Хок чист.",
        "3/note/2": "Сиёҳ чист.",
        "4/note": "Санг чист.",
        "4/note-2": "Сахт чист.",
        "4/note-3": "Чист чист.",
    }
    assert doubts(act) == {}


def test_a_note_to_several_articles_is_kept_with_the_last_and_told(mode: str) -> None:
    act = read("# Моддаи 82. Боғ\n  Боғ.\n# Моддаи 83. Гул\n  Гул.\n  Эзоҳ ба моддаҳои 82 ва 83: Онҳо сабзанд.", mode)
    assert texts(act)["83/note"] == "Онҳо сабзанд."
    assert doubts(act) == {"83/note": "note to several articles"}


def test_a_note_behind_other_signs_is_told(mode: str) -> None:
    act = read('# Моддаи 1. Боғ\n  Боғ калон аст.\n  - "Эзоҳ: Боғ чист.', mode)
    assert (texts(act)["1/note"], doubts(act)) == ("Боғ чист.", {"1/note": "note behind other signs"})


@pytest.mark.parametrize("note", ["Примечание. Сад чей.", "Примечание: Сад чей.", "ПРИМЕЧАНИЕ. Сад чей."])
def test_a_note_in_russian(mode: str, note: str) -> None:
    assert texts(read(f"# Статья 1. Сад\n  Сад общий.\n  {note}", mode))["1/note"] == "Сад чей."


SIGNATURES = [
    "  Президенти\n  Ҷумҳурии Тоҷикистон Номӣ Ношиносов\n  ш.Деҳа\n  23 июли соли 2001 № 5",
    "  Президенти Ҷумҳурии Тоҷикистон Н. Ношиносов",
    "  Раиси\n  Маҷлиси Олии Ҷумҳурии Тоҷикистон Н. Ношиносов",
    "Раиси Маҷлиси Олии Ҷумҳурии Тоҷикистон Н.Ношиносов\nш. Деҳа",
    "  Председатель Совета сада Н. Н. Ношиносов",
    "  Боғбони калони деҳа Н. Ношиносов",
    "  Н. Ношиносов",
    "  Замимаи 1\n  Рӯйхати дарахтони Ношиносов",
    "# Замимаи 1\n  Рӯйхати дарахтони Ношиносов аз деҳа.",
    "  Қарори Маҷлиси Олии Ҷумҳурии Тоҷикистон\n  Дар бораи боғи Ношиносов",
    "# ПЕРЕХОДНЫЕ ПОЛОЖЕНИЯ\n  1. Садовник Ношиносов остаётся.\n  2. И он тоже.",
]


@pytest.mark.parametrize("signature", SIGNATURES)
@pytest.mark.parametrize("last", ["Боғ калон аст.", "Боғ калон аст (Қонуни ҶТ аз 1.02.2003 № 4)"])
def test_nothing_behind_the_act_gets_into_its_last_article(mode: str, signature: str, last: str) -> None:
    act = read(f"# Моддаи 1. Боғ\n  Боғ сабз аст.\n# Моддаи 2. Боғ\n  1) Боғ.\n  2) {last}\n{signature}", mode)
    assert "Ношинос" not in "".join(f"{each.title}{each.text}" for each in act.wordings)
    assert texts(act)["2/2"] == "Боғ калон аст" + ("." if last.endswith(".") else "")
    assert act.left_out == len(signature.splitlines())


def test_a_sentence_may_begin_as_a_signature_or_an_annex_does(mode: str) -> None:
    sentences = [
        "Президенти Ҷумҳурии Тоҷикистон боғро мекушояд.",
        "Раиси боғ дарахт мешинонад.",
        "Замимаи мазкур қисми таркибии боғ аст.",
        "Приложение является частью сада.",
    ]
    page = "# Моддаи 1. Боғ\n" + "\n".join(f"  {number}) {each}" for number, each in enumerate(sentences, 1))
    page += "\n# Моддаи 2. Об\n" + "\n".join(f"  {each}" for each in sentences)
    act = read(page, mode)
    assert texts(act)["2"].split("\n") == sentences
    assert (act.left_out, act.doubts) == (0, ())


def test_lines_lost_between_two_articles_are_told(mode: str) -> None:
    act = read("# Моддаи 1. Боғ\n  Боғ сабз аст.\n  Замимаи 5\n  Рӯйхат.\n# Моддаи 2. Об\n  Об.", mode)
    assert (act.left_out, doubts(act)) == (2, {"1": "cut short"})


def test_running_heads_and_feet_go(mode: str) -> None:
    pages = [f"Маҷаллаи боғ, рақами {page}\n{body}\n- {page} -" for page, body in enumerate(BODIES, 1)]
    act = read("\n---\n".join(pages), mode)
    assert texts(act) == {"1": "Боғ сабз ва калон аст.", "2": "Об тоза ва ҷорӣ аст.", "3": "Хок сиёҳ аст."}


def test_a_head_may_stand_under_the_pages_number(mode: str) -> None:
    pages = [f"{page}\nМаҷаллаи боғ\n{body}" for page, body in enumerate(BODIES, 1)]
    assert texts(read("\n---\n".join(pages), mode))["1"] == "Боғ сабз ва калон аст."


BODIES = [
    "# Моддаи 1. Боғ\n  Боғ сабз ва",
    "калон аст.\n# Моддаи 2. Об\n  Об тоза ва",
    "ҷорӣ аст.\n# Моддаи 3. Хок\n  Хок сиёҳ аст.",
]


def test_headings_at_the_top_of_every_page_are_no_running_heads(mode: str) -> None:
    pages = [f"# Статья {number}.\n  Сад номер {number} открыт.\n  Вода течёт." for number in range(1, 5)]
    assert list(titles(read("\n---\n".join(pages), mode))) == ["1", "2", "3", "4"]


def test_the_same_history_at_the_end_of_every_page_is_kept(mode: str) -> None:
    pages = [f"# Моддаи {number}. Боғ\n  Боғ сабз аст.\n(Қонуни ҶТ аз 1.02.2003 № 4)" for number in range(1, 5)]
    assert all(len(each.amendments) == 1 for each in read("\n---\n".join(pages), mode).wordings)


HYPHENS = {
    "дар Кӯҳистони\nБадахшон аст.": "дар Кӯҳистони Бадахшон аст.",
    "дар Кӯҳистон-\nБадахшон аст.": "дар Кӯҳистон-Бадахшон аст.",
    "дар Кӯҳистон\ufffe\nБадахшон аст.": "дар Кӯҳистон-Бадахшон аст.",
    "аз гул\n- ки сурх аст - пур аст.": "аз гул - ки сурх аст - пур аст.",
}


@pytest.mark.parametrize("written", HYPHENS)
def test_hyphens_at_the_ends_of_lines(mode: str, written: str) -> None:
    act = read(f"# Моддаи 1. Боғ\n  Боғ {written}", mode)
    assert texts(act)["1"].replace("\n", " ") == f"Боғ {HYPHENS[written]}"


CONTENTS = """
КИСМИ УМУМИ.. 12
ФАСЛИ I. БОГХО.. 12
БОБИ 1. БОГХОИ КАЛОН .... 12
Моддаи 10. Кувваи бозгашти  бог. 13
Моддаи 111. Коидахои тафсири бог . 14
Моддаи 12. Хавз ………… 15
Моддаи 111. Дарахт ___. 77
---
# КИСМИ УМУМИ
# ФАСЛИ I. БОГХО
# БОБИ 1. БОГХОИ КАЛОН
# Моддаи 10. Кувваи бозгашти  бог
  Бог калон аст.
# Моддаи 11. Дар
  Дар баста.
# Моддаи 11(1). Коидахои тафсири бог
  Коидахо хастанд.
# Моддаи 12. Хавз
  Хавз чукур аст.
# Моддаи 111. Дарахт
  Дарахт сабз аст.
"""


def test_a_table_of_contents_takes_no_articles_place(mode: str) -> None:
    act = read(
        CONTENTS.replace("\nМ", "\n# М").replace("\nК", "\n# К").replace("\nФ", "\n# Ф").replace("\nБ", "\n# Б"), mode
    )
    assert texts(act) == {
        "10": "Бог калон аст.",
        "11": "Дар баста.",
        "11-1": "Коидахо хастанд.",
        "12": "Хавз чукур аст.",
        "111": "Дарахт сабз аст.",
    }
    assert titles(act)["10"] == "Кувваи бозгашти  бог"
    assert [(each.level.value, each.number) for each in act.divisions] == [
        ("book", ""),
        ("section", "1"),
        ("chapter", "1"),
    ]
    assert (act.left_out, doubts(act)) == (7, {"111": "number missing"})


def test_a_table_of_contents_without_pages_is_known_by_its_titles(mode: str) -> None:
    act = read(
        "# Моддаи 1. Боғ\n# Моддаи 2. Об\n# Моддаи 1. Боғ\n  Боғ калон аст.\n# Моддаи 2. Об\n  Об ҷорӣ аст.", mode
    )
    assert texts(act) == {"1": "Боғ калон аст.", "2": "Об ҷорӣ аст."}
    assert (act.left_out, doubts(act)) == (2, {})


def test_a_table_of_contents_may_stand_behind_the_act(mode: str) -> None:
    act = read(
        "# Моддаи 1. Боғ\n  Боғ калон аст.\n# Моддаи 2. Об\n  Об.\n# Моддаи 1. Боғ ... 4\n# Моддаи 2. Об ... 5", mode
    )
    assert (texts(act), doubts(act)) == ({"1": "Боғ калон аст.", "2": "Об."}, {})


def test_the_paragraphs_of_the_constitution_are_its_parts_where_they_can_be_told(mode: str) -> None:
    page = "# Статья 65.\n  Сад открыт всегда.\nИ ночью.\n  Вода в нём\nтечёт.\n# Статья 66.\n  Конец."
    act = read(page, mode, act="constitution")
    if mode == "laid out":
        assert texts(act)["65/1"] == "Сад открыт всегда. И ночью."
        assert list(texts(act)) == ["65", "65/1", "65/2", "66"]
    else:
        assert list(texts(act)) == ["65", "66"]
        assert doubts(act) == {"65": "parts not told apart"}
