"""Bot, search and console read while one process builds, activates and prunes: each sees whole releases only."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest

from knowledge.releases import durable, pointer
from knowledge.releases.events import BuildUnderWay, NoSuchRelease, PrunedRelease
from knowledge.releases.release import Release
from knowledge.releases.shelf import Shelf
from tests.knowledge.releases.accidents import begun, ended, running
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

ACTIVATIONS = 50
LAST = ACTIVATIONS + 1


def bot(shelf: Shelf) -> None:
    """Takes the active release anew for every family, and serves from the one it took."""
    seen = 0
    while seen < LAST:
        release = shelf.active()
        assert release is not None
        assert release.number >= seen
        seen = release.number
        whole_or_pruned(release)


def search(shelf: Shelf) -> None:
    """Holds the release it began with until the end."""
    held, newest = shelf.active(), shelf.active()
    assert held is not None
    while newest and newest.number < LAST:
        is_there = whole_or_pruned(held)
        newest = shelf.active()
    assert not is_there


def console(shelf: Shelf) -> None:
    """Lists and verifies everything."""
    while LAST not in (shown := [release.number for release in shelf.listed()]):
        assert 1 <= len(shown) <= 12
        for number in shown:
            assert found(shelf, number) == ()


def found(shelf: Shelf, number: int) -> tuple[object, ...]:
    try:
        return shelf.verify(number)
    except NoSuchRelease:
        return ()


def whole_or_pruned(release: Release) -> bool:
    try:
        return generation(release) == release.number
    except PrunedRelease:
        return False


def test_readers_never_see_half_a_release_while_fifty_are_activated(tmp_path: Path) -> None:
    shelf = published(tmp_path, 1)
    with running(*(partial(read, shelf) for read in (bot, bot, search, console))) as wait:
        for number in range(2, LAST + 1):
            publish(shelf, number)
        assert wait() == [0, 0, 0, 0]
    assert len(shelf.numbers()) == 10


def build_and_wait(folder: Path, told: int, until: int) -> None:
    """Half of the files are written when it stops."""

    def wait(written: int, _of: int) -> None:
        if written == 2:
            os.write(told, b"building")
            os.read(until, 1)

    Shelf(folder).build(contents(2), made_on=DAY, said={"generation": "2"}, progress=wait)


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """A build that stands still, and goes on at the end."""
    (told, tell), (wait, go_on) = os.pipe(), os.pipe()
    child = begun(lambda: build_and_wait(folder, tell, wait))
    assert os.read(told, 8) == b"building"
    try:
        yield
    finally:
        os.write(go_on, b"!")
        exit_code = ended(child)
        for descriptor in (told, tell, wait, go_on):
            os.close(descriptor)
    assert exit_code == 0


def test_while_one_builds_others_read_and_nobody_else_changes_anything(tmp_path: Path) -> None:
    shelf = published(tmp_path, 1)
    with building(tmp_path):
        for act in changes(shelf, 3):
            with pytest.raises(BuildUnderWay):
                act()
        assert left_overs(tmp_path) == {".unfinished-build"}  # another's work is no left-over
        assert (active(shelf), shelf.numbers()) == (1, (1,))
    assert (active(shelf), shelf.numbers()) == (1, (1, 2))
    assert generation(publish(shelf, 3)) == 3


def test_a_process_that_a_builder_started_does_not_keep_the_shelf_closed(tmp_path: Path) -> None:
    wait, go_on = os.pipe()
    children: list[int] = []

    def start(_written: int, _of: int) -> None:
        children.append(begun(lambda: os.read(wait, 1)))

    Shelf(tmp_path).build({"law": b""}, made_on=DAY, progress=start)
    try:
        assert publish(Shelf(tmp_path), 2).number == 2
    finally:
        os.write(go_on, b"!")
        assert [ended(child) for child in children] == [0]
        os.close(wait)
        os.close(go_on)


def test_a_reader_that_was_overtaken_while_it_looked_takes_the_newer_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = published(tmp_path, 1)
    overtaken = [pointer.read(tmp_path)]
    published(tmp_path, 12)
    now = pointer.read
    monkeypatch.setattr(pointer, "read", lambda folder: overtaken.pop() if overtaken else now(folder))
    assert active(shelf) == 12


def test_a_release_that_is_pruned_while_it_is_verified_is_gone_and_not_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_too_late(file: Path, most: int) -> bytes:
        if file.is_relative_to(tmp_path / "1" / "content"):
            monkeypatch.undo()
            published(tmp_path, 11)
        return now(file, most)

    shelf, now = published(tmp_path, 1), durable.read
    monkeypatch.setattr(durable, "read", read_too_late)
    with pytest.raises(NoSuchRelease):
        shelf.verify(1)


def build_many(folder: Path, builder: int) -> None:
    built = 0
    for number in count(builder * 1000):
        try:
            Shelf(folder).build(contents(number), made_on=DAY, said={"generation": str(number)})
        except BuildUnderWay:
            continue
        if (built := built + 1) == 10:
            return


def test_builders_at_once_each_get_numbers_of_their_own(tmp_path: Path) -> None:
    with running(*(partial(build_many, tmp_path, builder) for builder in (1, 2, 3))) as wait:
        assert wait() == [0, 0, 0]
    shelf = Shelf(tmp_path)
    assert shelf.numbers() == tuple(range(1, 31))
    assert len({generation(release) for release in shelf.listed()}) == 30
    assert all_whole(shelf)
    assert left_overs(tmp_path) == set()


def test_a_build_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    def give_up(written: int, of: int) -> NoReturn:
        assert (written, of) == (1, 3)
        raise KeyboardInterrupt

    shelf = published(tmp_path, 1)
    with pytest.raises(KeyboardInterrupt):
        shelf.build(contents(2), made_on=DAY, progress=give_up)
    assert (active(shelf), shelf.numbers(), left_overs(tmp_path)) == (1, (1,), set())
    assert publish(shelf, 2).number == 2
