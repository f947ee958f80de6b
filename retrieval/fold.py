"""How typed words are compared: case, marks and the six Tajik letters that many phones lack make no difference."""

import unicodedata

_LETTERS = str.maketrans("ҷҳқғӯӣёњќѓўїљ", "чхкгуиехкгуич")
"""Tajik letters, ё, and the look-alikes of old Tajik fonts (њ ќ ѓ ў ї љ), to the letter typed in their place."""


def fold(text: str) -> str:
    """Lower case, letters folded, everything but letters, digits, plus and minus signs turned into single spaces."""
    composed = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    plain = (char for char in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(char))
    recomposed = unicodedata.normalize("NFC", "".join(plain))
    return " ".join("".join(char if char.isalnum() or char in "+-" else " " for char in recomposed).split())
