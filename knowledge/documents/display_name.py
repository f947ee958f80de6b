"""A file's name as it may be shown: never a path, never a sign that turns letters round, never longer than a line."""

import re
import unicodedata

LONGEST = 100
NAMELESS = "document"


def display_name(name: str) -> str:
    """For showing only: nothing is stored or found under it. It is still text, to be escaped where it is shown."""
    last = re.split(r"[/\\]", name.strip("/\\"))[-1]
    signs = unicodedata.normalize("NFC", last)
    seen = "".join(sign for sign in signs if sign.isspace() or not unicodedata.category(sign).startswith("C"))
    seen = " ".join(seen.split()).strip(". ")
    if len(seen) > LONGEST:
        stem, dot, suffix = seen.rpartition(".")
        ending = dot + suffix if stem and len(suffix) < LONGEST // 10 else ""
        seen = seen[: LONGEST - 1 - len(ending)] + "…" + ending
    return seen or NAMELESS
