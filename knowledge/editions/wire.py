"""An edition as JSON, for the shelf of editions and for releases; what was written by something newer is refused."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from knowledge.acts.act import Act, Amendment, Division, Doubt, Level, Why, Wording
from knowledge.citation import Citation
from knowledge.documents.document import Remark, RemarkKind
from knowledge.editions.edition import Edition

FORMAT = 1


class UnreadableEdition(ValueError):
    """A kept edition is damaged or was written by a newer program; it is imported again from its document."""


def edition_to_json(edition: Edition) -> bytes:
    told = {
        "format": FORMAT,
        "act": edition.act.name,
        "language": edition.language,
        "as_of": edition.as_of.isoformat(),
        "source": edition.source,
        "file": edition.file,
        "pages": edition.pages,
        "left_out": edition.act.left_out,
        "remarks": [[each.what, each.pages, each.told] for each in edition.remarks],
        "divisions": [[each.level, each.number, each.title, each.page] for each in edition.act.divisions],
        "doubts": [_doubt(each) for each in edition.act.doubts],
        "wordings": [_wording(each) for each in edition.act.wordings],
    }
    return json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True).encode()


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "citation": str(wording.citation),
        "title": wording.title,
        "text": wording.text,
        "page": wording.page,
        "deleted": wording.deleted,
        "amendments": amendments_to_json(wording.amendments),
    }


def amendments_to_json(amendments: tuple[Amendment, ...]) -> list[dict[str, str]]:
    return [{"date": each.day.isoformat(), "law": each.law} for each in amendments]


def _doubt(doubt: Doubt) -> list[Any]:
    proposal = None if doubt.proposal is None else str(doubt.proposal)
    return [str(doubt.citation), doubt.why, doubt.page, proposal]


def edition_from_json(content: bytes) -> Edition:
    """Raise UnreadableEdition."""
    try:
        told = json.loads(content)
        if told["format"] != FORMAT:
            raise UnreadableEdition(f"format {told['format']}")
        return _edition(told)
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableEdition(str(error)) from error


def _edition(told: Mapping[str, Any]) -> Edition:
    act = Act(
        told["act"],
        tuple(_read_wording(each) for each in told["wordings"]),
        tuple(Division(Level(level), *rest) for level, *rest in told["divisions"]),
        tuple(_read_doubt(*each) for each in told["doubts"]),
        told["left_out"],
    )
    remarks = tuple(Remark(RemarkKind(what), tuple(pages), text) for what, pages, text in told["remarks"])
    as_of = date.fromisoformat(told["as_of"])
    return Edition(act, told["language"], as_of, told["source"], told["file"], told["pages"], remarks)


def _read_wording(told: Mapping[str, Any]) -> Wording:
    amendments = tuple(Amendment(date.fromisoformat(each["date"]), each["law"]) for each in told["amendments"])
    citation = Citation.named(told["citation"])
    return Wording(citation, told["text"], amendments, told["page"], told["title"], deleted=told["deleted"])


def _read_doubt(citation: str, why: str, page: int, proposal: str | None) -> Doubt:
    return Doubt(Citation.named(citation), Why(why), page, Citation.named(proposal) if proposal else None)
