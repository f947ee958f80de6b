"""PDF pages as pdfium reads them, line by line as they lie on the paper."""

import ctypes
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw  # type: ignore[import-untyped]  # as in knowledge.documents.pdfium

from knowledge.documents.document import MOST_PAGES, Accept, DocumentRefused, Line, Refusal, Remark, RemarkKind
from knowledge.documents.extract import Extract, Tell, Unread, lines_of
from knowledge.documents.pdf_active import active_content
from knowledge.documents.pdf_layout import laid_out
from knowledge.documents.pdf_objects import Seen, look
from knowledge.documents.pdf_text import Row, rows_of
from knowledge.documents.pdfium import opened, page_of
from knowledge.documents.wire import Request

LEAST_LETTERS = 50
"""A page with something drawn on it and fewer letters than this is taken for a scan."""
DRAWN_WIDTH, DRAWN_HEIGHT = 2_000, 3_000
"""Pixels of a page that is drawn for recognition: about 240 to the inch of A4."""


@dataclass(slots=True)
class _Pages:
    rows: list[list[Row]] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    layered: list[int] = field(default_factory=list)
    unmeasured: list[int] = field(default_factory=list)
    pictures: int = 0

    def add(self, rows: list[Row], seen: Seen) -> None:
        self.rows.append(rows)
        number = len(self.rows)
        self.pictures += seen.pictures
        self.scanned += [number] * (seen.drawn and _letters(rows) < LEAST_LETTERS)
        self.empty += [number] * (not seen.drawn and not any(row.text.strip() for row in rows))
        self.layered += [number] * seen.layer
        self.unmeasured += [number] * seen.unmeasured


def extract(request: Request, tell: Tell) -> Extract:
    with opened(request.content) as document:
        pages = _read(document, tell)
        _judge_scans(pages, request)
        remarks = [*_remarks(pages, request), *_of_the_whole(document, request.content)]
    return Extract(tuple(_lines(pages, request)), len(pages.rows), tuple(remarks), broken_lines=True)


def _read(document: Any, tell: Tell) -> _Pages:  # noqa: ANN401 - pdfium's handles have no types
    count, pages = len(document), _Pages()
    if count > MOST_PAGES:
        raise DocumentRefused(Refusal.TOO_MANY_PAGES, str(count))
    for number in range(1, count + 1):
        with page_of(document, number) as page:
            pages.add(rows_of(page), look(page))
        tell(number, count)
    return pages


def _lines(pages: _Pages, request: Request) -> list[Line]:
    """What another program proposed for a page takes the place of what stood there."""
    own = [line for line in laid_out(pages.rows) if line.page not in request.proposed]
    proposed = lines_of(request.proposed.get(number, "") for number in range(1, len(pages.rows) + 1))
    return sorted([*own, *proposed], key=lambda line: line.page)


def _judge_scans(pages: _Pages, request: Request) -> None:
    """Raise DocumentRefused or Unread. No page with text: there is no text layer. Some: a remark, or a proposal."""
    if request.proposed:
        return
    if Accept.OCR in request.accept and pages.scanned:
        raise Unread("tesseract", tuple(pages.scanned))
    if not any(_letters(rows) for number, rows in enumerate(pages.rows, 1) if number not in pages.scanned):
        raise DocumentRefused(Refusal.NO_TEXT_LAYER, f"{pages.pictures}/{len(pages.rows)}")


def _remarks(pages: _Pages, request: Request) -> list[Remark]:
    kinds = {
        RemarkKind.OCR: tuple(request.proposed),
        RemarkKind.SCANNED_PAGES: tuple(number for number in pages.scanned if number not in request.proposed),
        RemarkKind.EMPTY_PAGES: tuple(pages.empty),
        RemarkKind.INVISIBLE_LAYER: tuple(pages.layered),
        RemarkKind.LOST_SIGNS: tuple(pages.unmeasured),
    }
    return [Remark(kind, numbers) for kind, numbers in kinds.items() if numbers]


def _of_the_whole(document: Any, content: bytes) -> list[Remark]:  # noqa: ANN401 - as above
    active = active_content(document, content)
    owner = raw.FPDF_GetSecurityHandlerRevision(document) >= 0
    told = [Remark(RemarkKind.ACTIVE_CONTENT, told=", ".join(active))] if active else []
    return [*told, Remark(RemarkKind.OWNER_PASSWORD)] if owner else told


def _letters(rows: list[Row]) -> int:
    return sum(sign.isalpha() for row in rows for sign in row.text)


def draw(content: bytes, number: int) -> bytes:
    """A page in shades of grey, as a PGM file: a head of one line and the pixels."""
    with opened(content) as document, page_of(document, number) as page:
        bitmap = raw.FPDFBitmap_CreateEx(DRAWN_WIDTH, DRAWN_HEIGHT, raw.FPDFBitmap_Gray, None, DRAWN_WIDTH)
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, DRAWN_WIDTH, DRAWN_HEIGHT, 0xFFFFFFFF)
        height = min(
            DRAWN_HEIGHT, round(DRAWN_WIDTH * raw.FPDF_GetPageHeightF(page.page) / raw.FPDF_GetPageWidthF(page.page))
        )
        raw.FPDF_RenderPageBitmap(bitmap, page.page, 0, 0, DRAWN_WIDTH, height, 0, raw.FPDF_ANNOT)
        pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), DRAWN_WIDTH * DRAWN_HEIGHT)
        raw.FPDFBitmap_Destroy(bitmap)
    return b"P5 %d %d 255\n" % (DRAWN_WIDTH, DRAWN_HEIGHT) + pixels
