"""From a document to an edition: read in the sandbox, recognised, and refused if it must not be kept."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.act_names import act_named
from knowledge.acts.act import Act, Wording
from knowledge.acts.recognise import recognise
from knowledge.checks.names import in_full
from knowledge.documents.document import Accept, Document, Remark, RemarkKind
from knowledge.documents.language import language_of
from knowledge.documents.read import read_document
from knowledge.editions.edition import Edition

ACTS = (
    "criminal-code",
    "constitution",
    "law-on-appeals",
    "administrative-offences-code",
    "law-2169",
    "criminal-procedure-code",
    "criminal-execution-code",
)
NOT_READ = frozenset({"criminal-procedure-code", "criminal-execution-code"})
TAJIK_ONLY = frozenset("ғӣқӯҳҷҒӢҚӮҲҶ")
ABOUT_CRIMES = frozenset({"criminal-code", "law-2169"}) | NOT_READ
"""Acts in whose title the Criminal Code may stand."""
_NAMES_THE_CRIMINAL_CODE = re.compile(r"кодекси\s+[ҷч]инояти|уголовн\w+\s+кодекс|criminal\s+code", re.IGNORECASE)
_LEAST_OF_BEFORE = 0.9
_CAPITALS = re.compile(r"\b[А-ЯЁҒӢҚӮҲҶA-Z][А-ЯЁҒӢҚӮҲҶA-Z'’-]+\b")
_LEAST_TAJIK = 0.02
"""Of all letters in a Tajik text about one in ten is written with these six."""


class Agreed(StrEnum):
    """What an editor has looked at and agreed to, beside what a document itself may ask for."""

    LEGACY_LETTERS = "legacy-letters"
    OCR = "ocr"
    FLATTENED_NUMBERS = "flattened-numbers"
    OTHER_ACT = "other-act"
    FEWER_ARTICLES = "fewer-articles"


class Unfit(StrEnum):
    NO_ARTICLES = "no-articles"
    OTHER_ACT = "other-act"
    PERSONAL_DATA = "personal-data"
    FEWER_ARTICLES = "fewer-articles"
    """Than the edition that is in use: it would hide the others."""
    WITHOUT_TAJIK_LETTERS = "without-tajik-letters"
    """Tajik words typed on a Russian keyboard are nobody's official words."""


class ImportRefused(Exception):
    """The document was read, but its text is not kept: it is no act, another act, or it names people."""

    def __init__(self, why: Unfit, told: str = "") -> None:
        super().__init__(f"{why}: {told}" if told else str(why))
        self.why = why
        self.told = told


@dataclass(frozen=True, slots=True)
class Origin:
    """What only the editor knows of a document."""

    act: str
    language: str
    as_of: date
    source: str


def read_edition(
    content: bytes, name: str, origin: Origin, agreed: frozenset[Agreed], progress: Callable[[int, int], None]
) -> Edition:
    """Raise DocumentRefused or ImportRefused; then nothing is kept."""
    accept = frozenset(Accept(each) for each in Accept if each.value in {one.value for one in agreed})
    document = read_document(content, name, accept=accept, progress=progress)
    act = recognise(document.lines, origin.act, place_flattened=Agreed.FLATTENED_NUMBERS in agreed)
    _refuse_unfit(document, act, origin, agreed)
    language = _language(document)
    if language is None:
        raise ImportRefused(Unfit.WITHOUT_TAJIK_LETTERS)
    remarks = document.remarks
    if language != origin.language:
        remarks = (
            *remarks,
            Remark(RemarkKind.OTHER_LANGUAGE, (), f"{origin.language} was said, {language} is written"),
        )
    return Edition(act, language, origin.as_of, origin.source, document.sha256, document.pages, remarks)


def _refuse_unfit(document: Document, act: Act, origin: Origin, agreed: frozenset[Agreed]) -> None:
    if not act.wordings:
        raise ImportRefused(Unfit.NO_ARTICLES)
    title = " ".join(line.text for line in document.lines[:_TITLE_LINES])
    other = _other_act(title, origin.act)
    if other and Agreed.OTHER_ACT not in agreed:
        raise ImportRefused(Unfit.OTHER_ACT, other)
    pages = sorted({each.page for each in act.wordings if _names_somebody(each)})
    if pages:
        raise ImportRefused(Unfit.PERSONAL_DATA, ", ".join(map(str, pages)))


_TITLE_LINES = 2


def _names_somebody(wording: Wording) -> bool:
    """Also in a title, and where everything is written in capitals."""
    told = f"{wording.title}\n{wording.text}"
    capitals = _CAPITALS.sub(lambda word: word.group().title(), told)
    return bool(in_full(told) or in_full(capitals))


def refuse_shrunk(edition: Edition, in_use: Edition | None, agreed: frozenset[Agreed]) -> None:
    """Raise ImportRefused where articles of the edition in use would be found no more."""
    if in_use is None or edition.as_of < in_use.as_of or Agreed.FEWER_ARTICLES in agreed:
        return
    now, before = len(edition.act.articles()), len(in_use.act.articles())
    if now < _LEAST_OF_BEFORE * before:
        raise ImportRefused(Unfit.FEWER_ARTICLES, f"{now}, before {before}")


def _other_act(title: str, act: str) -> str | None:
    """The Criminal Code is what `act_named` says where no act is named; None is an act it knows and we do not hold."""
    named = act_named(title)
    if named is None:
        return None if act in NOT_READ else "an act that is none of ours"
    if named.name == "criminal-code":
        return named.name if act not in ABOUT_CRIMES and _NAMES_THE_CRIMINAL_CODE.search(title) else None
    return None if named.name in {act, "law-2169"} else named.name


def _language(document: Document) -> str | None:
    """The language it is written in, whatever the editor said: the law bank's Constitution is in Russian.

    None for Tajik without its letters.
    """
    text = "\n".join(line.text for line in document.lines)
    letters = [sign for sign in text if sign.isalpha()]
    if sum(sign in TAJIK_ONLY for sign in letters) >= _LEAST_TAJIK * len(letters):
        return "tg"
    spoken = language_of(text)
    return None if spoken == "tg" else spoken
