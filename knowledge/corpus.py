"""The knowledge base by citation. A citation's segments are folders, with a file for each language in the last.

Only clause letters are spelled otherwise: `criminal-code/84/2/в` lies in `criminal-code/84/2/clause-v`. The citation
keeps its Cyrillic letter; a path in ASCII outlives every zip file, image layer and file system.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from knowledge.citation import Citation, MalformedCitation
from knowledge.provisions import Digest, Entry, Kind, Provision, Report
from knowledge.sheet import LANGUAGES, Sheet, UnreadableCorpus, read_sheet

FOLDER = Path(__file__).parent / "corpus"
_LATIN = ("a", "b", "v", "g", "d", "e", "zh", "z", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh")
CLAUSES = MappingProxyType(dict(zip("абвгдежзиклмнопрстуфх", _LATIN, strict=True)))
_OWN_TO_A_LANGUAGE = frozenset({"language", "label", "source"})


class Corpus(Mapping[Citation, Entry]):
    def __init__(self, entries: Mapping[Citation, Entry]) -> None:
        self._entries = dict(sorted(entries.items()))

    def __getitem__(self, citation: Citation) -> Entry:
        return self._entries[citation]

    def __iter__(self) -> Iterator[Citation]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def load(folder: Path = FOLDER) -> Corpus:
    """Raise UnreadableCorpus, which names the file."""
    entries = [_entry(folder, place) for place in sorted({path.parent for path in folder.rglob("*.md")})]
    if not entries:
        raise UnreadableCorpus(folder, "nothing is known here")
    return Corpus({entry.citation: entry for entry in entries})


def folder_of(citation: Citation) -> Path:
    *segments, last = str(citation).split("/")
    return Path(*segments, f"clause-{CLAUSES[last]}" if last in CLAUSES else last)


def _entry(folder: Path, place: Path) -> Entry:
    for path in sorted(place.glob("*.md")):
        if path.stem not in LANGUAGES:
            raise UnreadableCorpus(path, f"the languages are {', '.join(LANGUAGES)}")
    sheets = {language: _sheet(place / f"{language}.md") for language in LANGUAGES}
    first = sheets[LANGUAGES[0]]
    for sheet in sheets.values():
        _agree(first, sheet)
    citation = _citation(first)
    if folder_of(citation) != place.relative_to(folder):
        raise UnreadableCorpus(first.path, f"{citation} belongs in {folder_of(citation)}")
    return _known(citation, first, {language: _digest(sheet) for language, sheet in sheets.items()})


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


def _citation(sheet: Sheet) -> Citation:
    try:
        return Citation.parse(sheet.front["citation"])
    except MalformedCitation as error:
        raise UnreadableCorpus(sheet.path, str(error)) from None


def _digest(sheet: Sheet) -> Digest:
    return Digest(sheet.front["label"], sheet.front["source"], sheet.text)


def _known(citation: Citation, sheet: Sheet, digests: dict[str, Digest]) -> Entry:
    front = sheet.front
    common = (citation, MappingProxyType(digests), front["address"], sheet.day("checked_on"))
    signed = (front["confidence"], front["reviewed_by"])
    if front["kind"] == Kind.REPORT:
        return Report(*common, *signed, sheet.day_or_month("said_on"))
    in_force, not_before = sheet.day_if_established("in_force"), sheet.day("not_before")
    if in_force and in_force < not_before:
        raise UnreadableCorpus(sheet.path, "in_force is before not_before")
    return Provision(*common, *signed, in_force, not_before)
