"""The knowledge base by citation, read from a folder for each article, report and guide with a file for each language.

`criminal-code/84/{tg,ru,en}.md` hold `criminal-code/84`, `criminal-code/84/2`, `criminal-code/84/2/в` and so on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.citation import Citation, MalformedCitation
from knowledge.provisions import Digest, Entry, Guide, Kind, Provision, Report
from knowledge.sheet import LANGUAGES, NOT_ESTABLISHED, OPEN_ENDED, Sheet, UnreadableCorpus, read_sheet

FOLDER = Path(__file__).parent / "corpus"
_OWN_TO_A_LANGUAGE = frozenset({"language", "title", "label", "source"})


class Corpus(Mapping[Citation, Entry]):
    def __init__(self, entries: Mapping[Citation, Entry]) -> None:
        self._entries = dict(sorted(entries.items()))

    def __getitem__(self, citation: Citation) -> Entry:
        return self._entries[citation]

    def __iter__(self) -> Iterator[Citation]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


@dataclass(frozen=True, slots=True)
class Item:
    """One article, report or guide: the same sections in every language."""

    citation: Citation
    sheets: Mapping[str, Sheet]

    @property
    def first(self) -> Sheet:
        return self.sheets[LANGUAGES[0]]


def load(folder: Path = FOLDER) -> Corpus:
    """Raise UnreadableCorpus, which names the file and, where there is one, the line."""
    return Corpus({entry.citation: entry for item in items(folder) for entry in entries(item)})


def items(folder: Path = FOLDER) -> list[Item]:
    """Raise UnreadableCorpus."""
    places = sorted({path.parent for path in folder.rglob("*.md")})
    if not places:
        raise UnreadableCorpus(folder, "nothing is known here")
    return [read_item(folder, place) for place in places]


def read_item(folder: Path, place: Path) -> Item:
    """Raise UnreadableCorpus."""
    for path in sorted(place.glob("*.md")):
        if path.stem not in LANGUAGES:
            raise UnreadableCorpus(path, f"the languages are {', '.join(LANGUAGES)}")
    sheets = {language: _sheet(place / f"{language}.md") for language in LANGUAGES}
    first = sheets[LANGUAGES[0]]
    for sheet in sheets.values():
        _agree(first, sheet)
    citation = _citation(first, first.word("citation"))
    if Path(str(citation)) != place.relative_to(folder):
        raise UnreadableCorpus(first.path, f"{citation} belongs in {citation}")
    return Item(citation, MappingProxyType(sheets))


def entries(item: Item) -> Iterator[Entry]:
    """The article, report or guide itself, then what stands under its headings."""
    for address in item.first.sections:
        citation = _citation(item.first, f"{item.citation}/{address}") if address else item.citation
        yield _known(citation, address, item)


def _sheet(path: Path) -> Sheet:
    if not path.is_file():
        raise UnreadableCorpus(path, "this language is missing")
    sheet = read_sheet(path)
    if sheet.front["language"] != path.stem:
        raise UnreadableCorpus(path, f"the file's language is {path.stem}")
    return sheet


def _agree(first: Sheet, other: Sheet) -> None:
    """Whatever belongs to no one language is the same in all."""
    for key in sorted((first.front.keys() | other.front.keys()) - _OWN_TO_A_LANGUAGE):
        if first.front.get(key) != other.front.get(key):
            raise UnreadableCorpus(other.path, f"{key} is not the same as in {first.path.name}")
    if [*first.sections] != [*other.sections]:
        raise UnreadableCorpus(other.path, f"the headings are not the same as in {first.path.name}")


def _citation(sheet: Sheet, name: str) -> Citation:
    try:
        return Citation.named(name)
    except MalformedCitation as error:
        raise UnreadableCorpus(sheet.path, str(error)) from None


def _known(citation: Citation, address: str, item: Item) -> Entry:
    sheet = item.first
    digests = {language: _digest(each, address) for language, each in item.sheets.items()}
    common = (citation, MappingProxyType(digests), sheet.word("address"), sheet.day("checked_on"))
    signed = (sheet.word("confidence"), sheet.word("reviewed_by"), sheet.words("open_questions"))
    match Kind(sheet.word("kind")):
        case Kind.REPORT:
            return Report(*common, *signed, sheet.day_or_month("said_on"))
        case Kind.GUIDE:
            return Guide(*common, *signed, tuple(_citation(sheet, each) for each in sheet.words("rests_on")))
        case Kind.LAW:
            return Provision(*common, *signed, *_in_force(sheet, address))


def _digest(sheet: Sheet, address: str) -> Digest:
    section = sheet.sections[address]
    return Digest(section.label, sheet.word("title"), sheet.word("source"), section.text)


def _in_force(sheet: Sheet, address: str) -> tuple[date | None, date, date | None]:
    """A section named in `later_wordings` is younger than the article; when it took effect is then not established."""
    later = sheet.table("later_wordings")
    if unknown := sorted(later.keys() - sheet.sections.keys()):
        raise UnreadableCorpus(sheet.path, f"later_wordings names no section: {', '.join(unknown)}")
    begin, not_before = sheet.day_unless("in_force_from", NOT_ESTABLISHED), sheet.day("not_before")
    until = sheet.day_unless("in_force_until", OPEN_ENDED)
    if begin and begin < not_before:
        raise UnreadableCorpus(sheet.path, "in_force_from is before not_before")
    if until and until < (begin or not_before):
        raise UnreadableCorpus(sheet.path, "in_force_until is before the wording began")
    if address in later:
        return None, sheet.day_of("later_wordings", later[address]), until
    return begin, not_before, until
