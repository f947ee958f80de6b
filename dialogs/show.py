"""A session's card: one function for each place."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dialogs.screen import Screen
from dialogs.screens import asking, opening, result, reviewing
from dialogs.session import Place, Session
from eligibility.facts import Fact


def _about(draw: Callable[[Session, Fact], Screen]) -> Callable[[Session], Screen]:
    return lambda session: draw(session, session.spot.fact or Fact.JURISDICTION)


CARDS: Mapping[Place, Callable[[Session], Screen]] = MappingProxyType(
    {
        Place.LANGUAGE: opening.language,
        Place.NOTICE: opening.notice,
        Place.PRIVACY: opening.privacy,
        Place.HELP: opening.help_,
        Place.CARE: opening.care,
        Place.ENTER_CODE: opening.enter_code,
        Place.REPLACE: opening.replace,
        Place.START_OVER: opening.start_over,
        Place.QUESTION: _about(asking.question),
        Place.WHY: _about(asking.why_asked),
        Place.WHERE: _about(asking.where_written),
        Place.READINGS: asking.readings,
        Place.REVIEW: reviewing.review,
        Place.CHANGE: reviewing.change,
        Place.SAVE: reviewing.save,
        Place.OUTCOME: result.outcome,
        Place.WOULD_CHANGE: result.would_change,
        Place.BASIS: result.basis,
        Place.PROVISION: result.provision,
    }
)


def show(session: Session) -> Screen:
    """Pure and total: every session that `step` can make has its card."""
    return CARDS[session.spot.place](session)
