"""The lawyers' cases: every file in `cases/` is read strictly and every case decided as it says."""

from collections.abc import Iterator
from itertools import chain, permutations
from pathlib import Path
from typing import NamedTuple

import pytest

from eligibility.assess import Assessment, assess
from eligibility.facts import ANSWERS, UNSURE, Fact, Facts, UnknownAnswer, UnknownFact
from eligibility.notes import Note
from eligibility.rules import Outcome
from knowledge.strict_yaml import load

FILES = sorted(Path(__file__).with_name("cases").glob("*.yaml"))
EXPECTED = {"decided": "no", "outcomes": [], "notes": [], "ask": "nothing", "missing": []}


class Case(NamedTuple):
    name: str
    facts: Facts
    expect: dict[str, object]
    because: str


class WrongForm(ValueError):
    """A case says something that nobody would look at, or leaves out what somebody would."""


def read(text: str) -> Iterator[Case]:
    cases = load(text)
    for each in cases if isinstance(cases, list) else [cases]:
        if not isinstance(each, dict) or list(each) != ["name", "facts", "expect", "because"]:
            raise WrongForm(f"a case has a name, facts, what to expect and because, in this order: {each!r}")
        if unknown := each["expect"].keys() - EXPECTED:
            raise WrongForm(f"{each['name']}: nobody looks at {sorted(unknown)}")
        yield Case(each["name"], Facts(each["facts"]), EXPECTED | each["expect"], each["because"])


def read_file(file: Path) -> list[Case]:
    try:
        return list(read(file.read_text(encoding="utf-8-sig")))
    except ValueError as error:
        error.add_note(f"in {file}")
        raise


CASES = list(chain.from_iterable(map(read_file, FILES)))


def told(shown: Assessment) -> dict[str, object]:
    return {
        "decided": "yes" if shown.decided else "no",
        "outcomes": list(shown.outcomes),
        "notes": list(shown.notes),
        "ask": shown.ask or "nothing",
        "missing": list(shown.missing),
    }


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_case_is_decided_as_the_lawyer_says(case: Case) -> None:
    assert told(assess(case.facts)) == case.expect, case.because


def test_there_are_enough_cases_and_each_has_its_own_name_and_reason() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
    assert all(case.because.strip() for case in CASES)


def one_answer_apart(one: Facts, other: Facts) -> bool:
    return one.keys() == other.keys() and sum(one[fact] != other[fact] for fact in one) == 1


@pytest.mark.parametrize("rule", Outcome)
def test_the_rule_is_covered_in_both_directions(rule: Outcome) -> None:
    """A case that it decides, and a case that another rule decides because of one changed answer."""
    decided = [(case.facts, case.expect["outcomes"]) for case in CASES if case.expect["decided"] == "yes"]
    pairs = (
        (here, there)
        for (one, here), (other, there) in permutations(decided, 2)
        if here == [rule] and there != [rule] and one_answer_apart(one, other)
    )
    assert next(pairs, None), rule


@pytest.mark.parametrize("fact", Fact)
def test_each_fact_is_unsure_in_a_case_of_its_own(fact: Fact) -> None:
    assert any([name for name in case.facts if case.facts[name] == UNSURE] == [fact] for case in CASES)


@pytest.mark.parametrize("note", Note)
def test_each_note_is_on_in_one_decided_case_and_off_in_another_of_the_same_outcome(note: Note) -> None:
    decided = [case.expect for case in CASES if case.expect["decided"] == "yes"]
    on = [expect["outcomes"] for expect in decided if expect["notes"] == [note]]
    assert any(expect["outcomes"] in on for expect in decided if expect["notes"] == [])


def test_every_answer_of_every_fact_stands_in_some_case() -> None:
    for fact, answers in ANSWERS.items():
        given = [case.facts.get(fact, UNSURE) for case in CASES]
        assert set(answers) <= {word for one in given for word in ([one] if isinstance(one, str) else one)}, fact


GOOD = 'name: "n"\nfacts: {jurisdiction: "tajikistan"}\nexpect: {decided: "no"}\nbecause: "b"\n'


@pytest.mark.parametrize(
    ("written", "instead", "refusal"),
    [
        ("jurisdiction", "jurisdicton", UnknownFact),
        ("tajikistan", "tajikstan", UnknownAnswer),
        ('"tajikistan"', '["tajikistan"]', UnknownAnswer),
        ("decided", "decide", WrongForm),
        ("because", "becuase", WrongForm),
        ('because: "b"', "", WrongForm),
    ],
)
def test_g6_a_misspelt_word_in_a_case_is_refused(written: str, instead: str, refusal: type[ValueError]) -> None:
    assert len(list(read(GOOD))) == 1
    with pytest.raises(refusal):
        list(read(GOOD.replace(written, instead)))
