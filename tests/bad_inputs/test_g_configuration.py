"""Table G: rules, translations and configuration; what is wrong is refused or reported, all of it, and nothing else."""

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.bad_inputs.configuration import policy, served, settings, spoken, written
from tests.bad_inputs.table import ids, rows

TOLD: Mapping[str, Callable[..., list[str]]] = {
    name.replace("_", " "): deed
    for module in (written, policy, spoken, served, settings)
    for name, deed in inspect.getmembers(module, inspect.isfunction)
    if not name.startswith("_")
}
"""By the names that the table uses."""
RUNNING = "running"
"""What only a process or a family shows; `test_g_running.py` plays these rows."""
ROWS = rows("g_configuration")
HERE = [row for row in ROWS if row.values[0]["given"]["deed"] != RUNNING]


@pytest.mark.parametrize("row", HERE)
def test_what_is_wrong_is_told_and_nothing_else(row: Any, tmp_path: Path) -> None:
    given = dict(row["given"])
    lines = TOLD[given.pop("deed")](tmp_path, **given)
    for fragment in row["told"]:
        assert any(fragment in line for line in lines), lines
    assert [line for line in lines if not any(fragment in line for fragment in row["told"])] == []


def test_no_line_of_the_design_is_left_out() -> None:
    assert ids(ROWS) == {f"G{number}" for number in range(1, 19)}
