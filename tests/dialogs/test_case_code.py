"""The case code: the answers, nothing else, and never half of them."""

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.case_code import DIGITS, LAYOUTS, SPAN, MistypedCode, UnknownPolicy, digits_of, read_code, write_code
from dialogs.code_layout import Layout, layout_1
from dialogs.policy import POLICY_VERSION
from dialogs.screen import Language
from dialogs.vocabulary import Vocabulary
from eligibility.assess import assess
from eligibility.facts import ANSWERS, SEVERAL, UNSURE, Fact, Facts
from tests.dialogs.cards import endings
from tests.dialogs.talk import Talk
from tests.journeys import JOURNEYS

PACKED = st.integers(0, layout_1.size - 1)


def answers(fact: Fact) -> st.SearchStrategy[object]:
    one = st.sampled_from(ANSWERS[fact])
    return st.one_of(st.just(UNSURE), st.frozensets(one, min_size=1) if fact in SEVERAL else one)


FACTS = st.fixed_dictionaries({}, optional={fact.value: answers(fact) for fact in Fact}).map(Facts)


def test_every_end_of_an_interview_comes_back_as_it_was() -> None:
    for facts in endings():
        assert read_code(write_code(facts)) == facts


@given(FACTS)
def test_any_facts_come_back_to_the_same_assessment(facts: Facts) -> None:
    assert assess(read_code(write_code(facts))).outcomes == assess(facts).outcomes
    assert assess(read_code(write_code(facts))).notes == assess(facts).notes


@given(PACKED)
def test_every_number_of_the_layout_is_the_facts_it_was_made_of(packed: int) -> None:
    assert layout_1.pack(layout_1.unpack(packed)) == packed


@given(PACKED, st.integers(0, DIGITS - 1), st.integers(1, 9))
def test_one_wrong_digit_is_always_refused(packed: int, place: int, off: int) -> None:
    digits = write_code(layout_1.unpack(packed)).replace(" ", "")
    wrong = digits[:place] + str((int(digits[place]) + off) % 10) + digits[place + 1 :]
    with pytest.raises(MistypedCode):
        read_code(wrong)


@given(PACKED, st.integers(0, DIGITS - 2))
def test_two_neighbours_exchanged_are_always_refused(packed: int, place: int) -> None:
    digits = write_code(layout_1.unpack(packed)).replace(" ", "")
    wrong = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    if wrong != digits:
        with pytest.raises(MistypedCode):
            read_code(wrong)


def test_random_digits_are_hardly_ever_a_code() -> None:
    """A thousand times fewer than the check alone would let through, for most numbers belong to no version."""
    accepted = 0
    for _ in range(100_000):
        try:
            read_code(f"{secrets.randbelow(10**DIGITS):0{DIGITS}}")
        except (MistypedCode, UnknownPolicy):
            continue
        accepted += 1
    assert accepted < 20


@given(st.integers(0, 10**9 - 1))
def test_no_telephone_number_of_tajikistan_is_a_code(number: int) -> None:
    with pytest.raises((MistypedCode, UnknownPolicy)):
        read_code(f"992{number:09}")


def test_the_layout_of_version_1_is_frozen() -> None:
    """Codes lie on paper in people's homes: these must be read for ever."""
    assert read_code("039 052 192 894") == Facts(JOURNEYS["strong_basis"])
    assert write_code(Facts(JOURNEYS["strong_basis"])) == "039 052 192 894"
    assert write_code(Facts()) == "024 000 000 349"
    assert write_code(Facts(JOURNEYS["undecided"])) == UNDECIDED
    assert layout_1.size == 23_436_288 < SPAN


UNDECIDED = "039 026 112 371"


def test_a_code_is_typed_in_any_grouping() -> None:
    for typed in ("039052192894", "039-052-192-894", "0390 5219 2894", " 039.052.192.894 ", "039—052—192—894"):
        assert digits_of(typed) == "039052192894"
    for typed in ("03905219289", "0390521928944", "039 052 192 89x", "٠٣٩٠٥٢١٩٢٨٩٤", ""):
        assert digits_of(typed) is None


def test_a_code_of_an_older_policy_asks_again_only_what_changed() -> None:
    layouts = {1: layout_1, 2: layout_1}
    changed = {1: frozenset[Fact](), 2: frozenset({Fact.LIMB})}
    restored = read_code(write_code(Facts(JOURNEYS["strong_basis"])), layouts, changed)
    assert restored == Facts(JOURNEYS["strong_basis"]).without(Fact.LIMB)
    assert assess(restored).ask is Fact.LIMB


def test_a_code_of_a_newer_policy_is_refused_whole() -> None:
    payload = (POLICY_VERSION + 1) * SPAN
    with pytest.raises(UnknownPolicy):
        read_code(f"{payload:09}{-payload * 1000 % 997:03}")


def test_every_layout_fits_its_span_and_the_present_policy_has_one() -> None:
    assert POLICY_VERSION in LAYOUTS
    assert all(isinstance(layout, Layout) and layout.size <= SPAN for layout in LAYOUTS.values())


def test_a_code_restores_its_answers_in_another_language_after_a_wipe(vocabulary: Vocabulary) -> None:
    talk = Talk(vocabulary)
    talk.say("039 052 192 894")
    assert talk.card.key == "language"
    assert talk.tap("speak:ru", "begin").key == "review"
    assert talk.session.language is Language.RU
    assert talk.tap("show").key == "outcome-strong_basis"


def test_a_mistyped_code_changes_nothing(vocabulary: Vocabulary) -> None:
    talk = Talk(vocabulary)
    talk.open()
    talk.tap("answer:tajikistan")
    before = talk.session
    assert talk.say("039 052 192 895").key == "ask-stage"
    assert (talk.session.facts, talk.session.remark) == (before.facts, "remark-code-mistyped")


def test_a_code_asks_before_it_replaces_other_answers(vocabulary: Vocabulary) -> None:
    talk = Talk(vocabulary)
    talk.open()
    talk.tap("answer:tajikistan")
    assert talk.say("039 052 192 894").key == "replace"
    assert talk.tap("replace:no").key == "ask-stage"
    talk.say("039 052 192 894")
    assert talk.tap("replace:yes").key == "review"


def test_the_saved_code_is_the_code_of_the_answers(vocabulary: Vocabulary) -> None:
    talk = Talk(vocabulary)
    talk.open()
    talk.tap("answer:tajikistan", "answer:serving")
    codes = [part.text.args["code"] for part in talk.tap("save").parts if "code" in part.text.args]
    assert [read_code(str(code)) for code in codes] == [Facts({"jurisdiction": "tajikistan", "stage": "serving"})]
