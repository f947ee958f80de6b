"""A document that was read is lines of text with their pages, and remarks that an editor must see before using it."""

from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 20_000_000
MOST_PAGES = 2_000


class Kind(StrEnum):
    """What the bytes are, whatever the file is called."""

    PDF = "pdf"
    DOCX = "docx"
    DOC = "doc"
    HTML = "html"
    TXT = "txt"


class Accept(StrEnum):
    """What an editor has looked at and agreed to; without it the document is refused with a preview."""

    LEGACY_LETTERS = "legacy-letters"
    OCR = "ocr"


class RemarkKind(StrEnum):
    """The document was read, but an editor must know this of it."""

    SCANNED_PAGES = "scanned-pages"  # pages: pictures with next to no text; their text is missing
    EMPTY_PAGES = "empty-pages"  # pages: nothing at all is on them; left blank, or their text was lost
    OCR = "ocr"  # pages: the text is what a program took the pictures for, every word needs an eye
    INVISIBLE_LAYER = "invisible-layer"  # pages: a picture with somebody's unseen text under it, as scanners make them
    OWNER_PASSWORD = "owner-password"  # noqa: S105 - a remark's name
    ACTIVE_CONTENT = "active-content"  # told: what it carries (JavaScript, Launch, EmbeddedFile, XFA ...), all ignored
    REMOTE_TEMPLATE = "remote-template"  # told: how many parts lie elsewhere; none was fetched
    HIDDEN_LEFT_OUT = "hidden-left-out"  # told: the first words of a page that a reader does not see
    HEADERS_LEFT_OUT = "headers-left-out"  # told: the words of running heads and feet
    AUTOMATIC_NUMBERS = "automatic-numbers"  # told: how many paragraphs have a number that Word makes and no text holds
    UNCHECKED = "unchecked"  # told: what the format keeps from us: hidden text and changes in a .doc
    CHARSET = "charset"  # told: the charset that was recognised
    LOST_SIGNS = (
        "lost-signs"  # told: why raised digits cannot be told (307¹ looks like 3071): the charset or the format
    )
    UNREADABLE_PAGES = "unreadable-pages"  # pages: hardly a known word; a list of names, or a garbled text layer
    UNKNOWN_LETTERS = "unknown-letters"  # told: words with letters of no alphabet of ours, left as they are
    LEGACY_LETTERS = "legacy-letters"  # told: how many words were changed and the first of them, before→after
    OTHER_LANGUAGE = "other-language"  # told: the language that was said and the one the text is written in
    INSTRUCTIONS_TO_A_MACHINE = "instructions-to-a-machine"  # told: the words that look like it


class Refusal(StrEnum):
    """Why nothing of the document is used."""

    TOO_LARGE = "too-large"  # told: the size in bytes
    UNPACKS_TOO_LARGE = "unpacks-too-large"  # told: what outgrew its limit
    TOO_MANY_PAGES = "too-many-pages"  # told: the number of pages
    TOO_LONG = "too-long"  # reading took too much time or the text has too many letters; told: the limit
    NOT_WHAT_IT_SAYS = "not-what-it-says"  # told: what the bytes are
    BROKEN = "broken"  # truncated, empty, random or inconsistent
    EMPTY = "empty"  # readable, but no text is in it
    ENCRYPTED = "encrypted"
    NO_TEXT_LAYER = "no-text-layer"  # told: "pictures/pages"; Accept.OCR proposes a text
    NEEDS_A_PROGRAM = "needs-a-program"  # told: the program's name, which this computer lacks
    HIDDEN_TEXT = "hidden-text"  # told: the hidden words
    TRACKED_CHANGES = "tracked-changes"  # told: how many of each sort; accept or reject them first
    MACROS = "macros"
    EMBEDDED = "embedded"  # OLE objects, files or documents inside; told: what
    HAS_DTD = "has-dtd"
    LOST_LETTERS = "lost-letters"  # told: the first words with «?» for a letter
    MOJIBAKE = "mojibake"  # told: the first words decoded twice
    UNKNOWN_CHARSET = "unknown-charset"
    LEGACY_LETTERS = "legacy-letters"  # told: as in the remark; Accept.LEGACY_LETTERS converts them
    NO_KNOWN_LANGUAGE = (
        "no-known-language"  # a garbled text layer, or neither Tajik nor Russian nor English; told: share
    )


class DocumentRefused(Exception):
    """Nothing of the document is used; the editor is shown the reason and uploads another copy."""

    def __init__(self, why: Refusal, told: str = "") -> None:
        super().__init__(f"{why}: {told}" if told else str(why))
        self.why = why
        self.told = told


@dataclass(frozen=True, slots=True)
class Line:
    """A visual line of a PDF, a paragraph elsewhere. A raised digit is written with a caret: «Моддаи 307^3.»

    `large`: set in larger letters than most of the document; `begins`: indented, so that a paragraph begins here.
    None where the format does not tell.
    """

    text: str
    page: int
    large: bool | None = None
    begins: bool | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    what: RemarkKind
    pages: tuple[int, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Pages are those of a PDF or between form feeds; a DOCX, DOC or HTML file has one."""

    sha256: str
    kind: Kind
    pages: int
    lines: tuple[Line, ...]
    remarks: tuple[Remark, ...] = ()
