"""Citations as families, lawyers and law banks write them; what can be read in two ways is asked, never guessed."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.citation import Ambiguous, Citation, MalformedCitation
from knowledge.corpus import load
from knowledge.provisions import Kind

CODE = "criminal-code/"


def shown(written: str) -> str:
    """`"307/2 | 307-2"` where it must be asked, `"-"` where it is refused; the Criminal Code's name is left off."""
    try:
        read = Citation.parse(written)
    except MalformedCitation:
        return "-"
    readings = read.readings if isinstance(read, Ambiguous) else (read,)
    return " | ".join(str(each).removeprefix(CODE) for each in readings)


SPELLINGS = {
    # section 4 of the legal brief
    "179(3)": "179-3",
    "179³": "179-3",
    "179-3": "179-3",
    "179.3": "179-3",
    "179 прим 3": "179-3",
    "1793": "179/3 | 179-3",
    "ст.179(3) ч.2": "179-3/2",
    "м.179(3) қ.2": "179-3/2",
    "моддаи 307 қисми 2": "307/2",
    "307(2)": "307/2 | 307-2",
    "307 прим 1": "307-1",
    "307(1) ч.2": "307-1/2",
    "307 2": "307/2 | 307-2",
    "179 3": "179/3 | 179-3",
    # C7 and C8 of the bad inputs
    "307¹": "307-1",
    "307(1)": "307-1",
    "307-1": "307-1",
    "307.1": "307-1",
    "307 ч.2 п.«а»": "307/2/а",
    "З07": "-",
    "307.10": "307/10 | 307-10",
    "3071": "307/1 | 307-1",
    # in three languages
    "моддаи 13": "13",
    "моддаи 13-и Кодекси ҷиноятӣ": "13",
    "қисми 1 моддаи 13 Кодекси ҷиноятии Ҷумҳурии Тоҷикистон": "13/1",
    "моддаи 13 қисми якум": "13/1",
    "м.13қ.1": "13/1",
    "кисми 2 моддаи 307(1)": "307-1/2",
    "Моддаи 307¹ қисми 2": "307-1/2",
    "moddai 307 qismi 2": "307/2",
    "статья 307(1) Уголовного кодекса": "307-1",
    "ч. 2 ст. 307(1) УК РТ": "307-1/2",
    "часть первая статьи 13": "13/1",
    "ст. 13 настоящего Кодекса": "13",
    "Article 307(1) part 2": "307-1/2",
    "Article 13 part one": "13/1",
    "Article 13, part 1, of the Criminal Code": "13/1",
    "Article 13 of the Criminal Code of the Republic of Tajikistan": "13",
    # clauses
    "п. «г» ч. 2 ст. 307": "307/2/г",
    "п. г) ч. 2 ст. 307": "307/2/г",
    "пункт «в» части 2 статьи 84": "84/2/в",
    "банди «в»-и қисми 2 моддаи 84": "84/2/в",
    "моддаи 84 қисми 2 банди в": "84/2/в",
    "Article 84, part 2, clause (в)": "84/2/в",
    "part 2 clause (в) of Article 84": "84/2/в",
    "п. а(1) ч. 2 ст. 57": "57/2/а-1",
    "п. а¹ ч. 2 ст. 57": "57/2/а-1",
    "банди ғ қисми 1 моддаи 57": "57/1/ғ",
    "банди ӣ қисми 1 моддаи 57": "57/1/ӣ",
    # a letter behind a part is its clause
    "ст.307 ч.2 г": "307/2/г",
    "307 ч2 г": "307/2/г",
    "307 ч 2 п г": "307/2/г",
    "ст. 307 ч. 2 г.": "307/2/г",
    "307 ч. 2 г)": "307/2/г",
    "307 ч. 2 (г)": "307/2/г",
    "307 ч. 2, г": "307/2/г",
    "307 ч. 2 – г": "307/2/г",
    "ст. 307 ч. 2 г УК РТ": "307/2/г",
    "ч. 2 г ст. 307": "307/2/г",
    "часть вторая г статьи 307": "307/2/г",
    "қисми дуюм г моддаи 307": "307/2/г",
    "м.84 қ.2 в": "84/2/в",
    "ст. 84 ч.2 в": "84/2/в",
    "84 ч. 2 «в»": "84/2/в",
    "84 қ.2 в": "84/2/в",
    "ст. 57 ч. 2 а(1)": "57/2/а-1",
    "ст. 104 ч. 2 «з»": "104/2/з",
    "қ. 2 м. 307": "307/2",
    "қ 2 м 307(1)": "307-1/2",
    "қисми 2-и моддаи 307": "307/2",
    "307 ч. 2 в редакции 2025 года": "307/2",
    "307 ч. 2 с изменениями": "307/2",
    # where it may be a word, a digit or a look-alike, nothing is read
    "ч. 2 в ст. 307": "-",
    "307 ч. 2 в УК РТ": "-",
    "307 ч. 2 г Душанбе": "-",
    "307 ч. 2 г. Душанбе": "-",
    "ст. 104 ч. 2 з": "-",
    "ст. 57 ч. 2 а1": "-",
    "ст. 57 ч. 2 «а»1": "-",
    "307 ч.2г": "-",
    "307 ч.2-г": "-",
    "ст. 307 ч. 2 a": "-",
    "Article 307 part 2 b": "-",
    "307 ч. 2 а, б": "-",
    "307 ч. 2 а б": "-",
    "п. а ч. 2 г ст. 307": "-",
    "г) ч. 2 ст. 307": "-",
    "ст. 84 в": "-",
    "84(2) в": "-",
    # a part that is named rules out readings without it
    "3071 ч 2": "307-1/2",
    "ч. 2 ст. 1793": "179-3/2",
    "179 3 қ 2": "179-3/2",
    "307/1 ч. 2": "307-1/2",
    "307 прим ч. 2": "307-1/2 | 307-2/2 | 307-3/2 | 307-4/2 | 307/2",
    "ч. 1 ст. 3071": "307/1 | 307-1/1",
    # but of the two articles that Law No. 2169 touched people say "part" for the number in brackets
    "статья 179 часть 3": "179/3 | 179-3",
    "Article 179, part 3": "179/3 | 179-3",
    "моддаи 307 қисми 1": "307/1 | 307-1",
    # a bare number, where nothing else is written
    "11(1)": "11-1",
    "11¹": "11-1",
    "11 прим 1": "11-1",
    "11(1) ч. 2": "11-1/2",
    "84(2)": "84/2 | 84-2",
    "84 ч. 2": "84/2",
    "84, қисми дуюм": "84/2",
    "84 УК РТ": "84",
    "Кодекси ҷиноятӣ, 84": "84",
    "12": "-",
    "84 2": "-",
    "не 11(1)": "-",
    "11(1), 12(1)": "-",
    "12.05.2019": "-",
    "5 лет": "-",
    # a clause that cannot be read is not left off
    "п. a ч. 2 ст. 307": "-",
    "банди a қисми 2 моддаи 307": "-",
    "clause a of part 2 of Article 307": "-",
    "307а": "-",
    "307-б": "-",
    "п. а, б ч. 2 ст. 307": "-",
    "пункты «а» и «б» части 2 статьи 307": "-",
    "банди а ва б қисми 2 моддаи 307": "-",
    "банди а қисми 2 ва банди б қисми 2 моддаи 307": "-",
    # notes
    "эзоҳи моддаи 179(3)": "179-3/note",
    "моддаи 179(3), эзоҳ": "179-3/note",
    "примечание к ст. 307(1)": "307-1/note",
    "ст. 307(1), примечание": "307-1/note",
    "note to Article 307(1)": "307-1/note",
    "Article 307(1), note": "307-1/note",
    "179 примечание 3": "179-3 | 179",
    # the only note to two articles stands under the second
    "эзоҳи моддаҳои 82 ва 83": "83/note",
    "Эзоҳ ба моддаҳои 82 ва 83": "83/note",
    "примечание к статьям 82 и 83 УК РТ": "83/note",
    "note to Articles 82 and 83": "83/note",
    "моддаҳои 82 ва 83": "-",
    "эзоҳи моддаҳои 81 ва 83": "-",
    "note to Articles 82, 83 and 84": "-",
    # parts that cannot be read are not left off
    "шестая часть статьи 84": "-",
    "қисми нуҳуми моддаи 84": "-",
    # several, none, nonsense
    "307, 187": "-",
    "ст. 307 и ст. 187": "-",
    "статьи 13 и 20": "-",
    "моддаҳои 13, 20": "-",
    "Article 84(2)(в)": "84/2/в | 84-2/в",
    "Article 84(2)(З)": "-",
    "ст. 20 Конституции и ст. 13 УК": "-",
    "не ст. 307": "-",
    "ст. 411": "-",
    "ст. 0307": "-",
    "٣٠٧": "-",
    "abc": "-",
    "": "-",
    "   ": "-",
    "criminal-code": "-",
}


@pytest.mark.parametrize("written", SPELLINGS)
def test_a_citation_of_the_criminal_code(written: str) -> None:
    assert shown(written) == SPELLINGS[written]


OTHER_ACTS = {
    "ст. 20 Конституции": "constitution/20",
    "моддаи 20 Конститутсия": "constitution/20",
    "моддаи 20 Сарқонун": "constitution/20",
    "Article 20 of the Constitution": "constitution/20",
    "ч. 4 ст. 65 Конституции": "constitution/65/4",
    "ст. 65 ч. 4 Конституции": "constitution/65/4",
    "часть четвертая статьи 65 Конституции": "constitution/65/4",
    "part four of Article 65 of the Constitution": "constitution/65/4",
    "қисми чоруми моддаи 65 Конститутсия": "constitution/65/4",
    "шестая часть статьи 65 Конституции": "-",
    "п. 26 ст. 69 Конституции": "constitution/69/26",
    "банди 26 моддаи 69 Конститутсия": "constitution/69/26",
    "ст. 69(26) Конституции": "constitution/69/26",
    "части 1 и 2 статьи 20 Конституции": "-",
    # the number before the word for "part" is the article's
    "Constitution Article 20 part 3": "constitution/20/3",
    "Article 20 part 3 of the Constitution": "constitution/20/3",
    "Конституция статья 20 часть 3": "constitution/20/3",
    "Сарқонун моддаи 20 қисми 3": "constitution/20/3",
    "Сарқонун, моддаи 20, қисми 3": "constitution/20/3",
    "part 3 Article 20 Constitution": "constitution/20/3",
    "ст. 20, 3-я часть, Конституция": "-",
    "ст. 20 Конституции, 3-я часть": "constitution/20/3",
    "law on appeals art 21 part 3": "law-on-appeals/21/3",
    "law on appeals art 21 item 3": "law-on-appeals/21/3",
    "Қонун дар бораи муроҷиатҳо моддаи 21 қисми 3": "law-on-appeals/21/3",
    "Закон № 1339 часть 3 статья 4": "law-on-appeals/4/3",
    "закон об обращениях ст 21 ч 3": "law-on-appeals/21/3",
    "ст. 4 Закона об обращениях от 23.07.2016 г.": "law-on-appeals/4",
    "КоАП ст 462 ч 1": "administrative-offences-code/462/1",
    "КоАП ст. 462 ч. 1 п. 2": "-",
    "Конституция ст 20 п 3": "constitution/20/3",
    "Конституция ст 20 ч 100": "-",
    # a bare number next to the act's name
    "20 Конституции": "constitution/20",
    "Сарқонун 20(3)": "constitution/20/3",
    "Қонун дар бораи муроҷиатҳо 21 қисми 3": "law-on-appeals/21/3",
    "закон об обращениях 21 ч 3": "law-on-appeals/21/3",
    "462-1 КоАП": "administrative-offences-code/462/1 | administrative-offences-code/462-1",
    "462 прим 1 КҲМ": "administrative-offences-code/462-1",
    "КоАП 462 ч. 1": "administrative-offences-code/462/1",
    "19, 20 Конституции": "-",
    "Конституция 1994 года": "-",
    "note to Articles 82 and 83 of the Constitution": "-",
    "moddai 20 Konstitutsiya": "-",
    "статьи 19 и 20 Конституции": "-",
    "статьи 19-20 Конституции": "-",
    "моддаҳои 19 ва 20 Конститутсия": "-",
    "Articles 19, 20 of the Constitution": "-",
    "ст. 2О Конституции": "-",
    "ст. 1234 Конституции": "-",
    "ст. 020 Конституции": "-",
    "Конституция": "-",
    "ст. 4 Закона об обращениях": "law-on-appeals/4",
    "моддаи 10 Қонун дар бораи муроҷиатҳои шахсони воқеӣ ва ҳуқуқӣ": "law-on-appeals/10",
    "Article 21, part 12, of the Law on appeals": "law-on-appeals/21/12",
    "ст. 4 Закона № 1339": "law-on-appeals/4",
    "ст. 462(1) КоАП": "administrative-offences-code/462/1 | administrative-offences-code/462-1",
    "моддаи 462(1) Кодекси ҳуқуқвайронкунии маъмурӣ": (
        "administrative-offences-code/462/1 | administrative-offences-code/462-1"
    ),
    "ч. 1 ст. 462(1) КоАП": "administrative-offences-code/462-1/1",
    "м. 462 прим 1 КҲМ": "administrative-offences-code/462-1",
    "ст. 462¹ КоАП": "administrative-offences-code/462-1",
    "ст. 462(З) КоАП": "-",
    "Article 462 of the Code of Administrative Offences": "administrative-offences-code/462",
    "закон 2169": "law-2169",
    "Қонуни ҶТ аз 14.05.2025 № 2169": "law-2169",
    "Law No. 2169 of 14.05.2025": "law-2169",
    "Закон от 14.05.2025 № 2169": "law-2169",
    "ст. 307(1) в редакции Закона № 2169": "-",
}


@pytest.mark.parametrize("written", OTHER_ACTS)
def test_a_citation_of_another_act(written: str) -> None:
    assert shown(written) == OTHER_ACTS[written]


NOT_OURS = [
    "ст. 27 УПК",
    "ст. 27 УПК РТ",
    "ст. 307 Уголовно-процессуального кодекса",
    "моддаи 27 КМҶ",
    "моддаи 27 КМҶ ҶТ",
    "моддаи 307 Кодекси мурофиавии ҷиноятӣ",
    "моддаи 307 Кодекси мурофиаи ҷиноятӣ",
    "article 27 of the criminal procedure code",
    "Article 307 of the Code of Criminal Procedure",
    "Article 307 CPC",
    "Кодекси мурофиаи ҳуқуқвайронкунии маъмурӣ, моддаи 13",
    "ст. 13 КПАП",
    "ст. 13 УИК",
    "моддаи 13 Кодекси иҷрои ҷазои ҷиноятӣ",
    "ст. 13 Уголовно-исполнительного кодекса",
    "Article 13 of the Code on the execution of criminal punishments",
    "ст. 13 ГК",
    "ст. 13 Гражданского кодекса",
    "моддаи 13 Кодекси граждании",
    "моддаи 13 Кодекси оила",
    "ст. 13 Семейного кодекса",
    "ст. 13 ТК",
    "Трудовой кодекс, ст. 13",
    "моддаи 13 Кодекси меҳнат",
    "ст. 13 Налогового кодекса",
    "моддаи 13 Кодекси андоз",
    "Article 13 of the Tax Code",
    "labour code article 13",
    "моддаи 13 Қонун дар бораи милитсия",
    "ст. 13 Закона о милиции",
    "ст. 13 Закона № 1234",
    "Article 13 of the Law on counter-terrorism",
    "ст. 282 УК РФ",
    "Article 282 of the Criminal Code of Russia",
    "статья 15 Пакта о гражданских и политических правах",
    "Article 15 of the Covenant",
    "статья 7 Европейской конвенции",
]


@pytest.mark.parametrize("written", NOT_OURS)
def test_an_article_of_an_act_nobody_has_read_for_us_is_never_one_of_the_criminal_code(written: str) -> None:
    with pytest.raises(MalformedCitation):
        Citation.parse(written)


IDS = [
    "criminal-code/84/2/в",
    "criminal-code/57/1/а-1",
    "criminal-code/307-1/note",
    "constitution/20",
    "guide/rights-first",
]


@pytest.mark.parametrize("name", [*IDS, "report/supreme-court-2025-08-07"])
def test_an_id_reads_as_itself(name: str) -> None:
    assert Citation.parse(name) == Citation.named(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", "/", "Criminal-Code/307", "criminal-code/", "criminal-code//307", "/criminal-code", "criminal code/307"),
        *("criminal-code/307(1)", "criminal-code/84/в/2", "criminal-code/84/2/вв", "criminal-code/84/2/В", "а/1"),
        *("criminal-code/84/2/a", "criminal-code/84/2/a-1", "criminal-code/84/a/2", "criminal-code/84\n", "../307"),
        *("criminal-code/З07", "criminal-code/307¹", "criminal-code/٣٠٧", "1/2"),
    ],
)
def test_what_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(MalformedCitation):
        Citation.named(name)


WORDS = """моддаи қисми банди эзоҳи ст. ч. п. статья часть пункт примечание Article part clause note of the прим
    307 307(1) 179³ 179-3 13 20 462(1) 2169 № З07 1 2 а в a «г» (в) , и ва не and
    Кодекси ҷиноятӣ Конституции КоАП УПК Закона об обращениях РТ кодекса шашум первая"""
PIECES = st.sampled_from(WORDS.split())
WRITTEN = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=9).map(" ".join))


@settings(max_examples=600, deadline=None)
@given(WRITTEN)
@example("ст. ² Конституции")
@example("моддаи 307" * 500)
@example("\ud800")
def test_whatever_is_written_is_read_as_ids_or_refused(written: str) -> None:
    try:
        read = Citation.parse(written)
    except MalformedCitation:
        return
    readings = read.readings if isinstance(read, Ambiguous) else (read,)
    assert readings
    assert all(Citation.named(str(each)) == each for each in readings)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=6).map(" ".join), st.sampled_from(["УПК", "КМҶ", "criminal procedure code"]))
def test_no_words_around_it_make_the_procedure_code_ours(written: str, act: str) -> None:
    assert shown(f"{written} {act}") == "-"


PARTS = ["ч.2", "ч 2", "ч. 2", "части 2", "қ.2", "қисми 2", "қисми дуюми", "часть вторая", "2-я часть"]
BEHIND = ["{}", "«{}»", "({})", "{})", "{}.", "{} УК РТ", "{} на", "{}, УК", "п. {}", "{}(1)"]
LETTERS = "абвгғдеёжзиклмнопрстуabcdex"


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("around", ["ст. 104 {part} {letter}", "{part} {letter} ст. 104"])
def test_a_letter_behind_a_part_is_its_clause_or_nothing_is_read(part: str, behind: str, around: str) -> None:
    for letter in LETTERS:
        written = around.format(part=part, letter=behind.format(letter))
        assert shown(written) in {"-", f"104/2/{letter}", f"104/2/{letter}-1"}, written


CORPUS = load()
LAW = [str(citation) for citation, entry in CORPUS.items() if entry.kind is Kind.LAW]
ACTS = {
    "criminal-code": ("", "", ""),
    "constitution": (" Конститутсия", " Конституции", " of the Constitution"),
    "administrative-offences-code": (" КҲМ", " КоАП", " of the Code of Administrative Offences"),
    "law-on-appeals": (" Қонун дар бораи муроҷиатҳо", " Закона об обращениях", " of the Law on appeals"),
}


def natural_forms(citation: str) -> Iterator[str]:
    """«банди «в» қисми 2 моддаи 84», «п. «в» ч. 2 ст. 84», "clause «в», part 2 of Article 84"."""
    act, article, *below = citation.split("/")
    number = article.replace("-", "(") + ")" * ("-" in article)
    part = next((each for each in below if each[0].isdigit()), None)
    clause = next((each for each in below if len(each.split("-")[0]) == 1 and each.isalpha()), None)
    tg, ru, en = ACTS[act]
    notes = ("эзоҳи ", "примечание к ", "note to ") if "note" in below else ("", "", "")
    tajik = [f"банди «{clause}»" if clause else "", f"қисми {part}" if part else "", f"{notes[0]}моддаи {number}{tg}"]
    russian = [f"п. «{clause}»" if clause else "", f"ч. {part}" if part else "", f"{notes[1]}ст. {number}{ru}"]
    english = [f"clause «{clause}» of" if clause else "", f"part {part} of" if part else ""]
    for form in (tajik, russian, [*english, f"{notes[2]}Article {number}{en}"]):
        yield " ".join(filter(None, form))


@pytest.mark.parametrize("citation", [each for each in LAW if "/" in each])
def test_every_provision_of_the_knowledge_base_is_found_under_its_natural_names(citation: str) -> None:
    for form in natural_forms(citation):
        assert citation.removeprefix(CODE) in shown(form).split(" | "), form


@pytest.mark.parametrize("citation", LAW)
def test_every_provision_is_found_under_its_own_labels(citation: str) -> None:
    for digest in CORPUS[Citation.named(citation)].digests.values():
        assert citation.removeprefix(CODE) in shown(digest.label).split(" | "), digest.label
