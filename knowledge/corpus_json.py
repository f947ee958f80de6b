"""The corpus as a release holds it: a file for each article, report and guide, quick to open, every entry whole."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from knowledge.citation import Citation
from knowledge.provisions import Digest, Entry, Guide, Month, Provision, Report

FORMAT = 1


class UnreadableRelease(ValueError):
    """A release was made by a newer program or not by this one; it is not used, and another must be activated."""


def entries_to_json(entries: Iterable[Entry]) -> bytes:
    told = {"format": FORMAT, "entries": [_entry(each) for each in entries]}
    return json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True).encode()


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "citation": str(entry.citation),
        "kind": entry.kind,
        "address": entry.address,
        "checked_on": entry.checked_on.isoformat(),
        "confidence": entry.confidence,
        "reviewed_by": entry.reviewed_by,
        "open_questions": entry.open_questions,
        "digests": {
            language: [each.label, each.title, each.source, each.text] for language, each in entry.digests.items()
        },
        **_own(entry),
    }


def _own(entry: Entry) -> dict[str, Any]:
    match entry:
        case Provision():
            return {
                "in_force": _day(entry.in_force),
                "not_before": entry.not_before.isoformat(),
                "until": _day(entry.until),
            }
        case Report():
            return {"said_on": str(entry.said_on)}
        case Guide():
            return {"rests_on": [*map(str, entry.rests_on)]}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def entries_from_json(content: bytes) -> dict[Citation, Entry]:
    """Raise UnreadableRelease."""
    try:
        told = json.loads(content)
        if told["format"] != FORMAT:
            raise UnreadableRelease(f"format {told['format']}")
        return {each.citation: each for each in map(_read, told["entries"])}
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableRelease(str(error)) from error


def _read(told: Mapping[str, Any]) -> Entry:
    digests = MappingProxyType({language: Digest(*each) for language, each in told["digests"].items()})
    common = (Citation.named(told["citation"]), digests, told["address"], date.fromisoformat(told["checked_on"]))
    signed = (told["confidence"], told["reviewed_by"], tuple(told["open_questions"]))
    match told["kind"]:
        case "law":
            return Provision(
                *common, *signed, _from(told["in_force"]), _known(told["not_before"]), _from(told["until"])
            )
        case "report":
            return Report(*common, *signed, _said_on(told["said_on"]))
        case "guide":
            return Guide(*common, *signed, tuple(map(Citation.named, told["rests_on"])))
        case kind:
            raise UnreadableRelease(f"a kind of entry that is not known here: {kind}")


def _known(written: str) -> date:
    return date.fromisoformat(written)


def _from(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _said_on(written: str) -> date | Month:
    if written.count("-") < 2:  # noqa: PLR2004  # a whole day has two
        return Month(*map(int, written.split("-")))
    return date.fromisoformat(written)
