"""Two programs read what this one cannot, under the same limits: catdoc an old Word file, tesseract a picture."""

import shutil

from knowledge.documents.document import DocumentRefused, Refusal
from knowledge.documents.extract import Tell
from knowledge.documents.sandbox import BECOME, PATH, READ, child
from knowledge.documents.wire import Request, Wanted

MOST_PICTURES = 100
LANGUAGES = ("tgk", "rus")
_PICTURE = b"P5 "


def propose(request: Request, wanted: Wanted, tell: Tell) -> dict[int, str]:
    """The text of each page as the program reads it. Raise DocumentRefused: NEEDS_A_PROGRAM, or what became of it."""
    if wanted.program == "catdoc":
        return {1: _run("catdoc", "-w", "-d", "utf-8", reads=request.content)}
    if len(wanted.pages) > MOST_PICTURES:
        raise DocumentRefused(Refusal.TOO_MANY_PAGES, str(len(wanted.pages)))
    spoken = _run("tesseract", "--list-langs", reads=b"").split()
    if not {*LANGUAGES} <= {*spoken}:
        raise DocumentRefused(Refusal.NEEDS_A_PROGRAM, f"tesseract: {', '.join(LANGUAGES)}")
    read = {}
    for done, page in enumerate(wanted.pages, 1):
        picture = drawn(Request(request.name, request.content, draw=page))
        read[page] = _run("tesseract", "stdin", "stdout", "-l", "+".join(LANGUAGES), reads=picture)
        tell(done, len(wanted.pages))
    return read


def drawn(request: Request) -> bytes:
    with child(READ, reads=request.packed()) as painter:
        picture = painter.all()
    if not picture.startswith(_PICTURE):
        raise DocumentRefused(Refusal.BROKEN, str(request.draw))
    return picture


def _run(program: str, *arguments: str, reads: bytes) -> str:
    path = shutil.which(program, path=PATH)
    if path is None:
        raise DocumentRefused(Refusal.NEEDS_A_PROGRAM, program)
    with child(BECOME, path, *arguments, reads=reads) as running:
        said = running.all()
    return said.decode(errors="replace")
