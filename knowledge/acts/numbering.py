"""Raised digits get lost: «Моддаи 2321» between 232 and 233 is 232(1). The neighbours tell; an editor decides."""

from collections.abc import Sequence

from knowledge.acts.headings import ArticleHeading


def flattened(headings: Sequence[ArticleHeading], place: int) -> tuple[str, str] | None:
    """`("232", "1")` where the heading at `place` is out of its turn and splits into one that is in turn."""
    heading = headings[place]
    if heading.suffix is not None or heading.until is not None or place == 0:
        return None
    before = headings[place - 1]
    after = headings[place + 1] if place + 1 < len(headings) else None
    if int(heading.base) == int(before.base) + 1 or (after and _in_turn(before, heading, after)):
        return None
    for cut in (1, 2):
        base, suffix = heading.base[:-cut], heading.base[-cut:]
        if base and not suffix.startswith("0") and _comes_next(before, base, suffix) and _leads_to(base, suffix, after):
            return base, suffix
    return None


def _in_turn(before: ArticleHeading, heading: ArticleHeading, after: ArticleHeading) -> bool:
    return int(before.base) < int(heading.base) < int(after.base) and int(after.base) - int(heading.base) == 1


def _comes_next(before: ArticleHeading, base: str, suffix: str) -> bool:
    """After 232 comes 232(1), after 232(1) comes 232(2). What went before may itself be flattened."""
    if before.base == base:
        return int(suffix) == int(before.suffix or "0") + 1
    return (
        before.suffix is None and before.base[: len(base)] == base and before.base[len(base) :] == str(int(suffix) - 1)
    )


def _leads_to(base: str, suffix: str, after: ArticleHeading | None) -> bool:
    """The next heading is the next article, the next suffix, or flattened as well."""
    if after is None:
        return True
    return int(after.base) == int(base) + 1 or after.base == base or after.base == base + str(int(suffix) + 1)
