"""One family's conversation as a frozen value: its language, its facts and the place it has reached."""

import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from dialogs.policy import POLICY_VERSION, still_valid
from dialogs.screen import Language
from eligibility.facts import SEVERAL, UNSURE, Fact, Facts, UnknownAnswer, UnknownFact
from eligibility.wire import answer_to_json


class Place(StrEnum):
    LANGUAGE = "language"
    NOTICE = "notice"
    PRIVACY = "privacy"
    HELP = "help"
    CARE = "care"
    ENTER_CODE = "enter_code"
    REPLACE = "replace"
    QUESTION = "question"
    WHY = "why"
    WHERE = "where"
    READINGS = "readings"
    REVIEW = "review"
    CHANGE = "change"
    OUTCOME = "outcome"
    WOULD_CHANGE = "would_change"
    BASIS = "basis"
    PROVISION = "provision"
    SAVE = "save"
    START_OVER = "start_over"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, with the question or the citation it is about."""

    place: Place
    fact: Fact | None = None
    citation: str | None = None


class UnreadableSession(ValueError):
    """The stored session is not one of ours; the family begins again with the choice of language."""


@dataclass(frozen=True, slots=True)
class Session:
    language: Language | None = None
    facts: Facts = field(default_factory=Facts)
    spot: Spot = Spot(Place.LANGUAGE)
    behind: tuple[Spot, ...] = ()
    """The spots over which the present one was opened, the nearest last: *back* leads there."""
    ticks: frozenset[str] = frozenset()
    pending: tuple[tuple[str, ...], ...] = ()
    """Article numbers that can be read in several ways, each with its readings, waiting to be asked about."""
    offered: Facts | None = None
    """The answers of a case code that was typed while other answers were already given."""
    remark: str | None = None
    """The key of one line about what was just typed or sent, shown once."""

    def at(self, place: Place, fact: Fact | None = None, citation: str | None = None) -> Self:
        return replace(self, spot=Spot(place, fact, citation), behind=(), remark=None)

    def over(self, place: Place) -> Self:
        """Open a place over the present one; *back* returns there. No place lies twice in the pile."""
        pile = tuple(spot for spot in (*self.behind, self.spot) if spot.place is not place)
        return replace(self, spot=Spot(place), behind=pile, remark=None)

    def uncovered(self) -> Self:
        """What lies behind the present place; answers of a code that was not taken are let go with its question."""
        offered = None if self.spot.place is Place.REPLACE else self.offered
        return replace(self, spot=self.behind[-1], behind=self.behind[:-1], offered=offered, remark=None)

    @property
    def unconfirmed(self) -> bool:
        """Ticks that are not the answer yet."""
        fact = self.spot.fact
        return fact in SEVERAL and bool(self.ticks) and self.ticks != self.facts.get(fact)

    def to_json(self) -> str:
        return json.dumps(
            {
                "policy": POLICY_VERSION,
                "language": self.language,
                "facts": _facts_out(self.facts),
                "spot": _spot_out(self.spot),
                "behind": [_spot_out(spot) for spot in self.behind],
                "ticks": sorted(self.ticks),
                "pending": self.pending,
                "offered": None if self.offered is None else _facts_out(self.offered),
                "remark": self.remark,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, stored: str) -> Self:
        """Raise UnreadableSession. Answers to questions that the policy has changed since are dropped."""
        try:
            return cls._read(json.loads(stored))
        except (KeyError, TypeError, ValueError, UnknownFact, UnknownAnswer) as error:
            raise UnreadableSession(type(error).__name__) from None

    @classmethod
    def _read(cls, stored: dict[str, object]) -> Self:
        since = int(str(stored["policy"]))
        offered = stored["offered"]
        return cls(
            language=Language(str(stored["language"])) if stored["language"] else None,
            facts=still_valid(_facts_in(stored["facts"]), since),
            spot=_spot_in(stored["spot"]),
            behind=tuple(_spot_in(spot) for spot in _list(stored["behind"])),
            ticks=frozenset(_strings(stored["ticks"])),
            pending=tuple(tuple(_strings(readings)) for readings in _list(stored["pending"])),
            offered=None if offered is None else still_valid(_facts_in(offered), since),
            remark=str(stored["remark"]) if stored["remark"] else None,
        )


def _facts_out(facts: Facts) -> dict[str, str | list[str]]:
    return {fact.value: answer_to_json(answer) for fact, answer in facts.items()}


def _facts_in(stored: object) -> Facts:
    if not isinstance(stored, dict):
        raise TypeError(UNSURE)
    return Facts(stored)


def _spot_out(spot: Spot) -> list[str | None]:
    return [spot.place.value, spot.fact.value if spot.fact else None, spot.citation]


def _spot_in(stored: object) -> Spot:
    place, fact, citation = _list(stored)
    return Spot(Place(str(place)), Fact(str(fact)) if fact else None, str(citation) if citation else None)


def _list(stored: object) -> list[object]:
    if not isinstance(stored, list):
        raise TypeError(Place.__name__)
    return stored


def _strings(stored: object) -> list[str]:
    return [str(each) for each in _list(stored)]
