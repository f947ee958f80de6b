"""`dodkhoh knowledge show CITATION`: one provision, report or guide, in our words or in the official ones."""

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any

from dodkhoh.knowledge.edge import home, opened, refuse, speak_utf_8
from knowledge.acts.act import Wording
from knowledge.citation import Ambiguous, Citation, MalformedCitation
from knowledge.content import Content
from knowledge.editions.edition import Edition
from knowledge.editions.wire import amendments_to_json
from knowledge.provisions import Entry, Guide, Provision, Report
from knowledge.sheet import LANGUAGES


def run(_call: str, words: list[str]) -> int:
    call = _parser().parse_args(words)
    speak_utf_8()
    try:
        citation = Citation.parse(call.citation)
    except MalformedCitation as error:
        return refuse(f"{call.citation!r}: {error}")
    if isinstance(citation, Ambiguous):
        readings = " or ".join(map(str, citation.readings))
        return refuse(f"{call.citation!r} can be read in several ways: {readings}")
    told = _official(citation, call.lang) if call.official else _ours(opened(), citation, call.lang)
    if told is None:
        return refuse(f"{citation} is not known here{' as an official text' if call.official else ''}")
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n" if call.json else _readable(told))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dodkhoh knowledge show", description=__doc__)
    parser.add_argument(
        "citation", metavar="CITATION", help="criminal-code/179-3/2, or as people write it: «м.179(3) қ.2»"
    )
    parser.add_argument("--lang", default="tg", choices=LANGUAGES)
    parser.add_argument("--official", action="store_true", help="the imported official words")
    parser.add_argument("--json", action="store_true", help="print everything that is known of it as JSON")
    return parser


def _ours(content: Content, citation: Citation, language: str) -> dict[str, Any] | None:
    entry = content.corpus.get(citation)
    if entry is None:
        return None
    digest = entry.in_language(language)
    return {
        "citation": str(citation),
        "language": language,
        "kind": entry.kind,
        "form": "guide" if isinstance(entry, Guide) else "digest",
        "title": digest.title,
        "label": digest.label,
        "text": digest.text,
        "source": digest.source,
        "address": entry.address,
        "checked_on": entry.checked_on.isoformat(),
        "confidence": entry.confidence,
        "reviewed_by": entry.reviewed_by,
        "open_questions": [*entry.open_questions],
        **_times(entry),
        "release": content.release.number,
    }


def _times(entry: Entry) -> dict[str, Any]:
    match entry:
        case Provision(in_force=begin, not_before=not_before, until=until):
            days = {"in_force_from": begin, "not_before": not_before, "in_force_until": until}
            return {name: day.isoformat() if day else None for name, day in days.items()}
        case Report(said_on=said_on):
            return {"said_on": str(said_on)}
        case Guide(rests_on=rests_on):
            return {"rests_on": [*map(str, rests_on)]}


def _official(citation: Citation, language: str) -> dict[str, Any] | None:
    """The newest import, also before a release has taken it up; the release that serves where nothing was imported."""
    act = str(citation).partition("/")[0]
    for each in (language, *LANGUAGES):
        edition = home().editions.newest(act, each)
        if edition and citation in edition.wordings:
            return _wording(edition, edition.wordings[citation])
    found = opened().official(citation, language)
    return _wording(*found) if found else None


def _wording(edition: Edition, wording: Wording) -> dict[str, Any]:
    return {
        "citation": str(wording.citation),
        "language": edition.language,
        "kind": "law",
        "form": "official",
        "title": wording.title,
        "text": wording.text,
        "amendments": amendments_to_json(wording.amendments),
        "deleted": wording.deleted,
        "page": wording.page,
        "as_of": edition.as_of.isoformat(),
        "source": edition.source,
        "edition": edition.name,
    }


def _readable(told: Mapping[str, Any]) -> str:
    head = told.get("label") or " ".join(filter(None, (told["citation"], told["title"])))
    form = {"digest": "our digest", "guide": "our guide", "official": "official text"}[told["form"]]
    when = told.get("as_of") or told.get("said_on") or told.get("checked_on")
    history = dict.fromkeys(f"{each['date']} No. {each['law']}" for each in told.get("amendments", []))
    if told.get("deleted"):
        form += ", deleted"
    rows = [f"{head} [{told['language']}, {form}, {when}]", "", told["text"], "", f"source: {told['source']}"]
    return "".join(f"{row}\n" for row in (*rows, *(["amended by: " + ", ".join(history)] if history else [])))
