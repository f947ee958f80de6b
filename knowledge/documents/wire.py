"""Between the parent and the child lies one pipe: JSON and bytes go in, lines of JSON come out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge.documents.document import Accept, Document, DocumentRefused, Kind, Line, Refusal, Remark, RemarkKind

_HEAD = 8


class GarbledAnswer(Exception):
    """The child said what it never says, so it is not itself any more: nothing it said is used."""


@dataclass(frozen=True, slots=True)
class Request:
    """`proposed` holds texts of pages that another program read; `draw` asks for the picture of a page instead."""

    name: str
    content: bytes
    accept: frozenset[Accept] = frozenset()
    proposed: Mapping[int, str] = field(default_factory=dict)
    draw: int = 0

    def packed(self) -> bytes:
        told = {
            "name": self.name,
            "accept": sorted(self.accept),
            "proposed": [[page, text] for page, text in self.proposed.items()],
            "draw": self.draw,
        }
        head = json.dumps(told).encode()
        return len(head).to_bytes(_HEAD, "big") + head + self.content


@dataclass(frozen=True, slots=True)
class Progress:
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Another program has to read these pages; pictures of them can be asked for."""

    program: str
    pages: tuple[int, ...]


Answer = Progress | Wanted | Document | DocumentRefused


def unpacked(packed: bytes) -> Request:
    end = _HEAD + int.from_bytes(packed[:_HEAD], "big")
    told = json.loads(packed[_HEAD:end])
    return Request(
        told["name"],
        packed[end:],
        frozenset(Accept(each) for each in told["accept"]),
        dict(told["proposed"]),
        told["draw"],
    )


def written(answer: Answer) -> bytes:
    return json.dumps(_plain(answer), ensure_ascii=False).encode(errors="replace") + b"\n"


def _plain(answer: Answer) -> list[Any]:
    match answer:
        case Progress(done, of):
            return ["progress", done, of]
        case Wanted(program, pages):
            return ["wanted", program, pages]
        case DocumentRefused():
            return ["refused", answer.why, answer.told]
        case Document():
            lines = [[line.text, line.page, line.large, line.begins] for line in answer.lines]
            remarks = [[remark.what, remark.pages, remark.told] for remark in answer.remarks]
            return ["document", answer.sha256, answer.kind, answer.pages, lines, remarks]


def answer(line: bytes) -> Answer:
    """Raise GarbledAnswer. The child read untrusted bytes, so its answer is parsed as if they had written it."""
    try:
        return _answer(json.loads(line))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise GarbledAnswer from error


def _answer(told: Any) -> Answer:  # noqa: ANN401 - any JSON may come; every part is checked
    match told:
        case ["progress", int(done), int(of)]:
            return Progress(done, of)
        case ["wanted", str(program), list(pages)]:
            return Wanted(program, tuple(int(page) for page in pages))
        case ["refused", why, str(text)]:
            return DocumentRefused(Refusal(why), text)
        case ["document", str(sha256), kind, int(pages), list(lines), list(remarks)]:
            read = tuple(_line(*line) for line in lines)
            return Document(sha256, Kind(kind), pages, read, tuple(_remark(*remark) for remark in remarks))
        case _:
            raise GarbledAnswer


def _line(text: object, page: object, large: object, begins: object) -> Line:
    if (
        isinstance(text, str)
        and isinstance(page, int)
        and isinstance(large, bool | None)
        and isinstance(begins, bool | None)
    ):
        return Line(text, page, large, begins)
    raise GarbledAnswer


def _remark(what: object, pages: object, told: object) -> Remark:
    if isinstance(what, str) and isinstance(pages, list) and isinstance(told, str):
        return Remark(RemarkKind(what), tuple(int(page) for page in pages), told)
    raise GarbledAnswer
