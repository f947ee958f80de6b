"""What is known of a case: nine facts, each with a closed set of answers. `unsure` is an answer; silence is none."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Self, TypeAlias

UNSURE = "unsure"

Answer: TypeAlias = str | frozenset[str]


class Fact(StrEnum):
    """The order is the order of the questions."""

    JURISDICTION = "jurisdiction"
    STAGE = "stage"
    RECORD = "record"
    ARTICLES = "articles"
    CONDUCT = "conduct"
    LIMB = "limb"
    VERDICT_TIME = "verdict_time"
    REQUEST = "request"
    ACT_BEFORE_2020_12_17 = "act_before_2020_12_17"


ANSWERS: Mapping[Fact, tuple[str, ...]] = MappingProxyType(
    {
        Fact.JURISDICTION: ("tajikistan", "other_country"),
        Fact.STAGE: (
            "investigation",
            "trial",
            "verdict_not_in_force",
            "serving",
            "non_custodial",
            "released",
            "wanted_abroad",
        ),
        Fact.RECORD: ("active", "expired"),
        Fact.ARTICLES: (
            "179(3)",
            "307(1)",
            "179",
            "179(1)",
            "179(2)",
            "187",
            "189",
            "307",
            "307(2)",
            "307(3)",
            "307(4)",
            "401(1)",
            "other",
        ),
        Fact.CONDUCT: ("like", "repost", "comment", "own_post", "message", "other"),
        Fact.LIMB: ("justification", "call", "both"),
        Fact.VERDICT_TIME: ("before", "after"),
        Fact.REQUEST: ("none", "pending", "refused"),
        Fact.ACT_BEFORE_2020_12_17: ("yes", "no"),
    }
)

SEVERAL = frozenset({Fact.ARTICLES, Fact.CONDUCT})


class UnknownFact(ValueError):
    """The case names something that the policy does not know; nothing is decided."""


class UnknownAnswer(ValueError):
    """The answer is not one of the fact's closed set; nothing is decided."""


class Facts(Mapping[Fact, Answer]):
    """The answers given so far; immutable. A several-choice answer is a non-empty frozenset, or `unsure`."""

    __slots__ = ("_answers",)

    def __init__(self, answers: Mapping[str, object] | None = None) -> None:
        parsed = {(fact := parse_fact(name)): parse_answer(fact, value) for name, value in (answers or {}).items()}
        self._answers = {fact: parsed[fact] for fact in Fact if fact in parsed}

    def __getitem__(self, fact: Fact) -> Answer:
        return self._answers[fact]

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._answers)

    def __len__(self) -> int:
        return len(self._answers)

    def __hash__(self) -> int:
        return hash(frozenset(self._answers.items()))

    def given(self, fact: Fact, answer: object) -> Self:
        """These facts and one more; an earlier answer to the same question is replaced."""
        return type(self)({**self._named(), fact.value: answer})

    def without(self, *facts: Fact) -> Self:
        return type(self)({name: answer for name, answer in self._named().items() if name not in facts})

    def _named(self) -> dict[str, object]:
        return {fact.value: answer for fact, answer in self._answers.items()}


def parse_fact(name: str) -> Fact:
    try:
        return Fact(name)
    except ValueError:
        raise UnknownFact(f"unknown fact: {name!r}") from None


def parse_answer(fact: Fact, value: object) -> Answer:
    """Accept one of the fact's answers, `unsure`, or, for a several-choice fact, a non-empty list of answers."""
    if value == UNSURE:
        return UNSURE
    if fact not in SEVERAL:
        if isinstance(value, str) and value in ANSWERS[fact]:
            return str(value)
        raise UnknownAnswer(f"unknown answer for fact {fact.value!r}: {value!r}")
    if not isinstance(value, list | tuple | set | frozenset) or not value:
        raise UnknownAnswer(f"fact {fact.value!r} takes a list of answers or {UNSURE!r}, not {value!r}")
    for item in value:
        if not isinstance(item, str) or item not in ANSWERS[fact]:
            raise UnknownAnswer(f"unknown answer for fact {fact.value!r}: {item!r}")
    return frozenset(map(str, value))
