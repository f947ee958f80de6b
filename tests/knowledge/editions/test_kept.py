"""Of several editions of an act the newest is in use, and of two for one day the one kept last."""

import os
from pathlib import Path

from knowledge.editions.kept import Editions
from tests.knowledge.editions.made import ACT, LAST, as_txt
from tests.knowledge.editions.test_importing import edition


def test_of_two_editions_of_one_day_the_one_kept_last_is_in_use(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    first, second = edition(as_txt()), edition(as_txt((*ACT, *LAST)))
    editions.keep(first)
    os.utime(next(tmp_path.rglob("*.json")), (1, 1))
    editions.keep(second)
    assert editions.newest("criminal-code", "tg") == second


def test_where_nothing_was_imported_nothing_is_in_use(tmp_path: Path) -> None:
    editions = Editions(tmp_path / "official")
    assert editions.newest("criminal-code", "tg") is None
    assert not [*editions.all_newest()]
