"""The only door to an uploaded document: its bytes go to a child process and come back as text, or not at all."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

from knowledge.documents.document import MOST_BYTES, Accept, Document, DocumentRefused, Refusal
from knowledge.documents.programs import propose
from knowledge.documents.sandbox import READ, child
from knowledge.documents.wire import GarbledAnswer, Progress, Request, Wanted, answer

Tell = Callable[[int, int], None]


def _tell_nobody(_done: int, _of: int) -> None:
    pass


def read_document(
    content: bytes, name: str, *, accept: frozenset[Accept] = frozenset(), progress: Tell = _tell_nobody
) -> Document:
    """Raise DocumentRefused. The name only says what the bytes claim to be. `progress` hears of pages: done, of all."""
    if len(content) > MOST_BYTES:
        raise DocumentRefused(Refusal.TOO_LARGE, str(len(content)))
    request = Request(name, content, accept)
    said = _ask(request, progress)
    if isinstance(said, Wanted):
        said = _ask(replace(request, proposed=propose(request, said, progress)), progress)
    if isinstance(said, Wanted):
        raise DocumentRefused(Refusal.BROKEN)
    return replace(said, sha256=hashlib.sha256(content).hexdigest())


def _ask(request: Request, progress: Tell) -> Document | Wanted:
    with child(READ, reads=request.packed()) as reader:
        try:
            for line in reader.lines():
                said = answer(line)
                if isinstance(said, DocumentRefused):
                    raise said
                if not isinstance(said, Progress):
                    return said
                progress(said.done, said.of)
        except GarbledAnswer:
            raise DocumentRefused(Refusal.BROKEN) from None
        raise reader.ended() or DocumentRefused(Refusal.BROKEN)
