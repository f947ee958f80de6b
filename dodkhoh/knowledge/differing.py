"""`dodkhoh knowledge diff`: word by word, what a release of the corpus as it is now would change."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher

from dodkhoh.knowledge.checking import parser
from dodkhoh.knowledge.edge import home, opened, refuse, speak_utf_8
from knowledge.citation import Citation
from knowledge.content import Content
from knowledge.corpus import load
from knowledge.editions.edition import Edition
from knowledge.provisions import Entry
from knowledge.sheet import LANGUAGES, UnreadableCorpus


@dataclass(frozen=True, slots=True)
class Change:
    """`words` marks what goes as [-…-] and what comes as {+…+}."""

    citation: str
    language: str
    change: str
    words: str


def run(_call: str, words: list[str]) -> int:
    call_parser = parser("diff", __doc__)
    call_parser.add_argument("--against", type=int, metavar="NUMBER", help="another release than the one that serves")
    call = call_parser.parse_args(words)
    speak_utf_8()
    before = Content(home().shelf.release(call.against)) if call.against else opened()
    try:
        changes = [*changed(before.corpus, load(call.corpus)), *official(before, [*home().editions.all_newest()])]
    except UnreadableCorpus as error:
        return refuse(str(error))
    if call.json:
        sys.stdout.write(json.dumps([asdict(each) for each in changes], ensure_ascii=False, indent=1) + "\n")
    else:
        rows = (f"{each.citation} [{each.language}] {each.change}: {each.words}\n" for each in changes)
        sys.stdout.write("".join(rows) or "nothing would change\n")
    return 0


def changed(before: Mapping[Citation, Entry], after: Mapping[Citation, Entry]) -> Iterator[Change]:
    for citation in sorted(before.keys() | after.keys()):
        for language in LANGUAGES:
            old = before[citation].in_language(language).text if citation in before else ""
            new = after[citation].in_language(language).text if citation in after else ""
            if old != new:
                change = "new" if not old else "gone" if not new else "changed"
                yield Change(str(citation), language, change, marked(old, new))


def official(before: Content, newest: Iterable[Edition]) -> Iterator[Change]:
    """Texts that a release would take up: an act as a whole where it has none in this language yet."""
    for edition in newest:
        act, old = edition.act.name, before.edition(edition.act.name, edition.language)
        if old is None:
            told = f"official text as of {edition.as_of}, {len(edition.wordings)} provisions"
            yield Change(act, edition.language, "new", told)
            continue
        for citation in sorted(old.wordings.keys() | edition.wordings.keys()):
            was, comes = _words(old, citation), _words(edition, citation)
            if was != comes:
                change = "new" if not was else "gone" if not comes else "changed"
                yield Change(str(citation), edition.language, f"official text {change}", marked(was, comes))


def _words(edition: Edition, citation: Citation) -> str:
    wording = edition.wordings.get(citation)
    return f"{wording.title} {wording.text}".strip() if wording else ""


def marked(old: str, new: str) -> str:
    first, second = old.split(), new.split()
    told = []
    for what, begin, end, new_begin, new_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        gone, come = " ".join(first[begin:end]), " ".join(second[new_begin:new_end])
        if what == "equal":
            told.append(gone)
        else:
            told += [f"[-{gone}-]"] * bool(gone) + [f"{{+{come}+}}"] * bool(come)
    return " ".join(told)
