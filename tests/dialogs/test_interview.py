"""The interview from the choice of language to the outcome, and every way aside and back."""

from dataclasses import replace

import pytest

from dialogs.events import Tapped
from dialogs.screen import Language
from dialogs.session import Place
from dialogs.show import show
from dialogs.step import step
from dialogs.vocabulary import Vocabulary
from eligibility.facts import Fact, Facts
from eligibility.interview import most_questions_left
from tests.dialogs.cards import sessions
from tests.dialogs.talk import Talk
from tests.journeys import JOURNEYS, choices


@pytest.fixture
def talk(vocabulary: Vocabulary) -> Talk:
    return Talk(vocabulary)


def play(talk: Talk, name: str) -> None:
    for card, answers in choices(JOURNEYS[name]):
        assert talk.card.key == card
        talk.tap(*answers)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", JOURNEYS)
def test_every_outcome_is_reached_by_its_questions_and_no_others(talk: Talk, name: str, language: Language) -> None:
    talk.open(language)
    play(talk, name)
    assert talk.card.key == "review"
    assert talk.tap("show").key == f"outcome-{name}"
    assert talk.session.language is language


def test_a_new_chat_is_first_asked_for_its_language_and_told_what_can_be_seen(talk: Talk) -> None:
    assert talk.card.key == "language"
    assert talk.tap("speak:tg").key == "notice"
    assert talk.tap("begin").key == "ask-jurisdiction"


def test_a_several_choice_question_cannot_be_left_without_a_tick(talk: Talk) -> None:
    talk.open()
    talk.tap("answer:tajikistan", "answer:serving")
    assert "done" not in talk.choices
    talk.tap("tick:189")
    assert "done" in talk.choices
    talk.tap("tick:189")
    assert "done" not in talk.choices


def test_back_leads_through_the_asked_questions_and_keeps_every_answer(talk: Talk) -> None:
    talk.open()
    play(talk, "strong_basis")
    seen = [talk.tap("back").key for _ in range(7)]
    assert seen == [f"ask-{fact}" for fact in reversed(list(JOURNEYS["strong_basis"]))]
    assert talk.session.facts == Facts(JOURNEYS["strong_basis"])
    assert talk.tap("back").key == "notice"
    assert talk.tap("begin").key == "review"


def test_one_answer_is_changed_and_the_rest_are_kept(talk: Talk) -> None:
    talk.open()
    play(talk, "strong_basis")
    talk.tap("show", "answers", "change", "change:limb")
    assert talk.tap("answer:call", "show").key == "outcome-arguable_limb"
    assert talk.session.facts == Facts({**JOURNEYS["strong_basis"], "limb": "call"})


def test_a_changed_answer_asks_only_what_it_makes_new(talk: Talk) -> None:
    talk.open()
    play(talk, "strong_basis")
    talk.tap("change", "change:stage")
    assert talk.tap("answer:released").key == "ask-record"
    assert talk.tap("answer:active", "show").key == "outcome-record_cleared"


def test_ticks_of_an_earlier_answer_stand_when_it_is_changed(talk: Talk) -> None:
    talk.open()
    play(talk, "strong_basis")
    talk.tap("change", "change:articles")
    assert talk.session.ticks == {"307(1)"}
    assert talk.tap("tick:307(3)", "done", "show").key == "outcome-mixed_articles"


def test_an_unsure_fact_can_be_answered_from_the_outcome_that_hangs_on_it(talk: Talk) -> None:
    talk.open()
    play(talk, "undecided")
    assert talk.tap("show").key == "outcome-undecided"
    talk.tap("change:limb", "answer:justification")
    assert talk.tap("show").key == "outcome-strong_basis"


@pytest.mark.parametrize("aside", ["why", "where", "language", "help"])
def test_a_look_aside_comes_back_to_the_same_question_with_its_ticks(talk: Talk, aside: str) -> None:
    talk.open()
    talk.tap("answer:tajikistan", "answer:serving", "tick:189")
    talk.tap(aside, "back")
    assert talk.card.key == "ask-articles"
    assert talk.session.ticks == {"189"}


def test_the_language_changes_anywhere_without_losing_the_step(talk: Talk) -> None:
    talk.open()
    talk.tap("answer:tajikistan", "answer:serving", "tick:189", "language", "speak:ru")
    assert (talk.card.key, talk.card.language) == ("ask-articles", Language.RU)
    assert talk.session.ticks == {"189"}


def test_starting_over_asks_first_and_keeps_the_language(talk: Talk) -> None:
    talk.open(Language.TG)
    play(talk, "strong_basis")
    talk.say("/help")
    assert talk.tap("start-over", "over:no").key == "help"
    assert talk.tap("start-over", "over:yes").key == "ask-jurisdiction"
    assert (talk.session.language, talk.session.facts) == (Language.TG, Facts())


@pytest.mark.parametrize("name", JOURNEYS)
def test_the_progress_never_promises_fewer_questions_than_come(talk: Talk, name: str) -> None:
    talk.open()
    for number, (_, answers) in enumerate(choices(JOURNEYS[name]), 1):
        header = talk.card.parts[0].text
        assert header.args["number"] == number
        assert header.args["most"] == number - 1 + most_questions_left(talk.session.facts)
        talk.tap(*answers)


def test_the_first_question_about_the_accusation_repeats_what_can_be_seen(talk: Talk) -> None:
    talk.open()
    talk.tap("answer:tajikistan", "answer:serving")
    assert "reminder" in {part.text.key for part in talk.card.parts}


def test_a_provision_is_read_and_left_again(talk: Talk) -> None:
    talk.open()
    play(talk, "strong_basis")
    talk.tap("show", "basis")
    cited = [choice for choice in talk.card.choices if choice.name.startswith("cite:")]
    assert len(cited) == 4
    assert talk.tap(cited[0].name).key == "provision"
    assert talk.tap("back").key == "basis"
    assert talk.tap("back").key == "outcome-strong_basis"


def test_what_would_change_is_left_by_changing_an_answer(talk: Talk) -> None:
    talk.open()
    play(talk, "strong_basis")
    talk.tap("show", "would-change", "change")
    assert talk.session.spot.place is Place.CHANGE
    assert f"change:{Fact.LIMB.value}" in talk.choices


def test_a_number_with_two_readings_is_asked_about_and_neither_may_be_meant(talk: Talk) -> None:
    talk.open()
    talk.tap("answer:tajikistan", "answer:serving")
    assert talk.say("307 2").key == "readings"
    assert talk.tap("read:none").key == "ask-articles"
    assert talk.session.ticks == frozenset()
    talk.say("307 2 , 179 3")
    assert talk.tap("read:307(2):").key == "readings"
    assert talk.tap("read:179:3").key == "ask-articles"
    assert talk.session.ticks == {"307(2)", "179"}


@pytest.mark.slow
def test_every_choice_of_every_card_leads_somewhere(talk: Talk) -> None:
    for session in sessions(Language.TG):
        for choice in show(session).choices:
            assert show(step(session, Tapped(choice.name), talk.vocabulary).session).parts


@pytest.mark.parametrize("over", ["why", "where"])
def test_an_answer_typed_over_why_or_where_answers_the_question(talk: Talk, over: str) -> None:
    talk.open()
    talk.tap(over)
    assert talk.say("Тоҷикистон").key == "ask-stage"
    talk.tap("answer:serving", over)
    assert talk.say("307(1)").key == "ask-articles"
    assert talk.session.ticks == {"307(1)"}


def test_ticks_that_are_not_confirmed_are_kept_on_the_way_back_and_never_saved(talk: Talk) -> None:
    talk.open()
    talk.tap("answer:tajikistan", "answer:serving", "tick:189")
    assert "save" not in talk.choices
    talk.say("/save")
    assert talk.session.remark == "remark-done-first"
    talk.tap("back")
    assert talk.card.key == "ask-stage"
    talk.tap("answer:serving")
    assert talk.session.ticks == {"189"}


@pytest.mark.parametrize("place", ["save", "help", "privacy", "enter-code", "start-over"])
def test_the_language_changes_over_any_card_and_comes_back_to_it(talk: Talk, place: str) -> None:
    talk.open()
    talk.tap("answer:tajikistan")
    talk.say("/help")
    talk.tap(place) if place != "help" else None
    key = talk.card.key
    assert talk.tap("language", "speak:tg").key == key
    for _ in range(3):
        talk.tap("back") if talk.card.key != "ask-stage" else None
    assert talk.card.key == "ask-stage"


def test_a_code_that_was_not_taken_never_replaces_answers(talk: Talk) -> None:
    talk.open()
    talk.tap("answer:tajikistan")
    assert talk.say("039 052 192 894").key == "replace"
    assert talk.tap("language", "speak:tg").key == "replace"
    talk.tap("back", "back", "back")
    assert talk.card.key == "notice"
    assert talk.tap("begin").key == "ask-stage"
    assert talk.session.facts == Facts({"jurisdiction": "tajikistan"})


def test_a_code_typed_first_waits_through_every_look_aside(talk: Talk) -> None:
    talk.say("039 052 192 894")
    talk.tap("speak:ru", "privacy", "back", "enter-code", "back")
    assert talk.tap("begin").key == "review"


def test_what_cannot_be_decided_yet_still_shows_its_notes_and_what_the_stage_asks_for(talk: Talk) -> None:
    talk.open()
    talk.session = replace(talk.session, facts=Facts({**JOURNEYS["undecided"], "request": "refused"}))
    assert "note-refused_before.text" in shown(talk)
    talk.session = replace(talk.session, facts=Facts(NOT_FINAL))
    assert "stage-verdict_not_in_force" in shown(talk)


NOT_FINAL = {
    **JOURNEYS["appeal_now"],
    "conduct": "unsure",
    "limb": "call",
    "request": "none",
}


def shown(talk: Talk) -> set[str]:
    card = show(talk.session.at(Place.OUTCOME))
    assert card.key == "outcome-undecided"
    return {part.text.key for part in card.parts}
