"""The words of the program with one text made otherwise: what stops the start, and what stops the build."""

import re
from functools import cache
from itertools import islice
from pathlib import Path

from dialogs.draw import draw
from dialogs.fluent_files import MissingWords, read_texts
from dialogs.screen import Language, Text
from dialogs.show import show
from dialogs.words import TEXTS, Words
from knowledge.corpus import Corpus, load
from tests.dialogs import gate
from tests.dialogs.cards import sessions

FEW = 60
"""Every place, question and provision; the thousands of outcomes come after them."""
NOWHERE = {"bot": "none", "hotline": "none"}


@cache
def known() -> Corpus:
    return load()


def start(folder: Path, **changes: str) -> list[str]:
    """What the program says instead of starting. Changes are given by language or for `all`, parted by `;;`."""
    try:
        read(folder, changes)
    except MissingWords as missing:
        return str(missing).split("; ")
    return []


def cards(folder: Path, **changes: str) -> list[str]:
    """It starts; what the tests of the words find when cards are drawn, here those before an outcome."""
    words = read(folder, changes)
    told = []
    for language in Language:
        try:
            drawn = [(show(session).key, draw(show(session), words)) for session in islice(sessions(language), FEW)]
        except MissingWords as missing:
            return [f"cannot be drawn: {missing}"]
        told += [f"{language}: longer than a message: {key}" for key in gate.too_long(drawn)]
        told += [f"{language}: wider than a phone: {label}" for label in sorted(gate.too_wide(drawn))]
        told += [f"{language}: {sign} on the card {key}" for key, sign in gate.strange(drawn).items()]
    return told


def untranslated(folder: Path, **changes: str) -> list[str]:
    read(folder, changes)
    sources = {each: read_texts(folder / each) for each in Language}
    others = [each for each in Language if each is not Language.EN]
    return [f"{each}: in English: {key}" for each in others for key in sorted(gate.untranslated(sources, each))]


def said(folder: Path, key: str, **arguments: str) -> list[str]:
    """A text with arguments that look like placeholders: what is then shown."""
    return [read(folder, {}).say(Text(key, arguments), Language.EN)]


def read(folder: Path, changes: dict[str, str]) -> Words:
    """Raise MissingWords."""
    for each in Language:
        (folder / each).mkdir()
        source = read_texts(TEXTS / each)
        for change in filter(None, ";;".join([changes.get("all", ""), changes.get(each, "")]).split(";;")):
            source = _changed(source, change)
        (folder / each / "all.ftl").write_text(source, encoding="utf-8")
    return Words.load(known(), NOWHERE, folder)


def _changed(source: str, change: str) -> str:
    """`key => key = other words` changes the line that begins with `key `; `[x*40]` is forty times x."""
    change = re.sub(r"\[(.)\*([0-9]+)\]", lambda found: found[1] * int(found[2]), change)
    if change.startswith("+ "):
        return f"{source}\n{change.removeprefix('+ ')}\n"
    begin, _, line = change.partition(" => ")
    lines = source.splitlines(keepends=True)
    (place,) = [number for number, each in enumerate(lines) if each.startswith(f"{begin} ")]
    lines[place] = f"{line}\n" if line else ""
    return "".join(lines)
