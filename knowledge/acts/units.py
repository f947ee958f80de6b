"""An article's paragraphs, sorted into its parts, clauses and notes: a number counts only where its turn has come."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.acts import marks
from knowledge.acts.act import Why
from knowledge.acts.paragraphs import Paragraph
from knowledge.acts.turns import Turns, clause_begins, clause_is_in_turn

_PART = re.compile(r"(?P<number>\d{1,3})(?:\((?P<suffix>\d{1,2})\)|\^(?P<raised>\d{1,2}))?(?:\)\.?|\.)\s*(?!\d|\s*$)")
_CLAUSE = re.compile(r"(?P<letter>[а-яёғӣқӯҳҷ])(?:\((?P<suffix>\d{1,2})\)|\^(?P<raised>\d{1,2}))?\)\s*")
_NOTE = re.compile(
    r"(?P<signs>[-–—\s]*[\"«]?)(?:Эзоҳ|ЭЗОҲ|Эзох|Примечани[ея]|ПРИМЕЧАНИЕ|Note)"
    r"(?P<several> ба моддаҳои [^:]{1,60}| к статьям [^:]{1,60})?(?: ба моддаи \d[^\s:]*| к статье \d[^\s:]*)?"
    r"\s*(?P<number>\d{1,2})?\s*(?:[:.]\s*|$)"
)


@dataclass(slots=True)
class Unit:
    """`below` are its parts, clauses or numbered notes; `paragraphs` all its words, with the numbers of those below."""

    name: str
    page: int
    paragraphs: list[str] = field(default_factory=list)
    below: list["Unit"] = field(default_factory=list)
    turns: Turns = field(default_factory=Turns)

    def begin(self, name: str, page: int, words: str) -> "Unit":
        self.below.append(Unit(name, page, [words]))
        return self.below[-1]

    def clauses(self) -> list[str]:
        return [each.name for each in self.below if len(each.name.split("-")[0]) == 1 and each.name[0].isalpha()]


@dataclass(slots=True)
class Body:
    """The article itself with its units, and what did not go in order: the unit's address and why."""

    whole: Unit
    doubts: list[tuple[str, Why, int]] = field(default_factory=list)


def sort_out(paragraphs: Sequence[Paragraph], *, paragraphs_are_parts: bool = False) -> Body:
    """Where line breaks may be paragraphs or not, nothing is numbered after them: the article is doubtful."""
    body = _Sorter().sort(paragraphs)
    if paragraphs_are_parts and not body.whole.below and len(paragraphs) > 1:
        if any(each.is_guessed for each in paragraphs):
            body.doubts.append(("", Why.PARTS_NOT_TOLD, paragraphs[0].page))
        else:
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
        before = ""
        for paragraph in paragraphs:
            if found := _NOTE.match(paragraph.text):
                self._begin_note(found, paragraph)
            elif (found := _PART.match(paragraph.text)) and self._begins_part(found, before):
                self._begin_part(found, paragraph)
            elif (found := _CLAUSE.match(paragraph.text)) and self._begins_clause(found):
                self._begin_clause(found, paragraph)
            else:
                self._go_on(paragraph.text)
            before = paragraph.text
        return self.body

    def _begin_note(self, found: re.Match[str], paragraph: Paragraph) -> None:
        self.part = self.clause = self.item = None
        self.note = Unit(self._name_of_note(found["number"]), paragraph.page)
        self.body.whole.below.append(self.note)
        self.body.whole.paragraphs.append(paragraph.text)
        if found["several"]:
            self._doubt(Why.NOTE_TO_SEVERAL, paragraph)
        if found["signs"]:
            self._doubt(Why.NOTE_BEHIND_SIGNS, paragraph)
        rest = paragraph.text[found.end() :]
        if rest:
            self.note.paragraphs.append(rest)
        if (part := _PART.match(rest)) and self._begins_part(part, ""):
            self.item = self.note.begin(_name(part["number"], part), paragraph.page, rest[part.end() :])

    def _name_of_note(self, number: str | None) -> str:
        name = f"note/{number}" if number else "note"
        count = sum(each.name == name or each.name.startswith(f"{name}-") for each in self.body.whole.below)
        return f"{name}-{count + 1}" if count else name

    def _begins_part(self, found: re.Match[str], before: str) -> bool:
        turns = (self.note or self.body.whole).turns
        told = marks.without_marks(before).text
        return turns.begins(int(found["number"]), int(_suffix(found) or 0), before=told, in_clause=bool(self.clause))

    def _begin_part(self, found: re.Match[str], paragraph: Paragraph) -> None:
        name, rest = _name(found["number"], found), paragraph.text[found.end() :]
        self.clause = None
        self.body.whole.paragraphs.append(paragraph.text)
        if self.note:
            self.note.paragraphs.append(paragraph.text)
            self.item = self.note.begin(name, paragraph.page, rest)
        else:
            self.part = self.body.whole.begin(name, paragraph.page, rest)
        if (self.note or self.body.whole).turns.has_skipped:
            self._doubt(Why.PART_MISSING, paragraph)

    def _begins_clause(self, found: re.Match[str]) -> bool:
        return clause_begins(found["letter"], _suffix(found), self._holder().clauses())

    def _begin_clause(self, found: re.Match[str], paragraph: Paragraph) -> None:
        is_in_turn = clause_is_in_turn(found["letter"], _suffix(found), self._holder().clauses())
        (self.note or self.body.whole).turns.close_list()
        self.clause = None
        self._to_holders(paragraph.text)
        name = _name(found["letter"], found)
        self.clause = self._holder().begin(name, paragraph.page, paragraph.text[found.end() :])
        if not is_in_turn:
            self._doubt(Why.CLAUSE_MISSING, paragraph)

    def _doubt(self, why: Why, paragraph: Paragraph) -> None:
        """About what is being read: a clause in a part, an item of a note."""
        units = (self.part, self.note, self.item, self.clause)
        address = "/".join(each.name for each in units if each is not None)
        self.body.doubts.append((address, why, paragraph.page))

    def _holder(self) -> Unit:
        return self.item or self.note or self.part or self.body.whole

    def _go_on(self, text: str) -> None:
        """Words after the clauses belong to the part again, «… бо маҳрум сохтан аз озодӣ …»; a list to its clause."""
        if not (self.note or self.body.whole).turns.listed:
            self.clause = None
        self._to_holders(text)

    def _to_holders(self, text: str) -> None:
        for unit in (self.body.whole, self.part, self.note, self.item, self.clause):
            if unit is not None:
                unit.paragraphs.append(text)


def is_first_part(text: str) -> bool:
    found = _PART.match(text)
    return found is not None and found["number"] == "1"


def _suffix(found: re.Match[str]) -> str | None:
    return found["suffix"] or found["raised"]


def _name(first: str, found: re.Match[str]) -> str:
    suffix = _suffix(found)
    return f"{first}-{suffix}" if suffix else first
