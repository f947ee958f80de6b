"""Text that lost letters, was decoded twice or is in no language of ours is refused, not mended."""

from knowledge.documents.clean import clean_lines
from knowledge.documents.damage import decoded_twice, lost_letters
from knowledge.documents.document import Accept, DocumentRefused, Line, Refusal, Remark, RemarkKind
from knowledge.documents.extract import Extract
from knowledge.documents.injection import orders_to_a_machine
from knowledge.documents.language import LEAST_KNOWN, LEAST_KNOWN_OF_A_PAGE, LEAST_WORDS_OF_A_PAGE, share
from knowledge.documents.legacy_letters import foreign_words, legacy_letters

MOST_LETTERS = 3_000_000
MOST_LINES = 200_000
"""The longest code has a million letters in ten thousand lines."""

Judged = tuple[tuple[Line, ...], tuple[Remark, ...]]


def judged(extract: Extract, accept: frozenset[Accept]) -> Judged:
    """The lines, and all remarks. Raise DocumentRefused."""
    if sum(len(line.text) for line in extract.lines) > MOST_LETTERS:
        raise DocumentRefused(Refusal.TOO_LONG, str(MOST_LETTERS))
    lines = clean_lines(extract.lines, broken_lines=extract.broken_lines)
    if len(lines) > MOST_LINES:
        raise DocumentRefused(Refusal.TOO_LONG, str(MOST_LINES))
    _refuse_damaged(_text(lines))
    lines, remarks = _converted(lines, accept)
    _refuse_unreadable(_text(lines))
    return lines, (*extract.remarks, *remarks, *_unreadable_pages(lines), *_orders(_text(lines)))


def _text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def _refuse_damaged(text: str) -> None:
    if not any(sign.isalpha() for sign in text):
        raise DocumentRefused(Refusal.EMPTY)
    if twice := decoded_twice(text):
        raise DocumentRefused(Refusal.MOJIBAKE, ", ".join(twice))
    if lost := lost_letters(text):
        raise DocumentRefused(Refusal.LOST_LETTERS, ", ".join(lost))


def _converted(lines: tuple[Line, ...], accept: frozenset[Accept]) -> Judged:
    legacy, remarks = legacy_letters(_text(lines)), []
    if legacy is not None:
        lines = legacy.lines(lines)
        _refuse_unreadable(_text(lines))
        if Accept.LEGACY_LETTERS not in accept:
            raise DocumentRefused(Refusal.LEGACY_LETTERS, legacy.preview())
        remarks.append(Remark(RemarkKind.LEGACY_LETTERS, told=legacy.preview()))
    if strange := foreign_words(_text(lines)):
        remarks.append(Remark(RemarkKind.UNKNOWN_LETTERS, told=", ".join(strange)))
    return lines, tuple(remarks)


def _refuse_unreadable(text: str) -> None:
    if (known := share(text)) < LEAST_KNOWN:
        raise DocumentRefused(Refusal.NO_KNOWN_LANGUAGE, f"{known:.0%}")


def _unreadable_pages(lines: tuple[Line, ...]) -> list[Remark]:
    pages: dict[int, list[str]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line.text)
    poor = [
        page for page, texts in pages.items() if share("\n".join(texts), LEAST_WORDS_OF_A_PAGE) < LEAST_KNOWN_OF_A_PAGE
    ]
    return [Remark(RemarkKind.UNREADABLE_PAGES, tuple(poor))] if poor else []


def _orders(text: str) -> list[Remark]:
    orders = orders_to_a_machine(text)
    return [Remark(RemarkKind.INSTRUCTIONS_TO_A_MACHINE, told=" … ".join(orders))] if orders else []
