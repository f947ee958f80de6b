"""Reads a table of bad inputs: one row a case, named by the row's id in the design."""

import re
from pathlib import Path
from typing import Any

import pytest

from knowledge.strict_yaml import load

FOLDER = Path(__file__).parent


def rows(name: str) -> list[Any]:
    """Parameters for pytest: the row, called by its id and its `case`, or its number where it has none: `A6-photo`."""
    table = load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(table, list)
    return [
        pytest.param(row, id=f"{row['id']}-{row.get('case', number)}".replace(" ", "-"))
        for number, row in enumerate(table, 1)
    ]


def ids(table: list[Any]) -> set[str]:
    """The lines of the design that the parameters come from."""
    return {str(parameter.values[0]["id"]) for parameter in table}


def typed(written: str) -> str:
    """What the family typed: `<U+202E>` in the table stands for a sign that is not seen or that no file can hold."""
    return re.sub(r"<U\+([0-9A-F]{4})>", lambda found: chr(int(found[1], 16)), written)
