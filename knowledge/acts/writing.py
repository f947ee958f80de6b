"""What was read becomes wordings in the order of the text, each under its citation, with every doubt for an editor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.acts import marks, numbering
from knowledge.acts.act import Doubt, Why, Wording
from knowledge.acts.contents import Article
from knowledge.acts.headings import LONGEST_RANGE, ArticleHeading, is_deleted, without_leaders
from knowledge.acts.titles import history_first, title_and_body
from knowledge.acts.units import Unit, sort_out
from knowledge.citation import Citation

PARAGRAPHS_ARE_PARTS = frozenset({"constitution"})
"""It numbers no parts and cites them all the same: "part four of Article 65" is its fourth paragraph."""


@dataclass(frozen=True, slots=True)
class Written:
    wordings: tuple[Wording, ...]
    doubts: tuple[Doubt, ...]


class Writer:
    """Remembers what is written already, so that nothing is written over."""

    def __init__(self, act: str, *, place_flattened: bool) -> None:
        self.act, self.place_flattened = act, place_flattened
        self.wordings: dict[Citation, Wording] = {}
        self.doubts: list[Doubt] = []

    def write(self, articles: Sequence[Article]) -> Written:
        headings = [each.heading for each in articles]
        for place, each in enumerate(articles):
            number = self._number(headings, place)
            if number is not None:
                self._write_article(each, self._citation(*number))
                self._write_range(each.heading)
        return Written(tuple(self.wordings.values()), tuple(self.doubts))

    def _citation(self, base: str, suffix: str | None) -> Citation:
        return Citation(f"{self.act}/{base}-{suffix}" if suffix else f"{self.act}/{base}")

    def _doubt(self, citation: Citation, why: Why, page: int, proposal: Citation | None = None) -> None:
        doubt = Doubt(citation, why, page, proposal)
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def _number(self, headings: Sequence[ArticleHeading], place: int) -> tuple[str, str | None] | None:
        """The number the article is kept under; None where another article has it."""
        heading = headings[place]
        printed = self._citation(heading.base, heading.suffix)
        proposed = numbering.flattened(headings, place)
        if proposed:
            self._doubt(printed, Why.FLATTENED_NUMBER, heading.page, self._citation(*proposed))
        elif place:
            self._check_turn(headings[place - 1], heading)
        number = proposed if proposed and self.place_flattened else (heading.base, heading.suffix)
        others = {(each.base, each.suffix) for each in headings if each is not heading}
        if self._citation(*number) in self.wordings or (proposed and number in others):
            self._doubt(printed, Why.NUMBER_TAKEN, heading.page)
            return None
        if heading.is_split:
            self._doubt(printed, Why.NUMBER_SPLIT, heading.page)
        return number

    def _check_turn(self, before: ArticleHeading, heading: ArticleHeading) -> None:
        last, base = int((before.until or (before.base, None))[0]), int(heading.base)
        citation = self._citation(heading.base, heading.suffix)
        if base > last + 1 and not self._has(base - 1):
            self._doubt(citation, Why.NUMBER_MISSING, heading.page)
        elif base < last and len(before.base) <= len(str(base)):
            self._doubt(citation, Why.NUMBER_OUT_OF_ORDER, heading.page)

    def _has(self, base: int) -> bool:
        """As an article or with a suffix; 16 does not stand for 1."""
        articles = (str(each).split("/")[1] for each in self.wordings)
        return any(each.split("-")[0] == str(base) for each in articles)

    def _write_article(self, each: Article, citation: Citation) -> None:
        title, rows = title_and_body(each)
        told = marks.without_marks(title)
        history, slips, rows = history_first(rows)
        body = sort_out(rows, paragraphs_are_parts=self.act in PARAGRAPHS_ARE_PARTS)
        for address, why, page in body.doubts:
            self._doubt(Citation(f"{citation}/{address}" if address else str(citation)), why, page)
        if not rows and not is_deleted(told.text):
            self._doubt(citation, Why.NO_TEXT, each.heading.page)
        if told.slips or told.unread or slips:
            self._doubt(citation, Why.UNREAD_MARK, each.heading.page)
        if each.is_cut_short:
            self._doubt(citation, Why.CUT_SHORT, each.heading.page)
        body.whole.page = each.heading.page
        self._write_unit(body.whole, citation)
        read = self.wordings[citation]
        amendments, deleted = (*told.amendments, *history, *read.amendments), read.deleted or is_deleted(told.text)
        title = without_leaders(told.text)
        self.wordings[citation] = Wording(citation, read.text, amendments, read.page, title, deleted=deleted)

    def _write_unit(self, unit: Unit, citation: Citation) -> marks.Told:
        """What is doubtful in a part and in none of its clauses is the part's own."""
        told = marks.without_marks("\n".join(unit.paragraphs))
        if citation in self.wordings:
            self._doubt(citation, Why.NUMBER_TAKEN, unit.page)
            return told
        deleted = is_deleted(told.text)
        self.wordings[citation] = Wording(citation, told.text, told.amendments, unit.page, deleted=deleted)
        below = [self._write_unit(each, Citation(f"{citation}/{each.name}")) for each in unit.below]
        if told.slips + told.unread > sum(each.slips + each.unread for each in below):
            self._doubt(citation, Why.UNREAD_MARK, unit.page)
        if told.strays > sum(each.strays for each in below):
            self._doubt(citation, Why.STRAY_LAW_NUMBER, unit.page)
        return told

    def _write_range(self, heading: ArticleHeading) -> None:
        if heading.until is None:
            return
        self._doubt(self._citation(heading.base, heading.suffix), Why.RANGE, heading.page)
        for base, suffix in _between(heading, heading.until):
            citation = self._citation(base, suffix)
            if citation in self.wordings:
                self._doubt(citation, Why.NUMBER_TAKEN, heading.page)
                continue
            self.wordings[citation] = Wording(citation, "", (), heading.page, heading.rest, deleted=True)


def _between(heading: ArticleHeading, last: tuple[str, str | None]) -> Iterator[tuple[str, str | None]]:
    if heading.base == last[0] and heading.suffix and last[1]:
        for suffix in range(int(heading.suffix) + 1, int(last[1]) + 1):
            yield heading.base, str(suffix)
    elif 0 < int(last[0]) - int(heading.base) <= LONGEST_RANGE:
        for base in range(int(heading.base) + 1, int(last[0]) + 1):
            yield str(base), None
