"""The language of a question, whatever letters it is typed in; the questions here taught it nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from retrieval.making.recogniser import make
from retrieval.making.texts import written
from retrieval.recogniser import MODEL, NothingToRead, Recogniser
from retrieval.spellings import Writing, in_latin, in_russian_letters

GOLDEN = Path(MODEL).parent / "golden"
RECOGNISER = Recogniser.load()


def questions(language: str) -> list[Any]:
    asked = [json.loads(line) for line in (GOLDEN / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [each for each in asked if sum(word.isalpha() for word in each["q"].split()) >= 2]


def missed(language: str, asked: list[str]) -> list[str]:
    return [question for question in asked if RECOGNISER.writing(question).language != language]


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_one_golden_question_in_a_hundred_may_be_mistaken(language: str) -> None:
    asked = [each["q"] for each in questions(language)]
    assert len(missed(language, asked)) <= len(asked) / 100


@pytest.mark.parametrize("spelt", [in_russian_letters, in_latin])
def test_tajik_is_recognised_in_other_letters(spelt: Any) -> None:
    asked = [spelt(each["q"]) for each in questions("tg") if each["spelling"] == "tajik"]
    assert len(missed("tg", asked)) <= len(asked) / 100


@pytest.mark.parametrize(
    ("typed", "writing"),
    [
        ("Писарамро барои лайк ба ҳабс гирифтанд, ҳукм қатъӣ аст?", Writing.TAJIK),
        ("баро лайк шинондан, акнун мебарояд?", Writing.TAJIK_IN_RUSSIAN_LETTERS),
        ("baroi layk shinondand, ozod meshavad?", Writing.TAJIK_IN_LATIN),
        ("Брата посадили за класс, освободят?", Writing.RUSSIAN),
        ("My husband was convicted only for a like", Writing.ENGLISH),
    ],
)
def test_each_way_of_writing_is_told_apart(typed: str, writing: Writing) -> None:
    assert RECOGNISER.writing(typed) is writing


@pytest.mark.parametrize("typed", ["", " ", "307(1)", "👍", "…?!", "179 3 2025"])
def test_without_a_letter_no_language_is_told(typed: str) -> None:
    with pytest.raises(NothingToRead):
        RECOGNISER.writing(typed)


@pytest.mark.parametrize("typed", ["我的兄弟在监狱里", "برادرم", "ქართული", "a" * 4000, "ҷ", "Ω", "\u202eдорам"])
def test_whatever_is_typed_gets_an_answer(typed: str) -> None:
    assert RECOGNISER.writing(typed) in Writing


def test_tajik_letters_become_those_that_people_have() -> None:
    assert in_russian_letters("Ҷавоби ҳукм ғалат, қӯшун ӣ") == "чавоби хукм галат, кушун и"
    assert in_latin("ҷавоби ҳукм шуд, ғайриқонунӣ") == "javobi hukm shud, ghayriqonuni"


@pytest.mark.slow
def test_the_model_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    make([*written()], tmp_path)
    for file in ("writing.txt", "writing.int8"):
        assert (tmp_path / file).read_bytes() == (MODEL / file).read_bytes(), "run `make model`"
