"""What was written for the search: every line is about a passage that exists, and nothing golden is ever trained on."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from knowledge.citation import Citation
from knowledge.corpus import load
from knowledge.sheet import LANGUAGES
from retrieval.fold import fold

FOLDER = Path(__file__).parents[2] / "retrieval"
CORPUS = load()
TAJIK_LETTERS = set("ғӣқӯҳҷ")


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


TRAINING = {path.name: lines(path) for path in sorted((FOLDER / "training").glob("*.jsonl"))}
GOLDEN = {language: lines(FOLDER / f"golden/{language}.jsonl") for language in LANGUAGES}
REFUSE = lines(FOLDER / "golden/refuse.jsonl")
ALL_GOLDEN = [*REFUSE, *(each for asked in GOLDEN.values() for each in asked)]


@pytest.mark.parametrize("name", TRAINING)
def test_a_paraphrase_is_about_a_passage_and_in_three_languages(name: str) -> None:
    for line in TRAINING[name]:
        assert line.keys() == {"about", *LANGUAGES}
        assert Citation.named(line["about"]) in CORPUS
        assert all(line[language].strip() for language in LANGUAGES)


def test_every_passage_is_asked_for_by_several_paraphrases() -> None:
    asked = Counter(line["about"] for written in TRAINING.values() for line in written)
    assert min(asked[str(citation)] for citation in CORPUS) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden_questions_are_enough_and_their_answers_exist(language: str) -> None:
    asked = GOLDEN[language]
    assert len(asked) >= 150
    assert {each["lang"] for each in asked} == {language}
    assert all(Citation.named(answer) in CORPUS for each in asked for answer in each["answers"])
    assert all(each["answers"] for each in asked)
    assert 0.3 < sum(each["final"] for each in asked) / len(asked) < 0.37


def test_half_of_the_tajik_questions_are_typed_without_tajik_letters() -> None:
    spelt = Counter(each["spelling"] for each in GOLDEN["tg"])
    assert abs(spelt["tajik"] - spelt["russian-letters"]) <= 2
    without = [each["q"] for each in GOLDEN["tg"] if each["spelling"] == "russian-letters"]
    assert not [question for question in without if TAJIK_LETTERS & set(question.lower())]


def test_there_are_questions_to_refuse_of_every_kind() -> None:
    assert len(REFUSE) >= 80
    assert min(Counter((each["lang"], each["why"]) for each in REFUSE).values()) >= 2


def test_every_golden_question_has_a_name_of_its_own() -> None:
    assert len({each["id"] for each in ALL_GOLDEN}) == len(ALL_GOLDEN)


def test_nothing_golden_is_trained_on() -> None:
    trained = {fold(line[each]) for written in TRAINING.values() for line in written for each in LANGUAGES}
    assert not [each["q"] for each in ALL_GOLDEN if fold(each["q"]) in trained]


def test_the_glossary_says_each_thing_once_in_three_languages() -> None:
    glossary = lines(FOLDER / "glossary.jsonl")
    assert len(glossary) >= 600
    for language in LANGUAGES:
        said = Counter(fold(word) for entry in glossary for word in entry[language])
        assert all(entry[language] for entry in glossary)
        assert not [word for word, times in said.items() if times > 1]
