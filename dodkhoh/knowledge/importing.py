"""`dodkhoh knowledge import FILE`: an official text is read in the sandbox, reported, and kept if it is fit."""

import argparse
import json
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from dodkhoh.knowledge.edge import EXIT_FULL, EXIT_REFUSED, bar, home, refuse, speak_utf_8, today
from knowledge.documents.document import MOST_BYTES, DocumentRefused
from knowledge.editions.edition import Edition, counts
from knowledge.editions.importing import ACTS, Agreed, ImportRefused, Origin, read_edition, refuse_shrunk
from knowledge.editions.kept import Kept
from knowledge.sheet import LANGUAGES

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
FIRST_DAY = date(1994, 11, 6)
"""No law in force is older than the Constitution."""


def run(_call: str, words: list[str]) -> int:
    call = _parser().parse_args(words)
    speak_utf_8()
    if not Path(call.file).is_file():
        return refuse(f"{call.file}: there is no such file")
    origin, agreed = Origin(call.act, call.lang, call.as_of, call.source), frozenset(call.accept)
    try:
        edition = _read(Path(call.file), origin, agreed)
        refuse_shrunk(edition, home().editions.newest(edition.act.name, edition.language), agreed)
        kept = home().editions.keep(edition)
    except DocumentRefused as refused:
        return refuse(f"the document is refused: {refused}", EXIT_REFUSED)
    except ImportRefused as refused:
        return refuse(f"the text is refused: {refused}", EXIT_REFUSED)
    except OSError as error:
        return refuse(f"nothing was kept: {error.strerror}", EXIT_FULL)
    told = report(edition, kept)
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n" if call.json else _readable(told))
    return 0


def _read(file: Path, origin: Origin, agreed: frozenset[Agreed]) -> Edition:
    with file.open("rb") as document:
        content = document.read(MOST_BYTES + 1)
    with bar("pages") as progress:
        return read_edition(content, file.name, origin, agreed, progress)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dodkhoh knowledge import", description=__doc__)
    parser.add_argument("file", metavar="FILE", help="PDF, DOCX, DOC, HTML or TXT, up to 20 MB")
    parser.add_argument("--act", required=True, choices=ACTS)
    parser.add_argument("--lang", required=True, choices=LANGUAGES)
    parser.add_argument("--as-of", required=True, type=_day, metavar="YYYY-MM-DD", help="the day whose law it shows")
    parser.add_argument("--source", required=True, type=_address, metavar="URL", help="where the document came from")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument(
        "--accept", action="append", default=[], type=Agreed, choices=list(Agreed), help="what you have looked at"
    )
    return parser


def _day(written: str) -> date:
    day = date.fromisoformat(written) if _DAY.fullmatch(written) else None
    if day is None or not FIRST_DAY <= day <= today():
        raise argparse.ArgumentTypeError(f"no day such as 2026-05-19, from {FIRST_DAY} to today")
    return day


def _address(written: str) -> str:
    if not _ADDRESS.fullmatch(written):
        raise argparse.ArgumentTypeError("no address that begins with https:// or http://")
    return written


def report(edition: Edition, kept: Kept) -> dict[str, Any]:
    """Counts first, then what an editor has to look at, then what the document is."""
    return {
        **asdict(counts(edition.act)),
        "doubtful": [_doubt(each.citation, each.why, each.page, each.proposal) for each in edition.act.doubts],
        "remarks": [{"what": each.what, "pages": [*each.pages], "told": each.told} for each in edition.remarks],
        "act": edition.act.name,
        "language": edition.language,
        "as_of": edition.as_of.isoformat(),
        "source": edition.source,
        "pages": edition.pages,
        "provisions": len(edition.act.wordings),
        "deleted": sum(each.deleted for each in edition.act.articles()),
        "left_out_lines": edition.act.left_out,
        "sha256": edition.file,
        "edition": edition.name,
        "kept": kept.name.lower().replace("_", "-"),
    }


def _doubt(citation: object, why: str, page: int, proposal: object) -> dict[str, Any]:
    told = {"citation": str(citation), "why": str(why), "page": page}
    return {**told, "proposal": str(proposal)} if proposal else told


def _remark(told: Mapping[str, Any]) -> str:
    pages = f", pages {', '.join(map(str, told['pages']))}" if told["pages"] else ""
    return f"remark: {told['what']}{pages} {told['told']}".rstrip()


def _readable(told: Mapping[str, Any]) -> str:
    numbers = ("articles", "with_suffix", "sections", "chapters", "notes", "amendments", "deleted", "pages")
    rows = [f"{name.replace('_', ' ')}: {told[name]}" for name in numbers]
    rows += [f"kept: {told['kept']} ({told['act']}, {told['language']}, as of {told['as_of']})"]
    rows += [_remark(each) for each in told["remarks"]]
    for each in told["doubtful"]:
        proposal = f", proposed: {each['proposal']}" if "proposal" in each else ""
        rows.append(f"doubtful: {each['citation']}, page {each['page']}: {each['why']}{proposal}")
    return "".join(f"{row}\n" for row in rows)
