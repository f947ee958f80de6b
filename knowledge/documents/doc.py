"""Old Word files (DOC) are read by catdoc, which tells neither raised digits nor hidden text nor what was deleted."""

from knowledge.documents.document import DocumentRefused, Refusal, Remark, RemarkKind
from knowledge.documents.extract import Extract, Unread, lines_of
from knowledge.documents.wire import Request

SECTOR = 512
WORD_BEGINS = b"\xec\xa5"
FAST_SAVED, ENCRYPTED = 0x0004, 0x0100
_MACROS, _OBJECTS = (name.encode("utf-16-le") for name in ("_VBA_PROJECT", "ObjectPool"))
_REMARKS = (Remark(RemarkKind.LOST_SIGNS, told="doc"), Remark(RemarkKind.UNCHECKED, told="doc"))


def extract(request: Request) -> Extract:
    """Raise DocumentRefused, or Unread until catdoc has read it."""
    _refuse(request.content)
    if not request.proposed:
        raise Unread("catdoc", (1,))
    return Extract(tuple(lines_of([request.proposed[1]])), 1, _REMARKS)


def _refuse(content: bytes) -> None:
    if _MACROS in content:
        raise DocumentRefused(Refusal.MACROS)
    if _OBJECTS in content:
        raise DocumentRefused(Refusal.EMBEDDED, "ObjectPool")
    flags = _flags(content)
    if flags & ENCRYPTED:
        raise DocumentRefused(Refusal.ENCRYPTED)
    if flags & FAST_SAVED:  # pieces of the text stand in the order of their writing, deleted ones among them
        raise DocumentRefused(Refusal.TRACKED_CHANGES, "fast-saved")


def _flags(content: bytes) -> int:
    """Word's own head stands at the beginning of some sector."""
    for start in range(SECTOR, len(content), SECTOR):
        if content.startswith(WORD_BEGINS, start):
            return int.from_bytes(content[start + 10 : start + 12], "little")
    raise DocumentRefused(Refusal.BROKEN, "DOC")
