"""The few calls of pdfium that are needed. The library is native code: it is loaded in the child alone."""

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # the package has no types; this module gives it some
from pypdfium2 import raw

from knowledge.documents.document import DocumentRefused, Refusal

_TAIL = 1024


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """Raise DocumentRefused: ENCRYPTED or BROKEN. A password of the owner alone keeps nobody from reading."""
    if b"%%EOF" not in content[-_TAIL:]:
        raise DocumentRefused(Refusal.BROKEN, "EOF")  # pdfium would mend it and say nothing of the pages that are gone
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        secret = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise DocumentRefused(Refusal.ENCRYPTED if secret else Refusal.BROKEN) from None
    try:
        yield document
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class Page:
    page: Any
    text: Any


@contextmanager
def page_of(document: Any, number: int) -> Iterator[Page]:  # noqa: ANN401 - pdfium's handles have no types
    """A page that pdfium cannot load breaks the whole document: a law with a page missing is another law."""
    page = raw.FPDF_LoadPage(document, number - 1)
    text = raw.FPDFText_LoadPage(page) if page else None
    if not text:
        raise DocumentRefused(Refusal.BROKEN, str(number))
    try:
        yield Page(page, text)
    finally:
        raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(page)


@dataclass(frozen=True, slots=True)
class Sign:
    """Where a sign stands on the paper and how large it is."""

    x: float
    y: float
    size: float


def signs(page: Page) -> list[str]:
    """Code points or their halves, in reading order, with the spaces and line ends that pdfium adds."""
    count = raw.FPDFText_CountChars(page.text)
    return [chr(min(raw.FPDFText_GetUnicode(page.text, index), 0x10FFFF)) for index in range(max(count, 0))]


def place(page: Page, index: int) -> Sign:
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(page.text, index, x, y)
    raw.FPDFText_GetMatrix(page.text, index, matrix)
    return Sign(x.value, y.value, raw.FPDFText_GetFontSize(page.text, index) * scale(matrix))


def scale(matrix: Any) -> float:  # noqa: ANN401 - as above
    return math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
