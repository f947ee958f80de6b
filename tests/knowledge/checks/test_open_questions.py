"""The list of open questions is read whole, or refused; what is open is signed off by nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.checks.problem import Wrong
from knowledge.corpus import load
from knowledge.open_questions import State, UnreadableQuestions, read_open_questions
from knowledge.sheet import LANGUAGES
from tests.knowledge.checks.copied import Copy

OPEN = """- "id": "where"
  "state": "open"
  "signed_off_by": "nobody"
  "signed_off_on": "never"
  "question": {"tg": "Ба куҷо?", "ru": "Куда?", "en": "Where?"}
"""
SIGNED_OFF = (
    OPEN.replace("where", "when")
    .replace('"open"', '"signed-off"')
    .replace('"nobody"', '"a lawyer"')
    .replace('"never"', '"2026-11-22"')
)
Written = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(text: str) -> Path:
        file = tmp_path / "questions.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_an_open_question_and_one_that_is_signed_off_are_read(written: Written) -> None:
    read = read_open_questions(written(OPEN + SIGNED_OFF))
    assert [*read] == ["where", "when"]
    assert (read["where"].state, read["where"].signed_off_by) == (State.OPEN, "nobody")
    assert (read["when"].state, read["when"].signed_off_on) == (State.SIGNED_OFF, "2026-11-22")
    assert dict(read["where"].question) == {"tg": "Ба куҷо?", "ru": "Куда?", "en": "Where?"}


def test_every_question_of_the_program_is_asked_in_three_languages_and_some_text_rests_on_it() -> None:
    read = read_open_questions()
    assert all(tuple(each.question) == LANGUAGES and name == each.name for name, each in read.items())
    assert {question for entry in load().values() for question in entry.open_questions} <= read.keys()


MALFORMED = [
    ("a-text", OPEN, "where", "not a list"),
    ("nothing", OPEN, "", "line 1: nothing is written here"),
    ("twice", OPEN, OPEN + OPEN, "a question is written twice"),
    ("not-yaml", '"open"', '"open', "line "),
    ("unquoted-date", '"never"', "2026-11-22", "line 4: '2026-11-22' is not text"),
    ("no-state", '  "state": "open"\n', "", "a question has id, question, signed_off_by, signed_off_on, state"),
    ("one-key-more", '"state"', '"mood": "kind"\n  "state"', "a question has "),
    ("misspelt-key", '"state"', '"sate"', "a question has "),
    ("only-a-text", OPEN, '- "where"', "a question has "),
    ("id-a-list", '"where"', '["where"]', "are texts"),
    ("id-empty", '"where"', '""', "are texts"),
    ("state-a-list", '"open"', '["open"]', "are texts"),
    ("state-unknown", '"open"', '"opened"', "where: a state is one of open, signed-off"),
    ("two-languages", ', "en": "Where?"', "", "where: a question is asked in tg, ru, en"),
    ("a-fourth-language", '"en"', '"uz": "Qayerga?", "en"', "where: a question is asked in tg, ru, en"),
    ("question-a-text", '{"tg": "Ба куҷо?", "ru": "Куда?", "en": "Where?"}', '"Where?"', "where: a question is asked"),
    ("empty-in-one", '"Куда?"', '" "', "where: a question is a text in every language"),
    ("a-list-in-one", '"Куда?"', '["Куда?"]', "where: a question is a text in every language"),
    ("open-but-signed", '"nobody"', '"a lawyer"', "where: what is open is signed off by nobody, never"),
    ("open-but-dated", '"never"', '"2026-11-22"', "where: what is open is signed off by nobody, never"),
    ("signed-by-nobody", '"open"', '"signed-off"', "where: what is open is signed off by nobody, never"),
]


@pytest.mark.parametrize(("old", "new", "told"), [each[1:] for each in MALFORMED], ids=[each[0] for each in MALFORMED])
def test_a_malformed_list_is_refused_and_says_why(written: Written, old: str, new: str, told: str) -> None:
    assert old in OPEN
    with pytest.raises(UnreadableQuestions, match=r"\A[^\n]+\Z") as refused:
        read_open_questions(written(OPEN.replace(old, new, 1)))
    assert told in str(refused.value)


@pytest.mark.parametrize("day", ["22.11.2026", "2026-11-31", "20261122", "2026-W47-7", "soon", "", "2026-11-22 "])
def test_what_is_signed_off_has_its_day(written: Written, day: str) -> None:
    with pytest.raises(UnreadableQuestions, match=r"when: signed_off_on is no day|are texts"):
        read_open_questions(written(SIGNED_OFF.replace("2026-11-22", day)))


def test_a_list_that_is_not_there_or_is_no_text_is_refused(written: Written, tmp_path: Path) -> None:
    with pytest.raises(UnreadableQuestions):
        read_open_questions(tmp_path / "none.yaml")
    file = written(OPEN)
    file.write_bytes("Куда?".encode("utf-16"))
    with pytest.raises(UnreadableQuestions):
        read_open_questions(file)


def test_a_malformed_list_stops_a_release_by_the_name_of_its_file(copy: Copy) -> None:
    copy.questions.write_text(OPEN.replace("nobody", "a lawyer"), encoding="utf-8")
    (told, *others) = [each for each in copy.problems() if each[0] == "open_questions.yaml"]
    assert (told[1], others) == (Wrong.UNREADABLE, [])
