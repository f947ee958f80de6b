"""The child: it reads one document from its input, answers in lines of JSON and ends. Nothing else can be done here."""

import codecs
import os
import sys
from typing import IO

from knowledge.documents import charset, damage, doc, docx, hypertext, language, package, pdf, txt
from knowledge.documents.document import Document, DocumentRefused, Kind, Refusal
from knowledge.documents.extract import Extract, Tell, Unread
from knowledge.documents.judge import judged
from knowledge.documents.kinds import recognise
from knowledge.documents.limits import forbid, limit
from knowledge.documents.wire import Answer, Progress, Request, Wanted, unpacked, written


def main() -> None:
    """What a library prints goes nowhere; nothing is tidied up at the end, the process is thrown away."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    limit()
    for name in (*charset.ALL, *damage.MISTAKEN, *package.NAMED_IN):
        codecs.lookup(name)
    language.load()
    packed = sys.stdin.buffer.read()
    forbid()
    _answer(packed, out)
    out.flush()
    os._exit(0)


def _answer(packed: bytes, out: IO[bytes]) -> None:
    try:
        request = unpacked(packed)
        out.write(pdf.draw(request.content, request.draw) if request.draw else written(_read(request, _teller(out))))
    except MemoryError:
        out.write(written(DocumentRefused(Refusal.UNPACKS_TOO_LARGE)))
    except Exception as error:  # noqa: BLE001 - whatever hostile bytes provoke is one refusal; its text may repeat them
        out.write(written(DocumentRefused(Refusal.BROKEN, type(error).__name__)))


def _teller(out: IO[bytes]) -> Tell:
    def tell(done: int, of: int) -> None:
        out.write(written(Progress(done, of)))
        out.flush()

    return tell


def _read(request: Request, tell: Tell) -> Answer:
    try:
        kind = recognise(request.content, request.name)
        extract = _extracted(kind, request, tell)
        if kind is not Kind.PDF:
            tell(extract.pages, extract.pages)
        lines, remarks = judged(extract, request.accept)
        return Document("", kind, extract.pages, lines, remarks)
    except Unread as unread:
        return Wanted(unread.program, unread.pages)
    except DocumentRefused as refused:
        return refused


def _extracted(kind: Kind, request: Request, tell: Tell) -> Extract:
    match kind:
        case Kind.PDF:
            return pdf.extract(request, tell)
        case Kind.DOCX:
            return docx.extract(request.content)
        case Kind.DOC:
            return doc.extract(request)
        case Kind.HTML:
            return hypertext.extract(request.content)
        case Kind.TXT:
            return txt.extract(request.content)
