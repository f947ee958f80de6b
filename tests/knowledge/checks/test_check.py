"""What stops a release: each thing made wrong in a copy of the corpus is found by file and line, nothing else is."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from dialogs.cited import cited
from knowledge.checks.check import LONGEST, check
from knowledge.checks.problem import Problem, Wrong
from knowledge.citation import Citation
from knowledge.corpus import FOLDER, load
from knowledge.open_questions import FILE
from knowledge.provisions import Entry
from knowledge.sheet import LANGUAGES
from tests.knowledge.checks.copied import ARTICLE, BASES, GUIDE, LAW, PLACES, REPORT, Copy

CHECKED = r'^checked_on: "2026-11-22"$'


def test_nothing_stops_the_real_corpus() -> None:
    assert check(FOLDER, FILE, cited()) == []


def test_nothing_stops_the_real_corpus_when_it_is_released_again() -> None:
    assert check(FOLDER, FILE, cited(), load()) == []


def test_nothing_is_wrong_with_the_copy_that_these_tests_make_wrong(copy: Copy) -> None:
    assert copy.problems() == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_language_is_found_by_the_file_that_is_not_there(copy: Copy, place: str, language: str) -> None:
    copy.file(place, language).unlink()
    file = f"corpus/{place}/{language}.md"
    assert (file, Wrong.UNREADABLE, "this language is missing") in copy.problems()


WRONG_IN_ONE_FILE = [
    ("date-unquoted", CHECKED, "checked_on: 2026-11-22", "line 10: cannot be read: '2026-11-22' is not text"),
    ("key-twice", CHECKED, 'title: "x"', "line 10: cannot be read: written twice: 'title'"),
    ("alias", CHECKED, 'checked_on: &a "2026-11-22"', "line 10: cannot be read: an alias or an anchor"),
    ("tab", CHECKED, 'checked_on:\t"2026-11-22"', "line 10: cannot be read: a tab"),
    ("unknown-key", CHECKED, 'checked_on: "2026-11-22"\nmood: "kind"', "line 11: unknown key: mood"),
    ("misspelt-key", CHECKED, 'cheked_on: "2026-11-22"', "line 1: no checked_on"),
    ("unknown-word", '^confidence: "high"$', 'confidence: "certain"', "line 11: confidence is none of high, medium"),
    ("unknown-kind", '^kind: "law"$', 'kind: "opinion"', "line 4: kind is none of law, report, guide"),
    ("unknown-form", '^form: "digest"$', 'form: "guide"', "line 5: form is none of digest"),
    ("unknown-language", '^language: "en"$', 'language: "uz"', "line 3: language is none of tg, ru, en"),
    ("list", '^confidence: "high"$', 'confidence: ["high"]', "line 11: not a text: confidence"),
    ("no-list", r"^open_questions: \[.*\]$", 'open_questions: "none"', "line 13: not a list: open_questions"),
    ("no-address", "^address: .*$", 'address: "none"', "line 9: address is no page of the web"),
    ("ftp-address", "^address: .*$", 'address: "ftp://mmih.tj/1"', "line 9: address is no page of the web"),
    ("address-of-words", "^address: .*$", 'address: "https://mmih.tj 2025"', "line 9: address is no page of the web"),
    ("bare-scheme", "^address: .*$", 'address: "https://"', "line 9: address is no page of the web"),
    ("no-front", "^---\n", "", "line 1: no front matter"),
    ("not-the-same", '^reviewed_by: "nobody"$', 'reviewed_by: "a lawyer"', "reviewed_by is not the same as in tg.md"),
    ("heading-gone", "^## note .*$", "", "the headings are not the same as in tg.md"),
    ("heading-twice", "^## 2 ", "## 1 ", "line 25: written twice: 1"),
    ("no-text", "^## 2 ", "## 9 x\n\n## 2 ", "line 25: no text"),
    ("markup", "^This is part 2", "<b>This is part 2", "line 27: a sign of markup: <"),
]


@pytest.mark.parametrize(
    ("old", "new", "told"), [each[1:] for each in WRONG_IN_ONE_FILE], ids=[each[0] for each in WRONG_IN_ONE_FILE]
)
def test_a_file_that_cannot_be_read_is_named_with_its_line(copy: Copy, old: str, new: str, told: str) -> None:
    copy.change(ARTICLE, "en", old, new)
    unreadable = [each for each in copy.problems() if each[1] is Wrong.UNREADABLE]
    assert [(file, found[: len(told)]) for file, _, found in unreadable] == [(f"corpus/{ARTICLE}/en.md", told)]


def test_an_article_that_cannot_be_read_takes_its_passages_from_the_rules(copy: Copy) -> None:
    copy.file(ARTICLE, "ru").unlink()
    dead = f"{ARTICLE}/note"
    assert copy.problems() == [
        ("corpus", Wrong.NO_PASSAGE, f"{ARTICLE}/2"),
        ("corpus", Wrong.NO_PASSAGE, dead),
        (f"corpus/{ARTICLE}/ru.md", Wrong.UNREADABLE, "this language is missing"),
        (f"corpus/{GUIDE}/tg.md", Wrong.DEAD_CITATION, dead),
    ]


def test_a_day_that_is_none_is_found_though_every_language_says_it(copy: Copy) -> None:
    copy.change(REPORT, "all", '^said_on: "2024-10"$', 'said_on: "2024-13"')
    told = "line 14: said_on is no day such as 2025-05-14"
    assert copy.problems() == [(f"corpus/{REPORT}/tg.md", Wrong.UNREADABLE, told)]


def test_the_line_of_a_day_that_is_none_is_that_of_its_key(copy: Copy) -> None:
    copy.change(ARTICLE, "all", CHECKED, 'checked_on: "2026-11-31"')
    copy.change(LAW, "all", "^not_before: .*$", 'not_before: "soon"')
    found = {(file, told) for file, what, told in copy.problems() if what is Wrong.UNREADABLE}
    assert found == {
        (f"corpus/{ARTICLE}/tg.md", "line 10: checked_on is no day such as 2025-05-14"),
        (f"corpus/{LAW}/tg.md", "line 16: not_before is no day such as 2025-05-14"),
    }


@pytest.mark.parametrize(("old", "line"), [(rb'citation: "', 2), (rb'checked_on: "', 10), (rb"## 2 ", 25)])
def test_the_line_with_letters_that_are_no_utf_8_is_told(copy: Copy, old: bytes, line: int) -> None:
    file = copy.file(ARTICLE, "en")
    file.write_bytes(file.read_bytes().replace(old, old + b"\xff", 1))
    ((_, told),) = [(name, told) for name, what, told in copy.problems() if name.endswith("307-1/en.md")]
    assert told.startswith(f"line {line}: cannot be read: ")


@pytest.mark.parametrize("written", ["none", "https://mmih.tj/1", "http://mmih.tj/1"])
def test_a_guide_has_an_address_of_the_web_or_none(copy: Copy, written: str) -> None:
    copy.change(GUIDE, "all", "^address: .*$", f'address: "{written}"')
    assert copy.problems() == []


@pytest.mark.parametrize("written", ["nothing", "mmih.tj/1", "http:/mmih.tj", "none ", "see https://mmih.tj"])
def test_a_guide_has_no_other_address(copy: Copy, written: str) -> None:
    copy.change(GUIDE, "ru", "^address: .*$", f'address: "{written}"')
    (told,) = [told for _, what, told in copy.problems() if what is Wrong.UNREADABLE]
    assert told == "line 9: address is no page of the web"


AHEAD = [
    (ARTICLE, CHECKED, 'checked_on: "2026-11-23"', "checked_on is after today: 2026-11-23"),
    (REPORT, "^said_on: .*$", 'said_on: "2026-11-23"', "said_on is after today: 2026-11-23"),
    (REPORT, "^said_on: .*$", 'said_on: "2026-12"', "said_on is after today: 2026-12"),
    (REPORT, "^said_on: .*$", 'said_on: "2027"', "said_on is after today: 2027"),
]


@pytest.mark.parametrize(("place", "old", "new", "told"), AHEAD)
def test_a_day_that_has_not_come_is_found_by_whoever_knows_the_day(
    copy: Copy, place: str, old: str, new: str, told: str
) -> None:
    copy.change(place, "all", old, new)
    found = copy.problems(today=date(2026, 11, 22))
    assert [(file, what) for file, what, _ in found] == [(f"corpus/{place}/tg.md", Wrong.DAY_AHEAD)]
    assert found[0][2].endswith(told)
    assert copy.problems() == copy.problems(today=date(2027, 1, 1)) == []


def test_what_is_no_day_is_not_said_to_be_in_the_future(copy: Copy) -> None:
    copy.change(REPORT, "all", "^said_on: .*$", 'said_on: "soon"')
    assert [what for _, what, _ in copy.problems(today=date(2026, 11, 22))] == [Wrong.UNREADABLE]


@pytest.mark.parametrize("written", ["2026-11-22", "2026-11", "2026"])
def test_what_was_said_today_or_this_month_has_come(copy: Copy, written: str) -> None:
    copy.change(REPORT, "all", "^said_on: .*$", f'said_on: "{written}"')
    assert copy.problems(today=date(2026, 11, 22)) == []


def test_an_empty_folder_is_no_corpus(tmp_path: Path) -> None:
    assert check(tmp_path, FILE) == [Problem(tmp_path, Wrong.UNREADABLE, "nothing is known here")]


def test_a_guide_that_rests_on_nothing_that_is_there_is_found(copy: Copy) -> None:
    copy.change(GUIDE, "all", '"constitution/19"', '"constitution/19/7", "report/nobody-said"')
    file = f"corpus/{GUIDE}/tg.md"
    assert copy.problems() == [
        (file, Wrong.DEAD_CITATION, "constitution/19/7"),
        (file, Wrong.DEAD_CITATION, "report/nobody-said"),
    ]


def test_what_a_rule_stands_on_must_be_there(copy: Copy) -> None:
    missing = Citation.named("criminal-code/13/1")
    assert copy.problems(BASES | {missing}) == [("corpus", Wrong.NO_PASSAGE, str(missing))]


def test_a_heading_that_was_renamed_leaves_the_rule_that_stands_on_it_without_a_passage(copy: Copy) -> None:
    copy.change(ARTICLE, "all", "^## 2 ", "## 22 ")
    assert ("corpus", Wrong.NO_PASSAGE, f"{ARTICLE}/2") in copy.problems()


def test_a_question_that_nobody_has_asked_is_found(copy: Copy) -> None:
    copy.change(LAW, "all", '"other-sign"', '"another-sign"')
    assert copy.problems() == [(f"corpus/{LAW}/tg.md", Wrong.UNKNOWN_QUESTION, "another-sign")]


@pytest.mark.parametrize("signs", [LONGEST, LONGEST + 1])
def test_a_passage_of_which_no_card_has_room_is_found(copy: Copy, signs: int) -> None:
    numbers = "2169 14.05.2025 179(3) 307(1) 14.05.2025"
    copy.change(LAW, "en", "^Law No. 2169 of .*$", numbers.rjust(signs, "x"))
    found = [each for each in copy.problems() if each[1] is Wrong.TOO_LONG]
    told = (f"corpus/{LAW}/en.md", Wrong.TOO_LONG, f"lead: {signs} signs")
    assert found == ([told] if signs > LONGEST else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_that_leaves_out_the_number_of_its_part_is_found(copy: Copy, language: str) -> None:
    copy.change(ARTICLE, "all", r"^## 2 (.*?)2(.*)$", "## 2 307(1)")
    file = f"corpus/{ARTICLE}/{language}.md"
    assert (file, Wrong.TITLE_DIFFERS, "2: 2") in copy.problems()


@pytest.fixture
def before(copy: Copy) -> Mapping[Citation, Entry]:
    """The release that serves: the copy before it is changed."""
    return load(copy.corpus)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_was_changed_alone_makes_the_others_stale(
    copy: Copy, before: Mapping[Citation, Entry], language: str
) -> None:
    copy.change(ARTICLE, language, r"^(?=\S.*\n\n## 1 )", "• ")
    others = sorted(each for each in LANGUAGES if each != language)
    told = "lead: unchanged, but another language was changed; look, and set checked_on"
    stale = [(f"corpus/{ARTICLE}/{each}.md", Wrong.STALE_LANGUAGE, told) for each in others]
    assert copy.problems(before=before) == stale


def test_what_was_changed_in_two_languages_makes_the_third_stale(copy: Copy, before: Mapping[Citation, Entry]) -> None:
    for language in ("tg", "ru"):
        copy.change(ARTICLE, language, r"^(?=\S.*\n\n## 2 )", "• ")
    ((file, what, told),) = copy.problems(before=before)
    assert (file, what, told.partition(":")[0]) == (f"corpus/{ARTICLE}/en.md", Wrong.STALE_LANGUAGE, "1")


def test_what_was_changed_in_all_languages_or_looked_at_again_is_not_stale(
    copy: Copy, before: Mapping[Citation, Entry]
) -> None:
    copy.change(ARTICLE, "all", r"^(?=\S.*\n\n## 1 )", "• ")
    assert copy.problems(before=before) == []
    copy.change(ARTICLE, "en", "^• ", "")
    copy.change(ARTICLE, "all", CHECKED, 'checked_on: "2026-11-23"')
    assert copy.problems(before=before) == []


def test_a_day_of_checking_that_was_set_back_excuses_nothing(copy: Copy, before: Mapping[Citation, Entry]) -> None:
    copy.change(ARTICLE, "en", r"^(?=\S.*\n\n## 1 )", "• ")
    copy.change(ARTICLE, "all", CHECKED, 'checked_on: "2026-11-21"')
    assert len(copy.problems(before=before)) == 2


def test_everything_that_is_wrong_is_told_at_once_by_file(copy: Copy) -> None:
    copy.change(GUIDE, "all", '"constitution/19"', '"constitution/19/7"')
    copy.change(LAW, "all", '"other-sign"', '"another-sign"')
    copy.change(ARTICLE, "ru", "^Это часть 2 ", "Это часть 3 ")
    copy.change("criminal-code/179-3", "en", "^This is", "As Petrov said, this is")
    copy.file(REPORT, "en").unlink()
    copy.change("constitution/19", "tg", '^confidence: "high"$', 'confidence: "certain"')
    copy.questions.write_text("none", encoding="utf-8")
    found = copy.problems(BASES | {Citation.named("criminal-code/13/1")})
    told = [(file.removeprefix("corpus/"), str(what)) for file, what, _ in found]
    assert found == sorted(found)
    assert set(told) >= {
        ("corpus", "no passage"),
        ("constitution/19/tg.md", "unreadable"),
        ("criminal-code/179-3/en.md", "personal name"),
        ("criminal-code/307-1/ru.md", "numbers differ"),
        (f"{GUIDE}/tg.md", "dead citation"),
        (f"{LAW}/tg.md", "unknown question"),
        (f"{REPORT}/en.md", "unreadable"),
        ("open_questions.yaml", "unreadable"),
    }


def test_a_problem_is_told_in_one_line() -> None:
    problem = Problem(Path("corpus/law-2169/en.md"), Wrong.NUMBERS_DIFFER, "lead: only here: 2170")
    assert str(problem) == "corpus/law-2169/en.md: numbers differ: lead: only here: 2170"
