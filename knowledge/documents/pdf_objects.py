"""What a page draws: pictures, and text that a reader of the paper does not see."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw  # type: ignore[import-untyped]  # as in knowledge.documents.pdfium

from knowledge.documents.document import DocumentRefused, Refusal
from knowledge.documents.pdfium import Page, scale

TINY = 1.5
"""Points: nobody reads that."""
WHITE = 250
"""The least of red, green and blue from which ink is taken for white."""
NESTED = 8
"""How deep drawings may lie in drawings."""
NO_WIDTH = 0.01
PREVIEW = 200
_INVISIBLE = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})
_DRAWN = frozenset({raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING})

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """`layer`: unseen text lies on a picture, as scanners make it. `unmeasured`: pdfium leaves a text out."""

    pictures: int
    drawn: bool
    layer: bool
    unmeasured: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    item: Any
    kind: int
    scale: float


def look(page: Page) -> Seen:
    """Raise DocumentRefused: HIDDEN_TEXT with its words."""
    pieces = list(_pieces(page))
    texts = [piece for piece in pieces if piece.kind == raw.FPDF_PAGEOBJ_TEXT]
    grounds = [_box(piece.item) for piece in pieces if piece.kind in _DRAWN and not _white(piece.item)]
    pictures = [_box(piece.item) for piece in pieces if piece.kind == raw.FPDF_PAGEOBJ_IMAGE]
    unseen = [piece for piece in texts if _unseen(piece, grounds) and _words(page, piece.item)]
    for piece in unseen:
        if not (_invisible(piece.item) and _covered(_box(piece.item), pictures)):
            raise DocumentRefused(Refusal.HIDDEN_TEXT, _words(page, piece.item)[:PREVIEW])
    drawn = any(piece.kind in _DRAWN for piece in pieces)
    return Seen(len(pictures), drawn, bool(unseen), any(_unmeasured(piece.item) for piece in texts))


def _pieces(page: Page) -> Iterator[_Piece]:
    for index in range(raw.FPDFPage_CountObjects(page.page)):
        yield from _within(raw.FPDFPage_GetObject(page.page, index), 1.0, 0)


def _within(item: Any, outer: float, depth: int) -> Iterator[_Piece]:  # noqa: ANN401 - pdfium's handles have no types
    kind, matrix = raw.FPDFPageObj_GetType(item), raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    yield _Piece(item, kind, outer * scale(matrix))
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < NESTED:
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _within(raw.FPDFFormObj_GetObject(item, index), outer * scale(matrix), depth + 1)


def _unseen(piece: _Piece, grounds: list[Box]) -> bool:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(piece.item, size)
    if _invisible(piece.item) or 0 < abs(size.value) * piece.scale <= TINY:
        return True
    return _white(piece.item) and not _covered(_box(piece.item), grounds)


def _invisible(item: Any) -> bool:  # noqa: ANN401 - as above
    return raw.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE or _ink(item)[3] == 0


def _white(item: Any) -> bool:  # noqa: ANN401 - as above
    return raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_IMAGE and min(_ink(item)[:3]) >= WHITE


def _ink(item: Any) -> tuple[int, int, int, int]:  # noqa: ANN401 - as above
    """Red, green, blue and how much they cover; black where pdfium does not know."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    known = raw.FPDFPageObj_GetFillColor(item, red, green, blue, cover)
    return (red.value, green.value, blue.value, cover.value) if known else (0, 0, 0, 255)


def _unmeasured(item: Any) -> bool:  # noqa: ANN401 - as above
    """A text without width, in a font that the file names and does not hold: pdfium skips it without a word."""
    left, _, right, _ = _box(item)
    return right - left < NO_WIDTH and not raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(item))


def _box(item: Any) -> Box:  # noqa: ANN401 - as above
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return (left.value, bottom.value, right.value, top.value)


def _covered(box: Box, grounds: list[Box]) -> bool:
    middle, height = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(left <= middle <= right and low <= height <= high for left, low, right, high in grounds)


def _words(page: Page, item: Any) -> str:  # noqa: ANN401 - as above
    size = raw.FPDFTextObj_GetText(item, page.text, None, 0)
    taken = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFTextObj_GetText(item, page.text, taken, size)
    return "".join(map(chr, taken)).strip("\x00 \r\n\x02")
