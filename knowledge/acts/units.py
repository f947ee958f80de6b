"""An article's paragraphs, sorted into its parts, clauses and notes: a number counts only where its turn has come."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.acts.act import Why
from knowledge.acts.paragraphs import Paragraph

_PART = re.compile(r"(?P<number>\d{1,3})(?:\((?P<suffix>\d{1,2})\)|\^(?P<raised>\d{1,2}))?(?:\)\.?|\.)\s*(?!\d|\s*$)")
_CLAUSE = re.compile(r"(?P<letter>[а-яёғӣқӯҳҷ])(?:\((?P<suffix>\d{1,2})\)|\^(?P<raised>\d{1,2}))?\)\s*")
_NOTE = re.compile(
    r"(?P<signs>[-–—\s]*[\"«]?)(?:Эзоҳ|ЭЗОҲ|Эзох|Примечани[ея]|ПРИМЕЧАНИЕ|Note)"
    r"(?P<several> ба моддаҳои [^:]{1,60}| к статьям [^:]{1,60})?"
    r"\s*(?P<number>\d{1,2})?\s*[:.]\s*"
)
_LETTERS = (
    "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшщъыьэюя",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "абвгдежзиклмнопрстуфхцчшщэюя",
)
"""The order of clauses in Tajik texts, in Russian ones, and in those that leave out ё and й."""


@dataclass(slots=True)
class Unit:
    """`below` are its parts, clauses or numbered notes; `paragraphs` all its words, with the numbers of those below."""

    name: str
    page: int
    paragraphs: list[str] = field(default_factory=list)
    below: list["Unit"] = field(default_factory=list)
    several: bool = False


@dataclass(slots=True)
class Body:
    """The article itself with its units, and what did not go in order: the unit's address and why."""

    whole: Unit
    doubts: list[tuple[str, Why, int]] = field(default_factory=list)


def sort_out(paragraphs: Sequence[Paragraph], *, paragraphs_are_parts: bool = False) -> Body:
    body = _Sorter().sort(paragraphs)
    if paragraphs_are_parts and not body.whole.below and len(paragraphs) > 1:
        body.whole.below = [Unit(str(number), each.page, [each.text]) for number, each in enumerate(paragraphs, 1)]
    return body


class _Sorter:
    """Reads downwards and remembers where it is: in the article, in a part, in a clause, in a note."""

    def __init__(self) -> None:
        self.body = Body(Unit("", 0))
        self.part: Unit | None = None
        self.clause: Unit | None = None
        self.note: Unit | None = None
        self.item: Unit | None = None

    def sort(self, paragraphs: Iterable[Paragraph]) -> Body:
        for paragraph in paragraphs:
            if found := _NOTE.match(paragraph.text):
                self._begin_note(found, paragraph)
            elif (found := _PART.match(paragraph.text)) and self._begins_part(found, paragraph):
                self._begin_part(found, paragraph)
            elif (found := _CLAUSE.match(paragraph.text)) and self._begins_clause(found, paragraph):
                self._begin_clause(found, paragraph)
            else:
                self._go_on(paragraph.text)
        return self.body

    def _begin_note(self, found: re.Match[str], paragraph: Paragraph) -> None:
        number = found["number"]
        name = f"note/{number}" if number else "note"
        taken = {each.name for each in self.body.whole.below}
        self.part = self.clause = self.item = None
        self.note = Unit(name if name not in taken else f"{name}-2", paragraph.page, several=bool(found["several"]))
        self.body.whole.below.append(self.note)
        self.body.whole.paragraphs.append(paragraph.text)
        if self.note.several:
            self.body.doubts.append((self.note.name, Why.NOTE_TO_SEVERAL, paragraph.page))
        if found["signs"]:
            self.body.doubts.append((self.note.name, Why.NOTE_BEHIND_SIGNS, paragraph.page))
        rest = paragraph.text[found.end() :]
        if (part := _PART.match(rest)) and part["number"] == "1":
            self._begin_item("1", rest[part.end() :], paragraph.page)
            self.note.paragraphs.append(rest)
        elif rest:
            self.note.paragraphs.append(rest)

    def _begins_part(self, found: re.Match[str], paragraph: Paragraph) -> bool:
        """Numbers that start again below a part are a list inside it; one that skips is a part, and doubtful."""
        holder = self.note or self.body.whole
        numbered = [each.name for each in holder.below if each.name[0].isdigit()]
        last = numbered[-1] if numbered else "0"
        number, suffix = int(found["number"]), found["suffix"] or found["raised"]
        base = int(last.split("-")[0])
        if suffix:
            return base == number and (last == str(number) or int(last.split("-")[1]) < int(suffix))
        if number == base + 1:
            return True
        skips = base < number <= base + _MOST_SKIPPED and bool(numbered) and self.clause is None
        if skips:
            self.body.doubts.append((str(number), Why.PART_MISSING, paragraph.page))
        return skips

    def _begin_part(self, found: re.Match[str], paragraph: Paragraph) -> None:
        suffix = found["suffix"] or found["raised"]
        name = f"{found['number']}-{suffix}" if suffix else found["number"]
        rest = paragraph.text[found.end() :]
        self.clause = None
        if self.note:
            self.note.paragraphs.append(paragraph.text)
            self._begin_item(name, rest, paragraph.page)
        else:
            self.part = Unit(name, paragraph.page, [rest])
            self.body.whole.below.append(self.part)
        self.body.whole.paragraphs.append(paragraph.text)

    def _begin_item(self, name: str, rest: str, page: int) -> None:
        assert self.note is not None  # noqa: S101  # only a note has items
        self.item = Unit(name, page, [rest])
        self.note.below.append(self.item)

    def _begins_clause(self, found: re.Match[str], paragraph: Paragraph) -> bool:
        before = [each.name for each in self._holder().below if each.name[0].isalpha() and each.name != "note"]
        letter, suffix = found["letter"], found["suffix"] or found["raised"]
        if suffix:
            return bool(before)
        if not before:
            if letter != "а":
                self.body.doubts.append((self._address(letter), Why.CLAUSE_MISSING, paragraph.page))
            return True
        last = before[-1].split("-")[0]
        if letter in before:
            return False
        if not any(last + letter in order for order in _LETTERS):
            self.body.doubts.append((self._address(letter), Why.CLAUSE_MISSING, paragraph.page))
        return True

    def _begin_clause(self, found: re.Match[str], paragraph: Paragraph) -> None:
        suffix = found["suffix"] or found["raised"]
        name = f"{found['letter']}-{suffix}" if suffix else found["letter"]
        self._to_holders(paragraph.text)
        self.clause = Unit(name, paragraph.page, [paragraph.text[found.end() :]])
        self._holder().below.append(self.clause)

    def _address(self, below: str) -> str:
        """Of a clause in the part or note that is being read."""
        holders = (self.part, self.note, self.item)
        return "/".join([*(each.name for each in holders if each is not None), below])

    def _holder(self) -> Unit:
        return self.item or self.note or self.part or self.body.whole

    def _go_on(self, text: str) -> None:
        """Words after the clauses belong to the part again: «… бо маҳрум сохтан аз озодӣ …»."""
        self.clause = None
        self._to_holders(text)

    def _to_holders(self, text: str) -> None:
        for unit in (self.body.whole, self.part, self.note, self.item):
            if unit is not None:
                unit.paragraphs.append(text)


_MOST_SKIPPED = 3
