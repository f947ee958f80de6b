"""The knowledge base of one machine: release 1 on the first start, and what an editor released stays in its place."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from dialogs.cited import cited
from knowledge import corpus, home
from knowledge.checks.problem import Problem, Wrong
from knowledge.citation import Citation
from knowledge.content import Content
from knowledge.corpus import FOLDER, load
from knowledge.home import Home, MisplacedHome, Occasion, Progress, UnfitCorpus
from knowledge.open_questions import FILE
from knowledge.releases.events import BuildUnderWay, ShelfUnwritable, TamperedBundle
from tests.knowledge.editions.made import as_txt
from tests.knowledge.editions.test_importing import edition

TODAY = date(2026, 11, 22)


def nobody(_done: int, _of: int) -> None: ...


def impatient() -> None:
    raise AssertionError("nobody else builds here")


def occasion(progress: Progress = nobody) -> Occasion:
    return Occasion(TODAY, cited(), impatient, progress)


def opened(place: Home) -> Content:
    return place.updated(occasion())


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return Home.within(tmp_path / "data")


def test_the_first_start_builds_release_1_of_the_programs_corpus_with_progress(place: Home) -> None:
    heard: list[tuple[int, int]] = []
    content = place.updated(occasion(lambda done, of: heard.append((done, of))))
    assert content.release.number == 1
    assert content.release.made_on == TODAY
    assert heard[-1] == (len(content.release.files), len(content.release.files))
    assert dict(content.corpus) == dict(load())
    assert len(content.corpus) == len(load())


def test_the_next_start_builds_nothing(place: Home) -> None:
    opened(place)
    heard: list[tuple[int, int]] = []
    assert place.updated(occasion(lambda done, of: heard.append((done, of)))).release.number == 1
    assert not heard


def test_what_is_not_known_is_not_in_the_release(place: Home) -> None:
    known = opened(place).corpus
    assert all(citation in known for citation in cited())
    for absent in ("criminal-code/999", "criminal-code/84/99", "guide/nothing", "law-1"):
        assert Citation.named(absent) not in known


def test_a_newer_program_brings_a_newer_release(place: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(place)
    monkeypatch.setattr(home, "corpus_hash", lambda *_: "another")
    monkeypatch.setattr(home, "contents", lambda *_: {"open-questions.json": b"[]"})
    assert opened(place).release.number == 2


def test_what_an_editor_released_stays_after_an_update_of_the_program(
    place: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(place)
    place.editions.keep(edition(as_txt()))
    made = place.release(TODAY, FOLDER, FILE, nobody)
    place.shelf.activate(made.number)
    monkeypatch.setattr(home, "corpus_hash", lambda *_: "another")
    assert opened(place).release.number == made.number == 2


def test_also_an_editors_release_that_does_not_serve_keeps_the_program_from_deciding(
    place: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(place)
    place.editions.keep(edition(as_txt()))
    place.release(TODAY, FOLDER, FILE, nobody)
    monkeypatch.setattr(home, "corpus_hash", lambda *_: "another")
    assert opened(place).release.number == 1
    assert place.shelf.numbers() == (1, 2)


def test_a_newer_corpus_that_does_not_pass_the_checks_changes_nothing(
    place: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(place)
    monkeypatch.setattr(home, "corpus_hash", lambda *_: "another")
    monkeypatch.setattr(home, "check", lambda *_: [Problem(FOLDER, Wrong.PERSONAL_NAME, "somebody")])
    with pytest.raises(UnfitCorpus, match=r"1 problems, the first: .*personal name"):
        opened(place)
    assert place.shelf.numbers() == (1,)
    assert place.serving(occasion()).release.number == 1


def test_a_corpus_that_lacks_what_a_rule_stands_on_is_not_even_the_first_release(place: Home) -> None:
    lacking = Occasion(TODAY, frozenset({Citation.named("criminal-code/999")}), impatient, nobody)
    with pytest.raises(UnfitCorpus, match="no passage"):
        place.serving(lacking)
    assert place.shelf.active() is None


def test_to_look_at_what_serves_changes_nothing(place: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(place)
    monkeypatch.setattr(home, "corpus_hash", lambda *_: "another")
    assert place.serving(occasion()).release.number == 1


def test_a_release_takes_up_the_official_texts_that_were_imported(place: Home) -> None:
    read = edition(as_txt())
    place.editions.keep(read)
    content = Content(place.release(TODAY, FOLDER, FILE, nobody))
    citation = Citation.named("criminal-code/1/2/а")
    assert content.edition("criminal-code", "tg") == read
    assert content.official(citation, "en") == (read, read.wordings[citation])
    assert content.official(Citation.named("criminal-code/405"), "tg") is None
    assert content.edition("constitution", "tg") is None


def test_many_who_start_at_once_share_one_release(place: Home) -> None:
    def start(_turn: int) -> int:
        return place.updated(Occasion(TODAY, cited(), lambda: None, nobody)).release.number

    with ThreadPoolExecutor(4) as many:
        try:
            assert set(many.map(start, range(8))) == {1}
        except BuildUnderWay:  # a machine so slow that patience ended: the next start finds the release
            assert opened(place).release.number == 1
    assert place.shelf.numbers() == (1,)


def test_a_flipped_byte_is_served_to_nobody(place: Home) -> None:
    content = opened(place)
    file = content.release.folder / "content/corpus/criminal-code/13.json"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes().replace(b"13", b"31", 1))
    with pytest.raises(TamperedBundle):
        _ = opened(place).corpus[Citation.named("criminal-code/13/1")]
    assert place.shelf.verify(1)


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(ShelfUnwritable):
        opened(Home.within(tmp_path / "data"))


def test_a_folder_that_depends_on_where_one_stands_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisplacedHome):
        Home.of({"DODKHOH_DATA": "data"}, tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(MisplacedHome):
        Home.of({"DODKHOH_DATA": str(tmp_path / "file")}, tmp_path)
    assert Home.of({}, tmp_path).folder == tmp_path / ".local/share/dodkhoh/knowledge"
    assert Home.of({"DODKHOH_DATA": str(tmp_path)}, tmp_path).folder == tmp_path / "knowledge"


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from knowledge.home import Home, Occasion

at = int(sys.argv[2])
def progress(done, of):
    if done == at:
        os.kill(os.getpid(), signal.SIGKILL)
Home.within(Path(sys.argv[1])).updated(Occasion(date(2026, 11, 22), frozenset(), lambda: None, progress))
"""


@pytest.mark.slow
@pytest.mark.parametrize("at", [1, 2, 30])
def test_a_first_start_that_was_killed_leaves_nothing_in_the_way_of_the_next(tmp_path: Path, at: int) -> None:
    killed = subprocess.run(  # noqa: S603  # our own text in our own Python
        [sys.executable, "-c", KILLED, str(tmp_path), str(at)], check=False, capture_output=True
    )
    assert killed.returncode == -9
    place = Home.within(tmp_path)
    assert place.shelf.active() is None
    assert opened(place).release.number == 1
    assert not [path for path in (tmp_path / "knowledge/releases").iterdir() if path.name not in KEPT]


KEPT = {"1", "lock", "active.json"}


def test_the_open_questions_are_part_of_the_release(place: Home) -> None:
    told = json.loads(opened(place).release.read("open-questions.json"))
    assert {each["state"] for each in told} == {"open"}
    assert {key for each in corpus.load().values() for key in each.open_questions} <= {each["id"] for each in told}
