"""A PDF can carry scripts, programs to start, files and forms: nothing of it is used, and the editor is told."""

import re
import zlib
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw  # type: ignore[import-untyped]  # as in knowledge.documents.pdfium

_ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|XFA|RichMedia|SubmitForm|ImportData)(?![A-Za-z])")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PACKED_OBJECTS = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_MOST_UNPACKED = 1_000_000
_FORMS_XFA = frozenset({2, 3})


def active_content(document: Any, content: bytes) -> list[str]:  # noqa: ANN401 - pdfium's handles have no types
    """Names as PDF has them. pdfium tells of scripts and files, the bytes of what pdfium has no word for."""
    found = {name.decode() for text in _texts(content) for name in _ACTIVE.findall(text)}
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        found.add("JavaScript")
    if raw.FPDFDoc_GetAttachmentCount(document) > 0:
        found.add("EmbeddedFiles")
    if raw.FPDF_GetFormType(document) in _FORMS_XFA:
        found.add("XFA")
    return sorted(found)


def _texts(content: bytes) -> Iterator[bytes]:
    """The file, and the objects that lie packed in it. A name may hide its letters: /J#53 is /JS."""
    yield _unescaped(content)
    for found in _PACKED_OBJECTS.finditer(content):
        try:
            yield _unescaped(zlib.decompressobj().decompress(content[found.end() :], _MOST_UNPACKED))
        except zlib.error:
            continue


def _unescaped(content: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content)
