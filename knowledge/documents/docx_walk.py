"""A Word text in reading order: paragraphs, cells row by row, notes and boxes after the paragraph they hang on."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from knowledge.documents.document import DocumentRefused, Line, Refusal
from knowledge.documents.docx_looks import NOTHING, Look, Styles, is_numbered, is_shaded, look_of, value

CHANGES = frozenset({"{w}ins", "{w}del", "{w}moveFrom", "{w}moveTo", "{w}cellIns", "{w}cellDel", "{w}commentReference"})
FOREIGN = frozenset({"{w}object", "{o}OLEObject", "{w}altChunk", "{w}subDoc", "{w}control", "{w}contentPart"})
PREVIEW = 200
_SIGNS = {
    "{w}tab": " ",
    "{w}ptab": " ",
    "{w}br": "\n",
    "{w}cr": "\n",
    "{w}noBreakHyphen": "-",
    "{w}softHyphen": "\u00ad",
}
_SILENT = frozenset(
    {"{w}pPr", "{w}rPr", "{w}tblPr", "{w}trPr", "{w}tcPr", "{w}sdtPr", "{w}instrText", "{w}delText", "{w}delInstrText"}
)
_NOTES = frozenset({"{w}footnoteReference", "{w}endnoteReference"})


@dataclass(slots=True)
class Walk:
    """`notes`: the texts that footnotes hang on their numbers, by tag and id."""

    styles: Styles
    notes: Mapping[tuple[str, str], list[str]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)
    numbered: int = 0
    pictures: int = 0
    symbols: int = 0
    _written: list[str] = field(default_factory=list)
    _after: list[Callable[[], None]] = field(default_factory=list)
    _style: Look = NOTHING
    _shaded: bool = False
    _lifted: bool = False

    def take(self, piece: Element) -> None:
        """A piece of the body. Raise DocumentRefused: EMBEDDED or HIDDEN_TEXT."""
        for element in piece.iter():
            self.changes[element.tag.removeprefix("{w}")] += element.tag in CHANGES
            if element.tag in FOREIGN:
                raise DocumentRefused(Refusal.EMBEDDED, element.tag)
        self._shaded = is_shaded(piece)
        self._block(piece)

    def _block(self, element: Element) -> None:
        if element.tag == "{w}p":
            self._paragraph(element)
        elif element.tag == "{mc}AlternateContent":
            self._block(_chosen(element))
        elif element.tag not in _SILENT:
            for child in element:
                self._block(child)

    def _paragraph(self, element: Element) -> None:
        properties = element.find("{w}pPr")
        style = value(element.find("{w}pPr/{w}pStyle"))
        self._style = self.styles.get(style or "", NOTHING)
        numbered = is_numbered(properties)
        self.numbered += bool(self._style.numbered if numbered is None else numbered)
        self._written, self._after = [], []
        self._inline(element, NOTHING)
        texts = "".join(self._written).split("\n")
        self.lines += [Line(text, 1, begins=True if number == 0 else None) for number, text in enumerate(texts)]
        for write in self._after:
            write()

    def _inline(self, element: Element, look: Look) -> None:
        for child in element:
            self._part(child, look)

    def _part(self, child: Element, look: Look) -> None:
        match child.tag:
            case "{w}r":
                self._inline(child, self._run(child))
            case "{w}t" | "{m}t":
                self._text(child.text or "", look)
            case "{w}sym":
                self.symbols += 1
                self._text(chr(int(child.get("{w}char") or "3F", 16)), look)
            case "{mc}AlternateContent":
                self._part(_chosen(child), look)
            case "{w}txbxContent":
                self._after.append(lambda: self._block(child))
            case "{a}blip" | "imagedata":
                self.pictures += 1
            case tag if tag in _SIGNS:
                self._written.append(_SIGNS[tag])
            case tag if tag in _NOTES:
                self._note(child)
            case tag if tag not in _SILENT:
                self._inline(child, look)

    def _run(self, run: Element) -> Look:
        properties = run.find("{w}rPr")
        style = value(run.find("{w}rPr/{w}rStyle"))
        return look_of(properties).over(self.styles.get(style or "", NOTHING)).over(self._style)

    def _text(self, text: str, look: Look) -> None:
        if text.strip() and (look.hidden or look.tiny or (look.white and not self._shaded)):
            raise DocumentRefused(Refusal.HIDDEN_TEXT, text[:PREVIEW])
        lifted = bool(look.raised) and text.strip().isdecimal()
        self._written.append(f"^{text.strip()}" if lifted and not self._lifted else text)
        self._lifted = lifted

    def _note(self, reference: Element) -> None:
        """A footnote's number in brackets, so that it is not taken for a raised digit of an article's number."""
        name = reference.get("{w}id") or ""
        texts = self.notes.get((reference.tag, name), [])
        self._written.append(f"[{name}]")
        self._after.append(lambda: self.lines.extend(Line(f"[{name}] {text}", 1, begins=True) for text in texts))


def _chosen(alternatives: Element) -> Element:
    """Word writes new things twice, for new and for old readers: only one of them is the text."""
    choice = alternatives.find("{mc}Choice")
    return alternatives if choice is None else choice
