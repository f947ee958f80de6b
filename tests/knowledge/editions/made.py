"""A small act of our own invention, in every format that an official text comes in."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.knowledge.documents.made import html, txt
from tests.knowledge.documents.made_pdf import pdf, shown
from tests.knowledge.documents.made_word import doc, docx, paragraph, run

ACT = (
    "ФАСЛИ I. ҚИСМИ УМУМӢ",
    "БОБИ 1. МУҚАРРАРОТИ НАМУНАВӢ",
    "Моддаи 1. Мақсади намуна",
    "1) Ин намуна барои санҷиши барнома навишта шудааст ва қонун нест (Қонуни ҶТ аз 02.03.2021 № 1001).",
    "2) Дар ин қисм ду банд ҳаст, агар:",
    "а) банди якум барои санҷиш дода шуда бошад;",
    "б) банди дуюм низ барои санҷиш дода шуда бошад,",
    "бо ҳукми намунавӣ ҷазо таъин карда мешавад.",
    "Эзоҳ: Ин эзоҳ танҳо барои санҷиш аст ва касеро ба ҷавобгарӣ намекашад.",
    "Моддаи 1(1). Моддаи иловагӣ",
    "Ин модда қисм надорад ва танҳо як ҷумла аст, ки дар он ҳеҷ чиз гуфта нашудааст.",
    "Моддаи 2. Моддаи охирин",
    "1) Қисми якуми моддаи охирин барои санҷиш навишта шудааст.",
)
LAST = ("Моддаи 3. Боз як модда", "1) Ин модда дар таҳрири нав илова шудааст ва дар таҳрири кӯҳна набуд.")
HEADINGS = ("ФАСЛИ", "БОБИ", "Моддаи")


def _text(lines: tuple[str, ...]) -> str:
    return "\n".join(lines)


def as_txt(lines: tuple[str, ...] = ACT) -> bytes:
    return txt(text=_text(lines))


def as_html(lines: tuple[str, ...] = ACT) -> bytes:
    return html("".join(f"<p>{line}</p>" for line in lines))


def as_docx(lines: tuple[str, ...] = ACT) -> bytes:
    return docx("".join(paragraph(run(line)) for line in lines))


def as_doc(lines: tuple[str, ...] = ACT) -> bytes:
    return doc(lines)


def as_pdf(lines: tuple[str, ...] = ACT) -> bytes:
    """Headings are larger, paragraphs begin further in, and every page ends with its number, as in the law bank's."""
    half = len(lines) // 2
    pages = [_page(part, number) for number, part in enumerate((lines[:half], lines[half:]), 1)]
    return pdf(pages)


def _page(lines: tuple[str, ...], number: int) -> bytes:
    drawn, height = [], 780
    for line in lines:
        large = line.startswith(HEADINGS)
        for place, row in enumerate(_rows(line)):
            drawn.append(shown(row, 40 if place and not large else 70, height, 13 if large else 11))
            height -= 18
    return b"".join([*drawn, shown(str(number), 290, 20, 9)])


def _rows(line: str, width: int = 60) -> list[str]:
    """The line as a narrow page breaks it."""
    rows = [""]
    for word in line.split():
        if len(rows[-1]) + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


FORMATS: Mapping[str, bytes] = MappingProxyType(
    {"act.txt": as_txt(), "act.html": as_html(), "act.docx": as_docx(), "act.doc": as_doc(), "act.pdf": as_pdf()}
)
