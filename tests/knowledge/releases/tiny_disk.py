"""Run on its own, with a mount namespace of its own: a disk of 256 KiB that fills up. It is gone when this ends."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from knowledge.releases.events import ShelfUnwritable
from knowledge.releases.shelf import Shelf
from tests.knowledge.releases.shelves import DAY, active, all_whole, changes, contents, left_overs, publish

MOUNTED = "a disk of 256 KiB"


def try_all(folder: Path) -> None:
    shelf = Shelf(folder)
    publish(shelf, 1)
    with pytest.raises(ShelfUnwritable, match="No space left"):
        shelf.build(contents(2, size=40_000), made_on=DAY)
    assert (active(shelf), shelf.numbers(), left_overs(folder)) == (1, (1,), set())
    publish(shelf, 2)
    third = shelf.build(contents(3), made_on=DAY, said={"generation": "3"}).number
    fill(folder / "ballast")
    for act in changes(shelf, 4):
        with pytest.raises(ShelfUnwritable, match="No space left"):
            act()
        assert (active(shelf), left_overs(folder)) == (2, {"ballast"})
    (folder / "ballast").unlink()
    assert shelf.activate(third).number == active(shelf) == third
    assert all_whole(shelf)


def fill(file: Path) -> None:
    """To the last byte."""
    with suppress(OSError), file.open("wb", buffering=0) as ballast:
        while ballast.write(bytes(512)):
            pass


if __name__ == "__main__":
    disk = Path(sys.argv[1])
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", disk], check=True)  # noqa: S603, S607 - wherever it lies
    print(MOUNTED, flush=True)  # noqa: T201 - tells the test that this system can
    try_all(disk)
