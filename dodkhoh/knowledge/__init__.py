"""`dodkhoh knowledge …`: the knowledge base for editors and for scripts."""

import sys
from importlib import import_module

from dodkhoh.knowledge.edge import EXIT_BUSY, EXIT_FULL, EXIT_PROBLEMS, EXIT_SETTINGS, refuse
from knowledge.corpus_json import UnreadableRelease
from knowledge.editions.wire import UnreadableEdition
from knowledge.home import MisplacedHome, UnfitCorpus
from knowledge.releases.events import BuildUnderWay, ShelfFailed, ShelfUnwritable
from knowledge.sheet import UnreadableCorpus

CALLS = {
    "import": ("importing", "read an official text from a document and keep it for the next release"),
    "show": ("showing", "print one provision, report or guide"),
    "check": ("checking", "find everything that stops a release"),
    "diff": ("differing", "tell what a release of the corpus as it is now would change"),
    "release": ("releasing", "build a release, checked first; it is not active yet"),
    "activate": ("releasing", "let a release serve"),
    "rollback": ("releasing", "let the release serve that was active before"),
    "list": ("releasing", "list the releases"),
    "verify": ("releasing", "compare every byte of a release with what was made"),
}


def run(words: list[str]) -> int:
    """Return 0; 1 where problems were found; 2 for a wrong call; 65 for a document that is refused; 73 for a full disk;
    75 where another process is at work.
    """
    if not words or words[0] not in CALLS:
        width = max(map(len, CALLS)) + 2
        told = "".join(f"  {name:<{width}}{summary}\n" for name, (_, summary) in CALLS.items())
        asked = bool(words) and words[0] in {"-h", "--help"}
        (sys.stdout if asked else sys.stderr).write(f"usage: dodkhoh knowledge CALL …\n\n{told}")
        return 0 if asked else 2
    module, _ = CALLS[words[0]]
    try:
        return int(import_module(f"dodkhoh.knowledge.{module}").run(words[0], words[1:]))
    except MisplacedHome as misplaced:
        return refuse(str(misplaced), EXIT_SETTINGS)
    except BuildUnderWay as busy:
        return refuse(str(busy), EXIT_BUSY)
    except ShelfUnwritable as full:
        return refuse(f"nothing was changed: {full}", EXIT_FULL)
    except (ShelfFailed, UnreadableRelease, UnreadableEdition, UnreadableCorpus, UnfitCorpus) as failed:
        return refuse(str(failed), EXIT_PROBLEMS)
