"""How facts become one number: a digit for each: 0 not answered, 1 `unsure`, then the answers in their order."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from eligibility.case import COVERED
from eligibility.facts import ANSWERS, SEVERAL, UNSURE, Answer, Fact, Facts

_HEAD = (Fact.JURISDICTION, Fact.STAGE, Fact.RECORD)
_TAIL = (Fact.CONDUCT, Fact.LIMB, Fact.VERDICT_TIME, Fact.REQUEST, Fact.ACT_BEFORE_2020_12_17)
_ACT = (Fact.ACT_BEFORE_2020_12_17,)


class Layout(NamedTuple):
    size: int
    pack: Callable[[Facts], int]
    unpack: Callable[[int], Facts]


def _radix(fact: Fact) -> int:
    count = len(ANSWERS[fact])
    return 1 + ((1 << count) if fact in SEVERAL else 1 + count)


def _digit(fact: Fact, answer: Answer | None) -> int:
    if answer is None:
        return 0
    if answer == UNSURE:
        return 1
    if isinstance(answer, str):
        return 2 + ANSWERS[fact].index(answer)
    return 1 + sum(1 << place for place, each in enumerate(ANSWERS[fact]) if each in answer)


def _answer(fact: Fact, digit: int) -> Answer | None:
    if digit == 0:
        return None
    if digit == 1:
        return UNSURE
    if fact not in SEVERAL:
        return ANSWERS[fact][digit - 2]
    return frozenset(each for place, each in enumerate(ANSWERS[fact]) if (digit - 1) >> place & 1)


def _size(facts: Sequence[Fact]) -> int:
    size = 1
    for fact in facts:
        size *= _radix(fact)
    return size


def _pack(facts: Facts, order: Sequence[Fact]) -> int:
    number = 0
    for fact in order:
        number = number * _radix(fact) + _digit(fact, facts.get(fact))
    return number


def _unpack(number: int, order: Sequence[Fact]) -> Facts:
    answers: dict[str, object] = {}
    for fact in reversed(order):
        number, digit = divmod(number, _radix(fact))
        if (answer := _answer(fact, digit)) is not None:
            answers[fact.value] = answer
    return Facts(answers)


_PLAIN = (1 << len(COVERED)) + 1
"""Digits of `articles` that name no article outside the two: not answered, `unsure`, and the sets of covered ones."""
_PLAIN_SIZE = _PLAIN * _size(_TAIL)
_BODY_SIZE = _PLAIN_SIZE + (_radix(Fact.ARTICLES) - _PLAIN) * _size(_ACT)


def _pack_1(facts: Facts) -> int:
    articles = _digit(Fact.ARTICLES, facts.get(Fact.ARTICLES))
    if articles < _PLAIN:
        body = articles * _size(_TAIL) + _pack(facts, _TAIL)
    else:
        body = _PLAIN_SIZE + (articles - _PLAIN) * _size(_ACT) + _pack(facts, _ACT)
    return _pack(facts, _HEAD) * _BODY_SIZE + body


def _unpack_1(number: int) -> Facts:
    head, body = divmod(number, _BODY_SIZE)
    if body < _PLAIN_SIZE:
        articles, rest = divmod(body, _size(_TAIL))
        tail = _unpack(rest, _TAIL)
    else:
        articles, rest = divmod(body - _PLAIN_SIZE, _size(_ACT))
        articles, tail = articles + _PLAIN, _unpack(rest, _ACT)
    answer = _answer(Fact.ARTICLES, articles)
    given = {**_unpack(head, _HEAD), **tail, **({Fact.ARTICLES: answer} if answer else {})}
    return Facts({fact.value: each for fact, each in given.items()})


layout_1 = Layout(_size(_HEAD) * _BODY_SIZE, _pack_1, _unpack_1)
