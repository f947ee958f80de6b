"""A power cut keeps what fsync has confirmed, nothing else: a release is confirmed before it gets its number."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from knowledge.releases.shelf import Shelf
from tests.knowledge.releases.shelves import DAY, contents, published


class Disk:
    """Knows which files and folders a power cut could still undo."""

    def __init__(self, shelf: Path, patch: pytest.MonkeyPatch) -> None:
        self.shelf, self.unconfirmed, self.named, self.pruned = shelf, set[Path](), list[str](), list[str]()
        for name in ("open", "write", "fsync", "mkdir", "rename", "replace"):
            patch.setattr(os, name, self._watched(getattr(os, name), getattr(self, f"after_{name}", self.after_move)))

    def after_open(self, descriptor: int, _path: object, flags: int, *_: object) -> None:
        if flags & os.O_CREAT:
            self.unconfirmed |= {path_of(descriptor), path_of(descriptor).parent}

    def after_write(self, _written: int, descriptor: int, *_: object) -> None:
        self.unconfirmed.add(path_of(descriptor))

    def after_fsync(self, _nothing: None, descriptor: int) -> None:
        self.unconfirmed.discard(path_of(descriptor))

    def after_mkdir(self, _nothing: None, folder: Path, *_: object) -> None:
        self.unconfirmed |= {Path(folder), Path(folder).parent}

    def after_move(self, _nothing: object, source: Path, target: Path, *_: object) -> None:
        if "pruned" in target.name:
            assert self.shelf not in self.unconfirmed, "pruned before the swap was confirmed"
            self.pruned.append(source.name)
            return  # a pruned release that comes back after a power cut is pruned again
        assert not {path for path in self.unconfirmed if path.is_relative_to(source)}, target
        self.named.append(target.name)
        self.unconfirmed.add(target.parent)

    def _watched(self, real: Any, after: Any) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            result = real(*args, **named)
            after(result, *args)
            return result

        return call


def path_of(descriptor: int) -> Path:
    return Path(f"/proc/self/fd/{descriptor}").readlink()


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    if not Path("/proc/self/fd").exists():
        pytest.skip("only Linux tells which file a descriptor stands for")
    published(tmp_path / "shelf", 10)
    with monkeypatch.context() as patch:
        yield Disk(tmp_path / "shelf", patch)


def test_all_of_a_release_is_confirmed_before_it_gets_its_number(disk: Disk) -> None:
    Shelf(disk.shelf).build(contents(11), made_on=DAY)
    assert disk.named == ["11"]
    assert disk.shelf not in disk.unconfirmed  # the number itself


def test_a_swap_is_confirmed_before_it_is_reported_and_before_anything_is_pruned(disk: Disk) -> None:
    Shelf(disk.shelf).build(contents(11), made_on=DAY)
    Shelf(disk.shelf).activate(11)
    assert (disk.named, disk.pruned) == (["11", "active.json"], ["1"])
    assert disk.shelf not in disk.unconfirmed


def test_the_first_build_confirms_the_shelf_itself(disk: Disk) -> None:
    Shelf(disk.shelf.parent / "another").build(contents(1), made_on=DAY)
    assert disk.shelf.parent not in disk.unconfirmed
