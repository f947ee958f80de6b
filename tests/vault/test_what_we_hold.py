"""The subpoena test: `WHAT_WE_HOLD.md` names every column that exists, and none that does not."""

import re
from pathlib import Path

from tests.vault import disk
from vault.vault import Vault

PAGE = Path(__file__).parents[2] / "WHAT_WE_HOLD.md"


def told() -> dict[str, list[str]]:
    tables: dict[str, list[str]] = {}
    for line in PAGE.read_text().splitlines():
        if heading := re.fullmatch(r"## `(\w+)`.*", line):
            tables[heading[1]] = []
        elif row := re.match(r"\| `(\w+)` \|", line):
            tables[list(tables)[-1]].append(row[1])
    return tables


def test_the_page_names_every_column_and_no_other(vault: Vault, file: Path) -> None:
    assert vault.started_empty_after_damage is False
    assert told() == disk.columns(file)


def test_each_column_is_told_with_what_it_holds_under_which_key_and_how_long() -> None:
    rows = [line for line in PAGE.read_text().splitlines() if re.match(r"\| `\w+` \|", line)]
    assert rows
    assert all(len(cells := row.strip("|").split("|")) == 4 and all(cell.strip() for cell in cells) for row in rows)
