"""The rows of a page. pdfium reads «307» with a small raised 3 as «3073»: the 3 gets its caret here."""

from dataclasses import dataclass

from knowledge.documents.pdfium import Page, Sign, place, signs

SMALLER, HIGHER, NEARER = 0.85, 0.12, 1.0
"""A raised digit is at most so much of its neighbour's size, lies so much of it higher, and no further away."""
LINE_END_HYPHEN = "\x02"
"""What pdfium puts for a hyphen and the line's end after it."""
DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Row:
    """`x` and `size` are those of its first sign."""

    text: str
    x: float
    size: float


def rows_of(page: Page) -> list[Row]:
    read = signs(page)
    _mark_raised(page, read)
    ends = [index for index, sign in enumerate(read) if LINE_END_HYPHEN in sign or "\n" in sign]
    starts = [0, *(end + 1 for end in ends)]
    return [
        _row(page, read, start, end) for start, end in zip(starts, [*(end + 1 for end in ends), len(read)], strict=True)
    ]


def _row(page: Page, read: list[str], start: int, end: int) -> Row:
    text = "".join(read[start:end]).replace(LINE_END_HYPHEN, "-")
    first = next((index for index in range(start, end) if read[index].strip()), None)
    at = Sign(0, 0, 0) if first is None else place(page, first)
    return Row(text, at.x, at.size)


def _mark_raised(page: Page, read: list[str]) -> None:
    base: int | None = None  # the last sign that stands on the line, whatever is raised after it
    end = -1  # the last raised digit
    for index, sign in enumerate(read):
        if sign.isspace():
            continue
        if sign in DIGITS and base is not None and _raised(page, base, index):
            _lift(read, max(base, end), index, first=end < base)
            end = index
        else:
            if base is not None and base < end < index - 1:
                _rejoin(page, read, base, end, index)
            base = index


def _raised(page: Page, base: int, index: int) -> bool:
    low, high = place(page, base), place(page, index)
    is_higher = HIGHER * low.size <= high.y - low.y <= low.size
    return is_higher and high.size <= SMALLER * low.size and low.x < high.x < low.x + (1 + NEARER) * low.size


def _lift(read: list[str], before: int, index: int, *, first: bool) -> None:
    read[before + 1 : index] = [""] * (index - before - 1)
    if first:
        read[index] = "^" + read[index]


def _rejoin(page: Page, read: list[str], base: int, end: int, index: int) -> None:
    """A high digit ends the line for pdfium: what follows on the same height belongs to the line before it."""
    low, after = place(page, base), place(page, index)
    if abs(low.y - after.y) < HIGHER * low.size and after.x > low.x:
        gap = "".join(read[end + 1 : index]).strip("\r\n")
        read[end + 1 : index] = [gap, *[""] * (index - end - 2)]
