"""What stops a release: each thing made wrong in a copy of the corpus is found by file and line, nothing else is."""

from collections.abc import Mapping
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
    ("unknown-key", CHECKED, 'checked_on: "2026-11-22"\nmood: "kind"', "unknown key: mood"),
    ("misspelt-key", CHECKED, 'cheked_on: "2026-11-22"', "no checked_on"),
    ("unknown-word", '^confidence: "high"$', 'confidence: "certain"', "confidence is none of high, medium"),
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
    (problem,) = copy.problems()
    assert problem[:2] == (f"corpus/{REPORT}/tg.md", Wrong.UNREADABLE)


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
