"""Whatever was changed on the disk is found, and nothing that was changed is served."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.releases.canonical import coded
from knowledge.releases.damage import Damage, Fault
from knowledge.releases.events import (
    NewerFormat,
    NoSuchRelease,
    NotInRelease,
    PrunedRelease,
    ShelfFailed,
    ShelfUnreadable,
    TamperedBundle,
    TamperedPointer,
)
from knowledge.releases.manifest import fingerprint
from knowledge.releases.release import seal
from knowledge.releases.shelf import Shelf
from tests.knowledge.releases.shelves import DAY, active, contents, generation, publish, published

FILES = ["manifest.json", "manifest.sha256", *(f"content/{name}" for name in contents(1))]
A_FILE = "law/307-1/tg.md"
WRITABLE = 0o644


def flip(file: Path, at: int, bit: int = 0) -> None:
    changed = bytearray(file.read_bytes())
    changed[at] ^= 1 << bit
    rewrite(file, bytes(changed))


def rewrite(file: Path, content: bytes) -> None:
    file.chmod(WRITABLE)
    file.write_bytes(content)


@pytest.mark.parametrize("number", [1, 2, 3], ids=["once active", "active", "not active yet"])
@pytest.mark.parametrize("path", FILES)
def test_a_flipped_byte_is_found_wherever_it_is(tmp_path: Path, path: str, number: int) -> None:
    shelf = published(tmp_path, 2)
    shelf.build(contents(3), made_on=DAY)
    file = tmp_path / str(number) / path
    for at in range(file.stat().st_size):
        flip(file, at, at % 8)
        assert {each.fault for each in shelf.verify(number)} == {Fault.CHANGED}
        flip(file, at, at % 8)
    assert shelf.verify(number) == ()
    flip(file, 0)
    with pytest.raises(TamperedBundle):
        shelf.activate(number)
    assert shelf.numbers() == (1, 2, 3)


def truncate(place: Path) -> None:
    rewrite(place / "content" / A_FILE, (place / "content" / A_FILE).read_bytes()[:-1])


def lengthen(place: Path) -> None:
    rewrite(place / "content" / A_FILE, (place / "content" / A_FILE).read_bytes() + b"1")


def empty(place: Path) -> None:
    rewrite(place / "content" / A_FILE, b"")


def take_away(place: Path) -> None:
    (place / "content" / A_FILE).unlink()


def take_a_folder_away(place: Path) -> None:
    shutil.rmtree(place / "content" / "law")


def exchange(place: Path) -> None:
    other = place.parent / "2" / "content" / A_FILE
    rewrite(place / "content" / A_FILE, other.read_bytes())


def link(place: Path) -> None:
    """To the very same bytes."""
    (place / "content" / A_FILE).rename(place.parent / "elsewhere")
    (place / "content" / A_FILE).symlink_to(place.parent / "elsewhere")


def pipe(place: Path) -> None:
    """Would hold a careless reader for ever."""
    (place / "content" / A_FILE).unlink()
    os.mkfifo(place / "content" / A_FILE)


def folder(place: Path) -> None:
    (place / "content" / A_FILE).unlink()
    (place / "content" / A_FILE).mkdir()


@pytest.mark.parametrize(
    "spoil", [truncate, lengthen, empty, take_away, take_a_folder_away, exchange, link, pipe, folder]
)
def test_a_spoilt_file_is_found_and_never_read(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    shelf = published(tmp_path, 2)
    held = shelf.active()
    assert held is not None
    shelf.roll_back()
    spoil(tmp_path / "1")
    assert f"content/{A_FILE}" in {each.path for each in shelf.verify(1)}
    release = shelf.active()
    assert release is not None
    with pytest.raises(TamperedBundle, match=A_FILE):
        release.read(A_FILE)
    assert generation(held) == 2
    assert generation(shelf.activate(2)) == 2
    with pytest.raises(TamperedBundle):
        shelf.roll_back()
    assert active(shelf) == 2


@pytest.mark.parametrize("extra", ["note", "content/note", "content/law/307-1/.tg.md.swp", "content/закон"])
def test_a_file_too_many_is_found(tmp_path: Path, extra: str) -> None:
    shelf = published(tmp_path, 1)
    (tmp_path / "1" / extra).write_bytes(b"")
    assert shelf.verify(1) == (Damage(extra.encode("ascii", "backslashreplace").decode(), Fault.EXTRA),)


def test_a_folder_too_many_and_a_linked_folder_are_found(tmp_path: Path) -> None:
    shelf = published(tmp_path, 1)
    (tmp_path / "1" / "content" / "drafts").mkdir()
    assert shelf.verify(1) == (Damage("content/drafts", Fault.EXTRA),)
    (tmp_path / "1" / "content" / "drafts").rmdir()
    (tmp_path / "1" / "content" / "law").rename(tmp_path / "law")
    (tmp_path / "1" / "content" / "law").symlink_to(tmp_path / "law")
    assert shelf.verify(1) == (Damage("content/law", Fault.EXTRA),)


def rewrite_whole(place: Path) -> None:
    """As somebody would who knows how a release is made."""
    lie = b"Article 307(1) was abolished"
    rewrite(place / "content" / A_FILE, lie)
    manifest = json.loads((place / "manifest.json").read_bytes())
    manifest["files"][A_FILE] = {"bytes": len(lie), "sha256": fingerprint(lie)}
    rewrite(place / "manifest.json", coded(manifest))
    rewrite(place / "manifest.sha256", seal(fingerprint(coded(manifest))))


def test_a_release_rewritten_whole_is_found_if_it_is_or_was_active(tmp_path: Path) -> None:
    shelf = published(tmp_path, 2)
    for number in (1, 2):
        rewrite_whole(tmp_path / str(number))
        assert shelf.verify(number) == (Damage("manifest.json", Fault.CHANGED),)
        with pytest.raises(TamperedBundle):
            shelf.activate(number)
    with pytest.raises(TamperedBundle):
        shelf.active()
    assert shelf.listed() == ()


def test_a_release_that_was_never_active_and_was_rewritten_whole_has_another_fingerprint(tmp_path: Path) -> None:
    """Who approves a release writes down its fingerprint and compares."""
    approved = Shelf(tmp_path).build(contents(1), made_on=DAY)
    rewrite_whole(tmp_path / "1")
    assert Shelf(tmp_path).release(1).fingerprint != approved.fingerprint
    with pytest.raises(TamperedBundle):
        approved.read(A_FILE)


def test_two_releases_that_changed_places_are_found(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for each in (1, 2):
        shelf.build(contents(each), made_on=DAY)
    (tmp_path / "1").rename(tmp_path / "aside")
    (tmp_path / "2").rename(tmp_path / "1")
    (tmp_path / "aside").rename(tmp_path / "2")
    assert shelf.verify(1) == shelf.verify(2) == (Damage("manifest.json", Fault.CHANGED),)


def test_a_damaged_newest_release_is_built_again_under_a_new_number(tmp_path: Path) -> None:
    shelf = published(tmp_path, 2)
    flip(tmp_path / "2" / "content" / A_FILE, 0)
    assert generation(publish(shelf, 2)) == 2
    assert active(shelf) == 3


def roll_back_twice(shelf: Shelf) -> None:
    for number in (3, 2, 1):
        assert active(shelf) == number
        if number > 1:
            assert shelf.roll_back().number == number - 1


def test_a_flipped_bit_in_the_pointer_never_leads_elsewhere(tmp_path: Path) -> None:
    shelf, pointer = published(tmp_path, 3), tmp_path / "active.json"
    sound = pointer.read_bytes()
    for at in range(len(sound) * 8):
        flip(pointer, at // 8, at % 8)
        with pytest.raises(ShelfFailed):
            roll_back_twice(shelf)
        pointer.unlink()
        pointer.write_bytes(sound)
    assert active(shelf) == 3


@pytest.mark.parametrize(
    "broken", [b"", b"3\n", b"{}", b"[]", b"\xff", b"[" * 100_000, b'{"format": 1, "history": []}']
)
def test_without_a_sound_pointer_nothing_is_active_until_a_person_removes_it(tmp_path: Path, broken: bytes) -> None:
    shelf = published(tmp_path, 2)
    rewrite(tmp_path / "active.json", broken)
    for act in (shelf.active, shelf.roll_back, lambda: shelf.activate(1), lambda: publish(shelf, 3)):
        with pytest.raises(TamperedPointer):
            act()
    (tmp_path / "active.json").unlink()
    assert shelf.active() is None
    assert shelf.activate(2).number == active(shelf) == 2


def test_what_a_later_version_wrote_is_neither_read_nor_changed(tmp_path: Path) -> None:
    shelf = published(tmp_path, 2)
    pointer = json.loads((tmp_path / "active.json").read_bytes())
    newer = json.dumps({**pointer, "format": 2, "signed": True}).encode()
    rewrite(tmp_path / "active.json", newer)
    for act in (shelf.active, shelf.roll_back, lambda: shelf.activate(1), lambda: publish(shelf, 3)):
        with pytest.raises(NewerFormat):
            act()
    assert (tmp_path / "active.json").read_bytes() == newer
    assert shelf.numbers() == (1, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"signed": "nobody knows this key"},
        {"number": "1"},
        {"number": True},
        {"number": 7},
        {"previous": "none"},
        {"previous": -1},
        {"made_on": "20260131"},
        {"made_on": 20260131},
        {"said": ["generation"]},
        {"said": {"generation": 1}},
        {"files": {"../../active.json": {"bytes": 0, "sha256": fingerprint(b"")}}},
        {"files": {"a": {"bytes": 0.0, "sha256": fingerprint(b"")}}},
        {"files": {"a": {"bytes": 0, "sha256": "E3"}}},
        {"files": {"a": {"bytes": 0, "sha256": fingerprint(b""), "mode": 7}}},
        {"files": {"a": fingerprint(b"")}},
        {"files": [fingerprint(b"")]},
    ],
    ids=str,
)
def test_a_manifest_that_was_not_written_here_is_refused_though_its_hash_is_right(
    tmp_path: Path, change: dict[str, object]
) -> None:
    shelf = Shelf(tmp_path)
    shelf.build(contents(1), made_on=DAY)
    raw = coded({**json.loads((tmp_path / "1" / "manifest.json").read_bytes()), **change})
    rewrite(tmp_path / "1" / "manifest.json", raw)
    rewrite(tmp_path / "1" / "manifest.sha256", seal(fingerprint(raw)))
    assert shelf.verify(1) == (Damage("manifest.json", Fault.CHANGED),)
    with pytest.raises(TamperedBundle):
        shelf.release(1)


def test_what_is_not_there_is_told_apart(tmp_path: Path) -> None:
    shelf = published(tmp_path, 1)
    held = shelf.active()
    assert held is not None
    for act in (shelf.release, shelf.verify, shelf.activate):
        with pytest.raises(NoSuchRelease):
            act(2)
    with pytest.raises(NotInRelease):
        held.read("../manifest.json")
    shutil.rmtree(tmp_path / "1")
    with pytest.raises(PrunedRelease):
        held.read(A_FILE)
    with pytest.raises(TamperedBundle, match="missing"):
        shelf.active()


def test_a_read_that_the_system_refuses_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_many(*_: object, **__: object) -> int:
        raise OSError(24, "Too many open files")

    shelf = published(tmp_path, 1)
    held = shelf.active()
    assert held is not None
    monkeypatch.setattr(os, "open", too_many)
    for act in (lambda: held.read(A_FILE), shelf.active):
        with pytest.raises(ShelfUnreadable, match="Too many open files"):
            act()
