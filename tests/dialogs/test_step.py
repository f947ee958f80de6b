"""The step function is total: no order of taps, words and strange things leads anywhere without a card."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.draw import draw
from dialogs.events import Event, Opened, Said, Tapped, Unwanted
from dialogs.screen import Language
from dialogs.session import Place, Session
from dialogs.show import show
from dialogs.step import step
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from tests.dialogs.cards import sessions
from tests.dialogs.talk import TODAY

WORDS = ["ҳа", "да", "yes", "не знаю", "намедонам", "лайк", "307 2", "м.179(3) қ.2", "189", "/help", "/save", "bye"]
WORDS += ["12.03.2019", "05/06/2025", "039 052 192 894", "039 052 192 895", "", " ", "2", "🙂", "\u202e", "/start x"]

SAID = st.builds(Said, st.one_of(st.sampled_from(WORDS), st.text(max_size=40)), st.just(TODAY))
OTHER = st.one_of(SAID, st.just(Opened()), st.just(Unwanted("remark-file")), st.builds(Tapped, st.text(max_size=12)))
MOVES = st.lists(st.one_of(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), OTHER), max_size=25)


def event(session: Session, move: int | Event) -> Event:
    """A number taps that choice of the present card."""
    if not isinstance(move, int):
        return move
    choices = [choice.name for choice in show(session).choices if choice.name != "wipe"]
    return Tapped(choices[move % len(choices)])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_every_way_through_has_a_card_in_words_and_can_be_kept(
    words: Words, vocabulary: Vocabulary, moves: list[int | Event]
) -> None:
    session = Session()
    for move in moves:
        session = step(session, event(session, move), vocabulary).session
        assert Session.from_json(session.to_json()) == session
        assert draw(show(session), words).lines


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_language_and_wipe_are_on_every_card_and_wipe_always_wipes(
    vocabulary: Vocabulary, moves: list[int | Event]
) -> None:
    session = Session()
    for move in moves:
        session = step(session, event(session, move), vocabulary).session
        offered = {choice.name for choice in show(session).choices}
        assert "wipe" in offered
        assert "language" in offered or session.language is None or "speak:tg" in offered
        for way in (Tapped("wipe"), Said("/wipe", TODAY), Said("пока", TODAY), Said("Хайр", TODAY)):
            wiped = step(session, way, vocabulary)
            assert (wiped.wiped, wiped.session) == (True, Session())


def test_a_choice_that_the_card_does_not_offer_changes_nothing(vocabulary: Vocabulary) -> None:
    for choice in ("answer:serving", "tick:189", "show", "cite:law-2169", "change:limb", "", ":", "no-such"):
        assert step(Session(), Tapped(choice), vocabulary).session == Session()


def gives_an_answer(choice: str) -> bool:
    return choice.partition(":")[0] in ("answer", "unsure", "done", "over", "replace", "begin")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_answers_change_only_where_an_answer_is_given(vocabulary: Vocabulary, moves: list[int | Event]) -> None:
    session = Session()
    for move in moves:
        happened = event(session, move)
        after = step(session, happened, vocabulary)
        asides = isinstance(happened, Tapped) and not gives_an_answer(happened.choice)
        if asides and not after.wiped:
            assert after.session.facts == session.facts
        session = after.session


def test_a_typed_label_does_what_its_button_does(words: Words, vocabulary: Vocabulary) -> None:
    for language in Language:
        for session in sessions(language):
            for choice in show(session).choices if session.spot.place is Place.QUESTION else ():
                name, label = choice.name, words.say(choice.label, language).lstrip("✓▫ ")
                if name.startswith(("answer", "unsure", "why", "where")):
                    assert step(session, Said(label, TODAY), vocabulary) == step(session, Tapped(name), vocabulary), (
                        label
                    )
