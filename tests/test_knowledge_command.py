"""`dodkhoh knowledge …` as an editor uses it: import, show, check, diff, release, activate, roll back, verify."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dodkhoh.__main__ import main
from dodkhoh.knowledge import checking, importing, releasing
from knowledge.corpus import FOLDER
from tests.knowledge.editions.made import ACT, LAST, as_pdf, as_txt

TODAY = date(2026, 12, 1)
ORIGIN = ("--act", "criminal-code", "--lang", "tg", "--as-of", "2026-05-19", "--source", "https://example.org/act")


class Desk:
    """An editor's terminal: what was said, and with which exit code."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys, self.folder = capsys, folder
        self.code, self.out, self.err = 0, "", ""

    def say(self, *words: str) -> str:
        try:
            self.code = main(["knowledge", *words])
        except SystemExit as ended:
            self.code = int(ended.code or 0)
        self.out, self.err = self._capsys.readouterr()
        return self.out

    def ask(self, *words: str) -> Any:
        return json.loads(self.say(*words, "--json"))

    def file(self, name: str, content: bytes) -> str:
        path = self.folder / name
        path.write_bytes(content)
        return str(path)

    def corpus(self) -> Path:
        copy = self.folder / "corpus"
        shutil.copytree(FOLDER, copy)
        return copy


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("DODKHOH_DATA", str(tmp_path / "data"))
    for call in (checking, importing, releasing):
        monkeypatch.setattr(call, "today", lambda: TODAY)
    return Desk(capsys, tmp_path)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_import_reports_what_it_recognised_and_shows_it_at_once(desk: Desk) -> None:
    told = desk.ask("import", desk.file("act.pdf", as_pdf()), *ORIGIN)
    counted = {"articles": 3, "with_suffix": 1, "sections": 1, "chapters": 1, "notes": 1, "amendments": 1}
    assert {name: told[name] for name in counted} == counted
    assert (told["doubtful"], told["kept"], told["language"], told["pages"]) == ([], "new", "tg", 2)
    assert "pages [##############################] 2/2" in desk.err
    shown = desk.ask("show", "criminal-code/1/1", "--official")
    assert shown["text"] == "Ин намуна барои санҷиши барнома навишта шудааст ва қонун нест."
    assert shown["amendments"] == [{"date": "2021-03-02", "law": "1001"}]
    assert (shown["form"], shown["as_of"], shown["page"]) == ("official", "2026-05-19", 1)
    assert desk.ask("import", desk.file("again.txt", as_txt()), *ORIGIN)["kept"] == "already-there"


def test_import_says_what_is_doubtful(desk: Desk) -> None:
    lines = tuple(line.replace("Моддаи 1(1).", "Моддаи 11.") for line in ACT)
    told = desk.ask("import", desk.file("act.txt", as_txt(lines)), *ORIGIN)
    doubtful = {"citation": "criminal-code/11", "why": "flattened number", "page": 1, "proposal": "criminal-code/1-1"}
    assert told["doubtful"] == [doubtful]
    assert "doubtful: criminal-code/11, page 1: flattened number, proposed: criminal-code/1-1" in desk.say(
        "import", desk.file("b.txt", as_txt((*lines, *LAST))), *ORIGIN
    )
    placed = ("--accept", "flattened-numbers", "--accept", "fewer-articles")
    agreed = desk.ask("import", desk.file("c.txt", as_txt(lines)), *ORIGIN, *placed)
    assert agreed["with_suffix"] == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "broken"), (b"%PDF-1.7", "broken"), (as_txt(ACT[:2]), "no-articles")],
)
def test_a_refused_document_leaves_nothing_behind(desk: Desk, content: bytes, why: str) -> None:
    desk.say("import", desk.file("act.pdf" if content.startswith(b"%") else "act.txt", content), *ORIGIN)
    assert (desk.code, desk.out) == (65, "")
    assert why in desk.err
    assert not [*desk.folder.rglob("official/*/*")]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--as-of", "19.05.2026"),
        ("--as-of", "2026-02-30"),
        ("--as-of", "2999-01-01"),
        ("--as-of", "1990-01-01"),
        ("--as-of", "20260519"),
        ("--as-of", "2026-W20-2"),
        ("--act", "criminal"),
        ("--lang", "uz"),
        ("--source", "mmih.tj"),
        ("--source", "https://a b"),
        ("--source", "https://"),
        ("--accept", "everything"),
    ],
)
def test_a_wrong_call_is_told_before_anything_is_read(desk: Desk, wrong: tuple[str, str]) -> None:
    desk.say("import", desk.file("act.txt", as_txt()), *ORIGIN, *wrong)
    assert desk.code == 2
    assert wrong[0] in desk.err


def test_what_is_no_file_is_said_so(desk: Desk) -> None:
    os.mkfifo(desk.folder / "pipe.pdf")
    for name in ("none.pdf", "pipe.pdf", "."):
        desk.say("import", str(desk.folder / name), *ORIGIN)
        assert desk.code == 2
        assert "there is no such file" in desk.err


def test_an_edition_with_fewer_articles_does_not_hide_the_others(desk: Desk) -> None:
    desk.say("import", desk.file("act.txt", as_txt()), *ORIGIN)
    later = (*ORIGIN, "--as-of", "2026-06-01")
    desk.say("import", desk.file("short.txt", as_txt(ACT[-2:])), *later)
    assert desk.code == 65
    assert "fewer-articles: 1, before 3" in desk.err
    assert desk.ask("show", "criminal-code/1/1", "--official")["as_of"] == "2026-05-19"
    assert desk.ask("import", str(desk.folder / "short.txt"), *later, "--accept", "fewer-articles")["kept"] == "new"


def test_words_that_were_changed_after_the_import_are_shown_to_nobody(desk: Desk) -> None:
    desk.say("import", desk.file("act.txt", as_txt()), *ORIGIN)
    kept = next((desk.folder / "data").rglob("official/*/*/2026*.json"))
    kept.chmod(0o644)
    change(kept, "қонун нест", "қонун аст")
    desk.say("show", "criminal-code/1/1", "--official")
    assert (desk.code, desk.out) == (1, "")
    assert "not as it was kept" in desk.err
    desk.say("release")
    assert (desk.code, desk.out) == (1, "")


def test_diff_tells_of_official_texts_too(desk: Desk) -> None:
    desk.say("import", desk.file("act.txt", as_txt()), *ORIGIN)
    (whole,) = desk.ask("diff")
    assert (whole["citation"], whole["change"]) == ("criminal-code", "new")
    desk.say("release")
    desk.say("activate", "2")
    assert desk.say("diff") == "nothing would change\n"
    desk.say("import", desk.file("more.txt", as_txt((*ACT, *LAST))), *ORIGIN)
    assert {(each["citation"], each["change"]) for each in desk.ask("diff")} == {
        ("criminal-code/3", "official text new"),
        ("criminal-code/3/1", "official text new"),
    }


def test_a_reader_who_leaves_is_no_error(desk: Desk) -> None:
    desk.say("list")
    command = f"{sys.executable} -m dodkhoh knowledge show guide/fraud --json | true"
    left = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602  # our own words
    assert "Traceback" not in left.stderr


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_show_prints_our_digest_in_each_language(desk: Desk, language: str) -> None:
    told = desk.ask("show", "criminal-code/179-3/note", "--lang", language)
    assert (told["form"], told["kind"], told["release"], told["language"]) == ("digest", "law", 1, language)
    assert "2169" in told["text"]
    assert told["open_questions"]
    assert told["text"] in desk.say("show", "criminal-code/179-3/note", "--lang", language)


@pytest.mark.parametrize(
    ("written", "citation"),
    [
        ("м.179(3) қ.2", "criminal-code/179-3/2"),
        ("ч. 1 ст. 307(1)", "criminal-code/307-1/1"),
        ("guide/fraud", "guide/fraud"),
    ],
)
def test_show_reads_citations_as_people_write_them(desk: Desk, written: str, citation: str) -> None:
    assert desk.ask("show", written)["citation"] == citation


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("307 2", "criminal-code/307/2 or criminal-code/307-2"),
        ("criminal-code/999", "is not known here"),
        ("ст. 27 УПК", "not in the knowledge base"),
        ("лайк", "no article is named"),
    ],
)
def test_show_never_guesses(desk: Desk, written: str, told: str) -> None:
    desk.say("show", written)
    assert (desk.code, desk.out) == (2, "")
    assert told in desk.err


def test_check_finds_nothing_in_the_programs_own_corpus(desk: Desk) -> None:
    assert desk.say("check") == "nothing stops a release\n"
    assert desk.code == 0


def test_a_problem_stops_the_release_and_is_named_with_its_file(desk: Desk) -> None:
    corpus = desk.corpus()
    change(corpus / "criminal-code/13/ru.md", "№ 574", "№ 575")
    told = desk.ask("check", "--corpus", str(corpus))
    assert desk.code == 1
    assert [(Path(each["file"]).name, each["what"]) for each in told] == [("ru.md", "numbers differ")]
    desk.say("release", "--corpus", str(corpus))
    assert (desk.code, desk.out) == (1, "")
    assert "no release was made: 1 problems" in desk.err
    assert desk.ask("list") == []


def test_from_a_change_to_a_release_and_back(desk: Desk) -> None:
    desk.say("show", "guide/fraud")
    corpus = desk.corpus()
    for language, added in {"tg": "Санҷиш.", "ru": "Проверка.", "en": "Checked."}.items():
        path = corpus / f"guide/fraud/{language}.md"
        change(path, 'checked_on: "2026-11-22"', 'checked_on: "2026-11-23"')
        path.write_text(path.read_text("utf-8") + added + "\n", "utf-8")
    changes = desk.ask("diff", "--corpus", str(corpus))
    assert {(each["language"], each["change"]) for each in changes} == {(x, "changed") for x in ("tg", "ru", "en")}
    assert any("{+Checked.+}" in each["words"] for each in changes)
    made = desk.ask("release", "--corpus", str(corpus))
    assert (made["release"], made["active"]) == (2, False)
    assert desk.ask("activate", "2")["active"] is True
    assert desk.say("diff", "--corpus", str(corpus)) == "nothing would change\n"
    assert [(each["release"], each["active"]) for each in sorted(desk.ask("list"), key=lambda row: row["release"])] == [
        (1, False),
        (2, True),
    ]
    assert desk.ask("rollback")["release"] == 1
    desk.say("rollback")
    assert desk.code == 1


def test_verify_finds_a_flipped_byte(desk: Desk) -> None:
    desk.say("show", "guide/fraud")
    assert desk.say("verify") == "1 releases are as they were made\n"
    file = next((desk.folder / "data").rglob("content/corpus/guide/fraud.json"))
    file.chmod(0o644)
    content = bytearray(file.read_bytes())
    content[100] ^= 1
    file.write_bytes(content)
    assert [each["release"] for each in desk.ask("verify")] == [1]
    assert desk.code == 1
    desk.say("show", "guide/fraud")
    assert desk.code == 1
    assert "Traceback" not in desk.err


def test_a_release_that_does_not_exist_is_not_activated(desk: Desk) -> None:
    desk.say("activate", "7")
    assert (desk.code, desk.out) == (1, "")


def test_the_calls_are_listed(desk: Desk) -> None:
    assert "rollback" in desk.say("--help")
    assert desk.code == 0
    desk.say("publish")
    assert desk.code == 2
    assert "usage" in desk.err
