"""A file's name as it may be shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from knowledge.documents.display_name import LONGEST, display_name

NAMES = {
    "../../a": "a",
    "C:\\law\\қонун.pdf": "қонун.pdf",
    "/abs/law.pdf/": "law.pdf",
    "con.txt": "con.txt",
    "a\0b.pdf": "ab.pdf",
    "\u202efdp.exe": "fdp.exe",
    "a\r\nb.pdf": "a b.pdf",
    "..": "document",
    "": "document",
    "<img onerror=x>.pdf": "<img onerror=x>.pdf",
    "'; DROP TABLE editions; --.pdf": "'; DROP TABLE editions; --.pdf",
    "қ" * 300 + ".pdf": "қ" * 95 + "….pdf",
    "x" * 300: "x" * 99 + "…",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_shown_without_paths_and_unseen_signs(name: str) -> None:
    assert display_name(name) == NAMES[name]


@given(some.text())
def test_whatever_it_is_called_it_fits_on_a_line(name: str) -> None:
    shown = display_name(name)
    assert 0 < len(shown) <= LONGEST
    assert not {"/", "\\", "\n", "\0"} & set(shown)
    assert not any(unicodedata.category(sign).startswith("C") for sign in shown)
