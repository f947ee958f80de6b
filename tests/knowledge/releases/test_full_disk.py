"""A disk that fills up at any moment leaves the old release serving, and nothing half done behind."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from knowledge.releases.events import ShelfUnwritable
from knowledge.releases.shelf import Shelf
from tests.knowledge.releases import tiny_disk
from tests.knowledge.releases.accidents import fill_up_at, in_a_child
from tests.knowledge.releases.shelves import (
    DAY,
    active,
    all_whole,
    changes,
    contents,
    generation,
    left_overs,
    publish,
    published,
)

NOBODY = 65534


def refused(folder: Path, change: int, *, for_good: bool) -> bool:
    with pytest.MonkeyPatch.context() as patch:
        fill_up_at(change, for_good=for_good, patch=patch)
        try:
            publish(Shelf(folder), 12)
        except ShelfUnwritable as unwritable:
            return os.strerror(errno.ENOSPC) in str(unwritable)
    return False


@pytest.mark.parametrize("for_good", [False, True], ids=["for a moment", "for good"])
def test_a_disk_that_is_full_at_any_change_leaves_the_old_release_serving(tmp_path: Path, *, for_good: bool) -> None:
    """What is refused to pruning, after the swap, waits for the next activation."""
    published(tmp_path / "as it was", 11)
    for change in count(1):
        folder = tmp_path / str(change)
        shutil.copytree(tmp_path / "as it was", folder)
        is_refused = refused(folder, change, for_good=for_good)
        shelf = Shelf(folder)
        assert active(shelf) == (11 if is_refused else 12)
        assert all_whole(shelf)
        assert left_overs(folder) == set()
        assert generation(publish(shelf, 12)) == 12
        assert generation(publish(shelf, 13)) == 13
        assert len(shelf.numbers()) == 10
        shutil.rmtree(folder)
        if not is_refused:
            break
    assert change > 20


def test_the_first_release_needs_no_space_to_be_taken_back(tmp_path: Path) -> None:
    for change in count(1):
        folder = tmp_path / str(change)
        folder.mkdir()
        is_refused = refused(folder, change, for_good=True)
        assert active(Shelf(folder)) == (0 if is_refused else 1)
        if not is_refused:
            break
    assert change > 20


def test_a_file_size_limit_is_a_full_disk(tmp_path: Path) -> None:
    def build_too_much() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        with pytest.raises(ShelfUnwritable, match="File too large"):
            shelf.build(contents(2, size=8192), made_on=DAY)
        assert left_overs(tmp_path) == set()
        assert active(shelf) == 1
        publish(shelf, 2)

    shelf = published(tmp_path, 1)
    assert in_a_child(build_too_much) == 0
    assert active(shelf) == 2


def test_a_disk_that_is_really_full_leaves_the_old_release_serving(tmp_path: Path) -> None:
    command = [shutil.which("unshare") or "unshare", "--map-root-user", "--mount"]
    command += [sys.executable, "-m", tiny_disk.__name__, str(tmp_path)]
    try:
        ran = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=False)  # noqa: S603 - our own
    except FileNotFoundError:
        pytest.skip("this system has no `unshare`, so no small disk can be made")
    if tiny_disk.MOUNTED not in ran.stdout:
        pytest.skip(f"this system lets nobody mount a small disk: {ran.stderr.strip()[-200:]}")
    assert ran.returncode == 0, ran.stderr


def test_another_account_reads_the_shelf_and_cannot_change_it() -> None:
    def try_all() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        assert active(shelf) == 2
        for act in changes(shelf, 3):
            with pytest.raises(ShelfUnwritable, match="Permission denied"):
                act()
        assert active(shelf) == 2

    with TemporaryDirectory() as outer:  # pytest's own folders are closed to other accounts
        Path(outer).chmod(0o755)
        umask = os.umask(0o077)
        shelf = published(Path(outer) / "shelf", 2)
        os.umask(umask)
        (Path(outer) / "shelf").chmod(0o555)
        assert in_a_child(try_all) == 0
        (Path(outer) / "shelf").chmod(0o755)


def test_a_file_in_the_shelfs_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shelf").write_bytes(b"")
    with pytest.raises(ShelfUnwritable):
        publish(Shelf(tmp_path / "shelf"), 1)
