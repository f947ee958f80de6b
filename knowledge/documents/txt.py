"""Plain text: a form feed begins a new page."""

import re

from knowledge.documents.charset import EIGHT_BITS, decoded
from knowledge.documents.document import MOST_PAGES, DocumentRefused, Refusal, Remark, RemarkKind
from knowledge.documents.extract import Extract, lines_of


def extract(content: bytes) -> Extract:
    text, charset = decoded(content)
    text = re.sub("\u00ad[ \t]*(?:\r\n|[\r\n])[ \t]*", "", text)  # a hyphen that is only seen where a line breaks at it
    pages = tuple(text.removesuffix("\f").split("\f"))
    if len(pages) > MOST_PAGES:
        raise DocumentRefused(Refusal.TOO_MANY_PAGES, str(len(pages)))
    return Extract(tuple(lines_of(pages)), len(pages), charset_remarks(charset), broken_lines=True)


def charset_remarks(charset: str) -> tuple[Remark, ...]:
    """No charset of eight bits has raised digits: a text saved in one has lost them."""
    told = () if charset.startswith("utf-8") else (Remark(RemarkKind.CHARSET, told=charset),)
    return (*told, Remark(RemarkKind.LOST_SIGNS, told=charset)) if charset in EIGHT_BITS else told
