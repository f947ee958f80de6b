"""The official files, where they lie beside the repository: whole, each word under its citation, no word by guess."""

import hashlib
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from knowledge.acts.act import REFERENDUM, Act, Level, Why, Wording
from knowledge.acts.recognise import recognise
from knowledge.citation import Citation
from knowledge.documents.document import Line
from knowledge.documents.read import read_document
from knowledge.editions.edition import Counts, counts
from knowledge.strict_yaml import load

OFFICIAL = Path(__file__).parents[4] / "shared" / "law" / "official"
HASHES = Path(__file__).with_name("official_hashes.yaml")
ACTS = ("criminal-code", "administrative-offences-code", "law-on-appeals", "constitution")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official texts do not lie beside the repository"),
]


@cache
def lines(act: str) -> tuple[Line, ...]:
    return read_document((OFFICIAL / f"{act}-tg.pdf").read_bytes(), f"{act}-tg.pdf").lines


@cache
def read(act: str) -> Act:
    return recognise(lines(act), act)


@cache
def read_flat(act: str) -> Act:
    """As if nothing were known of letters and margins."""
    return recognise([Line(each.text, each.page) for each in lines(act)], act)


def wording(citation: str) -> Wording:
    act = read(citation.split("/", maxsplit=1)[0])
    return act.by_citation()[Citation.named(citation)]


def folded(text: str) -> str:
    return " ".join(text.split())


def history(found: Wording) -> list[tuple[str, str]]:
    return [(each.day.isoformat(), each.law) for each in found.amendments]


def expected_parts() -> dict[str, Any]:
    return dict(json.loads((OFFICIAL / "expected-parts.json").read_text())) if OFFICIAL.is_dir() else {}


def hashes() -> dict[str, Any]:
    read_ = load(HASHES.read_text())
    assert isinstance(read_, dict)
    return read_


COUNTS = {
    "criminal-code": Counts(articles=462, with_suffix=56, sections=15, chapters=34, notes=80, amendments=2166),
    # 749 headings, «Модаи 565» among them, and 176 articles in twelve ranges that were deleted
    "administrative-offences-code": Counts(
        articles=925, with_suffix=71, sections=4, chapters=53, notes=4, amendments=1917
    ),
    "law-on-appeals": Counts(articles=28, with_suffix=1, sections=0, chapters=5, notes=0, amendments=3),
    "constitution": Counts(articles=100, with_suffix=0, sections=0, chapters=10, notes=0, amendments=121),
}


@pytest.mark.parametrize("act", ACTS)
def test_as_many_articles_and_chapters_are_read_as_stand_on_paper(act: str) -> None:
    assert counts(read(act)) == COUNTS[act]


@pytest.mark.parametrize("act", ACTS)
def test_no_citation_is_read_twice_and_all_are_well_formed(act: str) -> None:
    citations = Counter(str(each.citation) for each in read(act).wordings)
    assert set(citations.values()) == {1}
    assert all(str(Citation.named(each)) == each for each in citations)


@pytest.mark.parametrize(
    ("act", "last"), [("criminal-code", 405), ("administrative-offences-code", 853), ("law-on-appeals", 27)]
)
def test_every_number_up_to_the_last_is_there(act: str, last: int) -> None:
    numbers = {str(each.citation).split("/")[1].split("-")[0] for each in read(act).articles()}
    flattened = {str(each.citation).split("/")[1] for each in read(act).doubts if each.why is Why.FLATTENED_NUMBER}
    assert numbers - flattened == {str(number) for number in range(1, last + 1)}


def test_the_chapters_of_the_constitution_are_numbered_in_words() -> None:
    assert [each.number for each in read("constitution").divisions] == [str(number) for number in range(1, 11)]


def test_the_sections_of_the_criminal_code_are_numbered_in_roman_figures_of_two_alphabets() -> None:
    sections = [each.number for each in read("criminal-code").divisions if each.level is Level.SECTION]
    assert sections == [str(number) for number in range(1, 16)]


@pytest.mark.parametrize("citation", expected_parts())
def test_a_part_reads_as_the_editors_expect_it(citation: str) -> None:
    expected = expected_parts()[citation]
    assert folded(wording(citation).text) == folded(expected["text"])
    assert history(wording(citation)) == [(each["date"], each["law"]) for each in expected["amendments"]]


@pytest.mark.parametrize("citation", hashes())
def test_the_articles_the_rules_rest_on_read_as_their_pages(citation: str) -> None:
    expected, found = hashes()[citation], wording(citation)
    assert hashlib.sha256(folded(found.text).encode()).hexdigest() == expected["sha256"]
    assert history(found) == [tuple(each) for each in expected["amendments"]]


def test_those_articles_have_no_other_parts_clauses_or_notes() -> None:
    articles = {citation.split("/")[1] for citation in hashes()}
    below = {str(each.citation) for each in read("criminal-code").wordings if str(each.citation).count("/") > 1}
    assert {each for each in below if each.split("/")[1] in articles} == set(hashes())


MARK = re.compile(r"\((?:Қон|Кон|қон|Закон|в ред)|№ ?\d+[^\w]*\)|референдума от|Қо?н?уни ҶТ аз")


@pytest.mark.parametrize("act", ACTS)
def test_no_amendment_mark_is_left_in_words_that_are_not_doubtful(act: str) -> None:
    doubtful = {each.citation for each in read(act).doubts}
    left = [
        str(each.citation)
        for each in read(act).wordings
        if MARK.search(f"{each.title}\n{each.text}") and each.citation not in doubtful
    ]
    assert left == []


REMAIN = re.compile(r"^[^\w\n]+$|[(,.;:]\s*[,.;:]|\s[,.;:)]|\(\s*\)|\($", re.MULTILINE)


@pytest.mark.parametrize("act", ACTS)
def test_no_bracket_and_no_stop_of_a_mark_is_left_behind(act: str) -> None:
    left = [(str(each.citation), found.group()) for each in read(act).wordings for found in REMAIN.finditer(each.text)]
    left += [
        (str(each.citation), found.group()) for each in read(act).wordings for found in REMAIN.finditer(each.title)
    ]
    assert left == []


@pytest.mark.parametrize("act", ACTS)
def test_history_is_of_real_laws(act: str) -> None:
    marks = {each for wording in read(act).wordings for each in wording.amendments}
    assert all(date(1994, 1, 1) < each.day < date(2026, 6, 1) for each in marks)
    assert {each.law == REFERENDUM for each in marks} == {act == "constitution"}


DOUBTS = {
    "criminal-code": {
        "83/note": Why.NOTE_TO_SEVERAL,
        "184-1/4": Why.STRAY_LAW_NUMBER,
        "202/2": Why.UNREAD_MARK,
        "236": Why.UNREAD_MARK,
        "281/2": Why.UNREAD_MARK,
        "294/3/а": Why.CLAUSE_MISSING,
        "294/3/б": Why.CLAUSE_MISSING,
        "401-1/note": Why.NOTE_BEHIND_SIGNS,
        "2321": Why.FLATTENED_NUMBER,
    },
    "law-on-appeals": {},
    "constitution": {},
}


@pytest.mark.parametrize("act", DOUBTS)
def test_an_editor_is_asked_about_the_slips_of_the_official_file_and_nothing_else(act: str) -> None:
    assert {str(each.citation).removeprefix(f"{act}/"): each.why for each in read(act).doubts} == DOUBTS[act]


def test_the_doubts_of_the_code_of_administrative_offences_are_ranges_slips_a_flattened_number_and_a_missing_part() -> (
    None
):
    why = Counter(each.why for each in read("administrative-offences-code").doubts)
    assert why == {Why.RANGE: 12, Why.UNREAD_MARK: 11, Why.FLATTENED_NUMBER: 1, Why.PART_MISSING: 1}


def test_an_article_to_which_a_second_part_was_added_without_numbering_the_first_is_told() -> None:
    missing = [
        str(each.citation) for each in read("administrative-offences-code").doubts if each.why is Why.PART_MISSING
    ]
    assert missing == ["administrative-offences-code/494/2"]


@pytest.mark.parametrize("citation", ["criminal-code/101", "administrative-offences-code/490"])
def test_a_history_with_a_bracket_too_many_is_not_the_articles_first_line(citation: str) -> None:
    assert wording(citation).text[:1].isalnum()
    assert wording(citation).amendments


def test_the_flattened_article_is_placed_once_an_editor_has_agreed() -> None:
    placed = {
        str(each.citation) for each in recognise(lines("criminal-code"), "criminal-code", place_flattened=True).wordings
    }
    assert "criminal-code/232-1" in placed
    assert "criminal-code/2321" not in placed


STRUCTURE = {"моддаи", "модаи", "моддаҳои", "боби", "фасли", "эзоҳ", "статья", "глава", "қонуни", "қоуни", "ҷт", "аз"}
STRUCTURE |= {"в", "редакции", "референдума", "от", "г", "сентября", "июня", "мая", "января", "февраля"}
ORDINALS = {"первая", "вторая", "третья", "четвертая", "пятая", "шестая", "седьмая", "восьмая", "девятая", "десятая"}
WORDS_IN_A_LINE = 14


def words(text: str) -> Counter[str]:
    """Hyphens at the ends of lines apart, every word that is neither a number nor a word of headings and marks."""
    found = re.findall(r"[^\W\d_]+", text.replace("\ufffe", "-").casefold())
    return Counter(each for each in found if each not in STRUCTURE | ORDINALS and not set(each) <= set("ivxlcх"))


@pytest.mark.parametrize("act", ACTS)
def test_every_word_on_paper_is_in_a_wording_or_on_a_line_counted_as_left_out(act: str) -> None:
    printed = words("\n".join(each.text for each in lines(act)))
    kept = words("\n".join(f"{each.title}\n{each.text}" for each in read(act).articles()))
    titles = words("\n".join(each.title for each in read(act).divisions))
    lost = printed - kept - titles
    assert sum(lost.values()) <= read(act).left_out * WORDS_IN_A_LINE, lost


@pytest.mark.parametrize("act", ["criminal-code", "administrative-offences-code", "law-on-appeals"])
def test_without_letters_sizes_and_margins_the_same_units_are_read(act: str) -> None:
    laid_out, flat = read(act).by_citation(), read_flat(act).by_citation()
    assert flat.keys() == laid_out.keys()
    differ = [
        each
        for each in laid_out
        if (folded(laid_out[each].text), laid_out[each].amendments) != (folded(flat[each].text), flat[each].amendments)
    ]
    assert len(differ) <= {"criminal-code": 1, "administrative-offences-code": 11, "law-on-appeals": 1}[act]
    assert all(str(each).count("/") == 1 for each in differ), "a long title ran into its article's first words"


def test_a_constitution_whose_paragraphs_are_not_told_apart_is_doubtful_and_has_no_parts() -> None:
    flat = read_flat("constitution")
    assert len(flat.articles()) == COUNTS["constitution"].articles
    doubtful = {each.citation for each in flat.doubts if each.why is Why.PARTS_NOT_TOLD}
    counted_by_paragraphs = {Citation.named(f"constitution/{number}") for number in (1, 10, 20, 65)}
    assert counted_by_paragraphs <= doubtful
    assert not any(
        f"constitution/{number}/1" in {str(each.citation) for each in flat.wordings} for number in (1, 10, 20)
    )
