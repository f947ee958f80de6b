"""Killed at any moment, the shelf serves a whole release, and the next publication finds nothing in its way."""

import os
import shutil
import signal
from collections import Counter
from functools import partial
from itertools import count
from pathlib import Path
from secrets import randbelow
from time import sleep

import pytest

from knowledge.releases.shelf import Shelf
from tests.knowledge.releases.accidents import begun, ended, in_a_child, kill_after
from tests.knowledge.releases.shelves import active, all_whole, generation, left_overs, publish, published

KILLS = 200
LONGEST_LIFE = 30  # milliseconds: a few publications


def publish_and_die(folder: Path, next_one: int, change: int) -> None:
    kill_after(change)
    publish(Shelf(folder), next_one)


@pytest.mark.parametrize("before", [0, 1, 11], ids=["the first one", "the second one", "one that prunes another"])
def test_killed_after_any_change_to_the_disk_the_old_release_serves_or_the_new_one(tmp_path: Path, before: int) -> None:
    published(tmp_path / "as it was", before) if before else (tmp_path / "as it was").mkdir()
    served: list[int] = []
    for change in count(1):
        folder = tmp_path / str(change)
        shutil.copytree(tmp_path / "as it was", folder)
        exit_code = in_a_child(partial(publish_and_die, folder, before + 1, change))
        served.append(active(Shelf(folder)))
        check(folder, before + 1)
        shutil.rmtree(folder)
        if exit_code != -signal.SIGKILL:
            break
    assert exit_code == 0
    assert served == sorted(served)  # after the swap never the old one again
    assert set(served) == {before, before + 1}
    assert min(Counter(served).values()) > 2  # kills fell before the swap and after it


def check(folder: Path, same_again: int) -> None:
    """The release that was under way is published once, under its number, whether it had come to stand or not."""
    shelf = Shelf(folder)
    assert all_whole(shelf)
    assert generation(publish(shelf, same_again)) == same_again
    assert active(shelf) == same_again
    assert publish(shelf, same_again + 1).number == same_again + 1
    assert left_overs(folder) == set()


def publish_on_and_on(folder: Path, first: int, confirm: int) -> None:
    shelf = Shelf(folder)
    for number in count(first):
        os.write(confirm, b"%d " % publish(shelf, number).number)


def test_killed_at_many_moments_nothing_confirmed_is_lost(tmp_path: Path) -> None:
    shelf, last = published(tmp_path / "shelf", 1), 1
    for _ in range(KILLS):
        told, confirm = os.pipe()
        child = begun(partial(publish_on_and_on, tmp_path / "shelf", last + 1, confirm))
        os.close(confirm)
        sleep(randbelow(LONGEST_LIFE) / 1000)
        os.kill(child, signal.SIGKILL)
        assert ended(child) == -signal.SIGKILL
        with os.fdopen(told, "rb") as confirmed:
            last = max([last, *map(int, confirmed.read().split())])
        assert last <= active(shelf) <= last + 1
        last = active(shelf)
    assert all_whole(shelf)
    publish(shelf, 0)
    assert left_overs(tmp_path / "shelf") == set()
    assert last > KILLS / 10
