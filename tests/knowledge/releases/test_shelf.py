"""A shelf's life: numbers, what is told of a release, activating, rolling back, what stays and what is refused."""

import json
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.releases.events import (
    NothingToRollBackTo,
    PrunedRelease,
    RefusedContents,
    TamperedBundle,
    UnchangedRelease,
)
from knowledge.releases.names import LONGEST, NAME, folders
from knowledge.releases.shelf import Shelf
from tests.knowledge.releases.shelves import DAY, active, contents, generation, left_overs, publish, published

NAMES = st.from_regex(NAME, fullmatch=True).filter(lambda name: len(name) <= LONGEST)
CONTENTS = st.dictionaries(NAMES, st.binary(max_size=300), min_size=1, max_size=6).filter(
    lambda contents: not contents.keys() & folders(contents)
)
SAID = st.dictionaries(st.text(max_size=20), st.text(max_size=20), max_size=3)


def test_a_new_shelf_has_nothing_and_makes_no_folder_for_a_reader(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "releases")
    assert (shelf.active(), shelf.listed(), shelf.numbers()) == (None, (), ())
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=60, deadline=None)
@given(contents=CONTENTS, said=SAID, made_on=st.dates())
def test_what_is_released_is_read_back(contents: dict[str, bytes], said: dict[str, str], made_on: date) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        built = shelf.build(contents, made_on=made_on, said=said)
        assert shelf.active() is None
        shelf.activate(1)
        for release in (built, Shelf(Path(folder)).active()):
            assert release is not None
            assert {name: release.read(name) for name in release.files} == contents
            assert (release.number, release.made_on, release.said) == (1, made_on, said)
        assert shelf.verify(1) == ()


@settings(max_examples=200, deadline=None)
@given(name=st.text(max_size=30).filter(lambda name: not NAME.fullmatch(name)))
def test_no_other_name_gets_onto_the_disk(name: str) -> None:
    with TemporaryDirectory() as folder:
        with pytest.raises(RefusedContents):
            Shelf(Path(folder)).build({"law": b"", name: b""}, made_on=DAY)
        assert list(Path(folder).iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            ".",
            "..",
            "/",
            "/etc/passwd",
            "../1/manifest.json",
            "law/../../x",
            "law/./x",
            "law//x",
            "law/",
            ".hidden",
        ),
        *("law/.x", "-x", "_x", "LAW", "закон", "lаw", "law\n", "law\0", "law x", "law\\x", "c:x", "~x", "x" * 201),
        *("law/" * 60 + "x",),
    ],
    ids=ascii,
)
def test_a_name_that_could_lead_elsewhere_or_differ_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedContents):
        Shelf(tmp_path).build({name: b""}, made_on=DAY)


@pytest.mark.parametrize("names", [(), ("law", "law/307"), ("a/b", "a/b/c/d", "a/c")], ids=str)
def test_nothing_and_a_file_that_is_a_folder_too_are_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(RefusedContents):
        Shelf(tmp_path).build(dict.fromkeys(names, b""), made_on=DAY)


def test_what_cannot_be_written_down_is_refused(tmp_path: Path) -> None:
    for said in ({"why": "\ud800"}, {"why": "x" * 2**24}):
        with pytest.raises(RefusedContents):
            Shelf(tmp_path).build(contents(1), made_on=DAY, said=said)
    assert left_overs(tmp_path) == set()


def test_a_moment_counts_as_its_day(tmp_path: Path) -> None:
    assert Shelf(tmp_path).build(contents(1), made_on=datetime(2026, 1, 31, 23, tzinfo=UTC)).made_on == DAY


def test_files_may_be_called_like_the_releases_own(tmp_path: Path) -> None:
    own = {"manifest.json": b"1", "manifest.sha256": b"2", "content/manifest.json": b"3", "active.json": b"4"}
    release = Shelf(tmp_path).build(own, made_on=DAY)
    assert {name: release.read(name) for name in own} == own
    assert Shelf(tmp_path).verify(1) == ()


def test_progress_tells_every_file(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    Shelf(tmp_path).build(contents(1), made_on=DAY, progress=lambda *each: told.append(each))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_nobody_may_write_into_a_release_and_sha256sum_can_check_it(tmp_path: Path) -> None:
    published(tmp_path, 1)
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "lock"]
    assert len(files) == 6
    assert {path.stat().st_mode & 0o777 for path in files} == {0o444}
    subprocess.run(["sha256sum", "-c", "manifest.sha256"], cwd=tmp_path / "1", check=True, capture_output=True)  # noqa: S607 - wherever it lies


def test_a_release_tells_which_one_was_active_when_it_was_made(tmp_path: Path) -> None:
    shelf = published(tmp_path, 2)
    shelf.roll_back()
    shelf.build(contents(3), made_on=DAY)
    assert [release.manifest.previous for release in shelf.listed()] == [None, 1, 1]
    assert json.loads((tmp_path / "3" / "manifest.json").read_bytes())["format"] == 1


def test_the_same_contents_get_no_second_number(tmp_path: Path) -> None:
    shelf = published(tmp_path, 2)
    with pytest.raises(UnchangedRelease) as unchanged:
        shelf.build(contents(2), made_on=DAY, said={"otherwise": "said"})
    assert unchanged.value.number == 2
    assert shelf.build(contents(1), made_on=DAY).number == 3
    assert left_overs(tmp_path) == set()


def test_activating_what_is_active_changes_nothing(tmp_path: Path) -> None:
    shelf = published(tmp_path, 2)
    before = (tmp_path / "active.json").stat().st_ino
    assert shelf.activate(2).number == 2
    assert (tmp_path / "active.json").stat().st_ino == before
    assert shelf.roll_back().number == 1


def test_rolling_back_ends_where_nothing_was_active_before(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with pytest.raises(NothingToRollBackTo):
        shelf.roll_back()
    published(tmp_path, 3)
    assert [shelf.roll_back().number, shelf.roll_back().number] == [2, 1]
    with pytest.raises(NothingToRollBackTo):
        shelf.roll_back()
    assert active(shelf) == 1


def test_a_reader_whose_release_was_pruned_is_told_so(tmp_path: Path) -> None:
    shelf = published(tmp_path, 1)
    held = shelf.active()
    assert held is not None
    published(tmp_path, 10)
    assert generation(held) == 1
    publish(shelf, 11)
    with pytest.raises(PrunedRelease):
        generation(held)


def test_the_active_release_its_predecessor_and_the_one_just_left_outlive_ten_newer_ones(tmp_path: Path) -> None:
    shelf = published(tmp_path, 4)
    shelf.roll_back()
    for each in range(5, 25):
        shelf.build(contents(each), made_on=DAY, said={"generation": str(each)})
    shelf.activate(3)
    assert len(shelf.numbers()) == 24  # nothing was swapped, nothing is pruned
    shelf.roll_back()
    assert shelf.numbers() == (1, 2, 3, *range(15, 25))
    publish(shelf, 25)
    assert shelf.numbers() == (2, *range(16, 26))
    assert shelf.roll_back().number == 2


def test_rolling_back_passes_over_what_was_pruned(tmp_path: Path) -> None:
    shelf = published(tmp_path, 12)
    shelf.activate(3)
    publish(shelf, 13)
    publish(shelf, 14)
    assert 3 not in shelf.numbers()
    assert [shelf.roll_back().number, shelf.roll_back().number] == [13, 12]


def test_a_damaged_release_is_not_activated_and_the_active_one_stays(tmp_path: Path) -> None:
    shelf = published(tmp_path, 1)
    shelf.build(contents(2), made_on=DAY)
    (tmp_path / "2" / "content" / "law" / "307-1" / "ru.md").unlink()
    with pytest.raises(TamperedBundle, match=r"content/law/307-1/ru\.md missing"):
        shelf.activate(2)
    assert active(shelf) == 1


ACTS = st.lists(st.sampled_from(["publish", "build", "roll back", "oldest", "newest", "middle"]), max_size=20)


@settings(max_examples=20, deadline=None)
@given(acts=ACTS)
def test_any_life_of_a_shelf_is_that_of_a_list_of_numbers(acts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        shelf, built, history = published(Path(folder), 12), 12, list(range(12, 2, -1))
        for act in acts:
            if act in {"publish", "build"}:
                built += 1
                shelf.build(contents(built), made_on=DAY, said={"generation": str(built)})
            if act == "roll back":
                history = rolled_back(shelf, history)
            elif act != "build":
                target = {"publish": built, "oldest": 0, "middle": 5, "newest": -1}[act]
                number = target if act == "publish" else shelf.numbers()[target]
                history = history if history[0] == number else [number, *history]
                shelf.activate(number)
            stand = shelf.numbers()
            assert active(shelf) == history[0]
            assert {*history[:2], *range(built - 9, built + 1)} <= set(stand)
            history = [each for each in history if each in stand][:10] if act != "build" else history
        assert left_overs(Path(folder)) == set()


def rolled_back(shelf: Shelf, history: list[int]) -> list[int]:
    if len(history) > 1:
        assert shelf.roll_back().number == history[1]
        return history[1:]
    with pytest.raises(NothingToRollBackTo):
        shelf.roll_back()
    return history
