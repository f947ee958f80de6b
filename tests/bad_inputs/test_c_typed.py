"""Table C: typed dates, numbers, languages and Unicode, at the question where they are typed."""

from typing import Any

import pytest

from dialogs.draw import draw, plain
from dialogs.moves import ask
from dialogs.screen import Language
from dialogs.session import Session
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from eligibility.facts import Fact, Facts
from tests.bad_inputs.table import rows, typed
from tests.dialogs.talk import Talk
from tests.journeys import JOURNEYS


@pytest.mark.parametrize("row", rows("c_typed"))
def test_what_is_typed_is_understood_or_kindly_refused(row: Any, vocabulary: Vocabulary, words: Words) -> None:
    fact = Fact(row["at"])
    talk = Talk(vocabulary, ask(Session(Language.TG, _facts_before(fact)), fact))
    before = talk.session
    told = plain(draw(talk.card, words))
    said = typed(row["say"])
    talk.say(said)
    expected = row["expect"]
    if "answered" in expected:
        assert talk.session.facts[fact] == expected["answered"]
    elif "ticks" in expected:
        assert (talk.session.ticks, talk.session.facts) == (frozenset(expected["ticks"]), before.facts)
    elif "asked" in expected:
        assert [set(each) for each in talk.session.pending] == [set(expected["asked"])]
    else:
        assert talk.session.remark == expected["remark"]
        assert (talk.session.facts, talk.session.spot) == (before.facts, before.spot)
    shown = plain(draw(talk.card, words))
    assert said not in shown or said in told


def _facts_before(fact: Fact) -> Facts:
    """A case in which the question is asked."""
    journey = {**JOURNEYS["strong_basis"], "articles": ["189"]} if "act" in fact else JOURNEYS["strong_basis"]
    return Facts(
        {name: answer for name, answer in journey.items() if list(Fact).index(Fact(name)) < list(Fact).index(fact)}
    )
