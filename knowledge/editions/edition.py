"""One official text of one act: who published it, as of when, in which language, and every word under its citation."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from knowledge.acts.act import Act, Level, Why, Wording
from knowledge.citation import Citation
from knowledge.documents.document import Remark


@dataclass(frozen=True)
class Edition:
    """`as_of` is the day whose law the text shows, `source` the address it came from, `file` the document's sha256."""

    act: Act
    language: str
    as_of: date
    source: str
    file: str
    pages: int
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def wordings(self) -> Mapping[Citation, Wording]:
        return MappingProxyType(self.act.by_citation())

    @cached_property
    def name(self) -> str:
        """The same words of the same day are the same edition, from whichever file they were read."""
        told = [f"{each.citation} {each.title} {each.text} {_history(each)}" for each in self.act.wordings]
        whole = "\n".join([self.act.name, self.language, self.as_of.isoformat(), *(" ".join(e.split()) for e in told)])
        return hashlib.sha256(whole.encode()).hexdigest()


def _history(wording: Wording) -> str:
    return " ".join(f"{each.day} {each.law}" for each in wording.amendments)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a person can compare with the paper. A note behind a dash and a quotation mark is doubtful, not counted."""

    articles: int
    with_suffix: int
    sections: int
    chapters: int
    notes: int
    amendments: int


def counts(act: Act) -> Counts:
    articles = act.articles()
    doubtful = {each.citation for each in act.doubts if each.why is Why.NOTE_BEHIND_SIGNS}
    notes = [each.citation for each in act.wordings if str(each.citation).rsplit("/", 1)[-1].startswith("note")]
    return Counts(
        articles=len(articles),
        with_suffix=sum("-" in str(each.citation).rsplit("/", 1)[-1] for each in articles),
        sections=sum(each.level is Level.SECTION for each in act.divisions),
        chapters=sum(each.level is Level.CHAPTER for each in act.divisions),
        notes=len(set(notes) - doubtful),
        amendments=sum(len(each.amendments) for each in articles),
    )
