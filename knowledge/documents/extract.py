"""What a format's reader hands on: raw lines by pages, before they are cleaned and judged."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.documents.document import Line, Remark

Tell = Callable[[int, int], None]
_BREAKS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Extract:
    """`broken_lines`: a line ends where the paper does, so a word may go on in the next one."""

    lines: tuple[Line, ...]
    pages: int = 1
    remarks: tuple[Remark, ...] = ()
    broken_lines: bool = False


class Unread(Exception):
    """The text cannot be had without another program; it is asked for these pages, and the reading begins anew."""

    def __init__(self, program: str, pages: tuple[int, ...]) -> None:
        super().__init__(program)
        self.program = program
        self.pages = pages


def lines_of(pages: Iterable[str]) -> list[Line]:
    """Lines of texts that tell nothing of their layout."""
    return [Line(text, number) for number, page in enumerate(pages, 1) for text in _BREAKS.split(page)]
