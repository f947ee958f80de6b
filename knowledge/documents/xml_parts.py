"""XML from an unknown hand, read piece by piece: a DTD, too many elements or too deep a nesting ends the reading."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from knowledge.documents.document import DocumentRefused, Refusal

MOST_ELEMENTS = 1_000_000
MOST_LEVELS = 200
NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "urn:schemas-microsoft-com:office:office": "o",
}
"""Word writes one of two names for the same namespace; what is in none of these keeps its local name only."""


def pieces(chunks: Iterable[bytes], level: int) -> Iterator[Element]:
    """Each element that lies so deep, whole, as soon as it ends. Raise DocumentRefused. The root lies on level 0."""
    reader = _Reader(level)
    for chunk in chunks:
        reader.feed(chunk)
        yield from reader.taken()
    reader.feed(b"", is_last=True)
    yield from reader.taken()


class _Reader:
    def __init__(self, level: int) -> None:
        self._level, self._depth, self._count = level, 0, 0
        self._whole: list[Element] = []
        self._builder: TreeBuilder | None = None
        parser = self._parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text

    def feed(self, chunk: bytes, *, is_last: bool = False) -> None:
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError:
            raise DocumentRefused(Refusal.BROKEN, "XML") from None

    def taken(self) -> list[Element]:
        taken, self._whole = self._whole, []
        return taken

    def _doctype(self, *_: object) -> None:
        raise DocumentRefused(Refusal.HAS_DTD)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS or self._depth > MOST_LEVELS:
            raise DocumentRefused(Refusal.UNPACKS_TOO_LARGE, "XML")
        if self._depth == self._level:
            self._builder = TreeBuilder()
        if self._builder is not None:
            self._builder.start(_short(name), {_short(key): value for key, value in attributes.items()})
        self._depth += 1

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._builder is not None:
            self._builder.end(_short(name))
            if self._depth == self._level:
                self._whole.append(self._builder.close())
                self._builder = None

    def _text(self, text: str) -> None:
        if self._builder is not None:
            self._builder.data(text)


@lru_cache(maxsize=1_000)
def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{{{NAMESPACES[space]}}}{local}" if space in NAMESPACES else local
