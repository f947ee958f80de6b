"""Word files (DOCX): only their XML is read, part by part; what lies elsewhere is not fetched."""

import re
from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from knowledge.documents.document import DocumentRefused, Line, Refusal, Remark, RemarkKind
from knowledge.documents.docx_looks import Styles, styles_of
from knowledge.documents.docx_walk import Walk
from knowledge.documents.extract import Extract
from knowledge.documents.package import Package
from knowledge.documents.xml_parts import pieces

PREVIEW = 200
_NOT_FETCHED_ANYWAY = ("/hyperlink",)
_NO_TEXT_OF_THEIR_OWN = frozenset({"-1", "0"})
"""Ids of the lines that Word draws between text and notes."""


def extract(content: bytes) -> Extract:
    """Raise DocumentRefused."""
    package = Package(content)
    elsewhere = _elsewhere(package)
    main = _main(package)
    if any("macroEnabled" in part.get("ContentType", "") for part in _all(package, r"\[Content_Types\]\.xml")):
        raise DocumentRefused(Refusal.MACROS)
    styles = styles_of(_all(package, r"word/styles\.xml"))
    walk = Walk(styles, _notes(package, styles))
    for piece in pieces(package.part(main), 2):
        walk.take(piece)
    walk.changes["comment"] += sum(1 for each in _all(package, r"word/comments\w*\.xml"))
    _refuse_unfinished(walk)
    return Extract(tuple(walk.lines), 1, tuple(_remarks(walk, elsewhere, _heads(package, styles))))


def _all(package: Package, pattern: str) -> Iterator[Element]:
    return chain.from_iterable(pieces(package.part(name), 1) for name in package.named(pattern))


def _main(package: Package) -> str:
    for link in _all(package, r"_rels/\.rels"):
        if link.get("Type", "").endswith("/officeDocument"):
            return link.get("Target", "").lstrip("/")
    raise DocumentRefused(Refusal.BROKEN, "DOCX")


def _elsewhere(package: Package) -> int:
    """How many templates, pictures or parts are not in the file. A link that only a reader could follow is none."""
    links = [link for link in _all(package, r".*\.rels") if link.get("TargetMode") == "External"]
    return sum(not link.get("Type", "").endswith(_NOT_FETCHED_ANYWAY) for link in links)


def _notes(package: Package, styles: Styles) -> dict[tuple[str, str], list[str]]:
    read = {}
    for note in _all(package, r"word/(?:footnotes|endnotes)\.xml"):
        if note.get("{w}id", "") not in _NO_TEXT_OF_THEIR_OWN:
            read[f"{note.tag}Reference", note.get("{w}id", "")] = [line.text for line in _lines(note, styles)]
    return read


def _heads(package: Package, styles: Styles) -> str:
    """What stands at the top and the foot of pages, numbers apart."""
    lines = [line for piece in _all(package, r"word/(?:header|footer)\d*\.xml") for line in _lines(piece, styles)]
    return ", ".join(dict.fromkeys(text for line in lines if re.search(r"[^\W\d_]", text := line.text.strip())))[
        :PREVIEW
    ]


def _lines(piece: Element, styles: Styles) -> list[Line]:
    walk = Walk(styles)
    walk.take(piece)
    return [line for line in walk.lines if line.text.strip()]


def _refuse_unfinished(walk: Walk) -> None:
    if changes := ", ".join(f"{name} {count}" for name, count in walk.changes.items() if count):
        raise DocumentRefused(Refusal.TRACKED_CHANGES, changes)
    if walk.pictures and not any(sign.isalpha() for line in walk.lines for sign in line.text):
        raise DocumentRefused(Refusal.NO_TEXT_LAYER, f"{walk.pictures}/1")


def _remarks(walk: Walk, elsewhere: int, heads: str) -> Iterator[Remark]:
    if elsewhere:
        yield Remark(RemarkKind.REMOTE_TEMPLATE, told=str(elsewhere))
    if heads:
        yield Remark(RemarkKind.HEADERS_LEFT_OUT, told=heads)
    if walk.numbered:
        yield Remark(RemarkKind.AUTOMATIC_NUMBERS, told=str(walk.numbered))
    if walk.symbols:
        yield Remark(RemarkKind.LOST_SIGNS, told=f"sym {walk.symbols}")
