"""How long the knowledge base takes to be checked, released, opened and imported; each figure beside its target."""

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from dialogs.cited import cited
from knowledge.checks.check import check
from knowledge.corpus import FOLDER, load
from knowledge.home import Home, Occasion
from knowledge.open_questions import FILE
from tests.bench.eligibility import seconds, tell
from tests.knowledge.editions.made import as_pdf

OFFICIAL = Path(__file__).parents[3] / "shared/law/official/criminal-code-tg.pdf"
IMPORT = ("--act", "criminal-code", "--lang", "tg", "--as-of", "2026-05-19", "--source", "https://example.org/act")
TODAY = date(2026, 11, 22)
MEASURE = """
import resource, sys
from dodkhoh.__main__ import main
code = main(sys.argv[1:])
own, child = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(f"{own:.0f} {child:.0f}", file=sys.stderr)
sys.exit(code)
"""


def run() -> None:
    passages = len(load())
    tell(f"check of the whole corpus, {passages} passages", seconds(lambda: check(FOLDER, FILE, cited())), " s", -3)
    with tempfile.TemporaryDirectory() as folder:
        home = Home.within(Path(folder))
        tell("first start: release 1 built, synced, activated", seconds(lambda: _open(home)), " s", -5)
        tell("next start: what the rules cite is read", seconds(lambda: _cited(home)), " s", -0.1)
        small = Path(folder) / "act.pdf"
        small.write_bytes(as_pdf())
        _import(small, "import of two pages", folder, -3)
        if OFFICIAL.exists():
            _import(OFFICIAL, "import of the Criminal Code, 208 pages", folder, -15)


def _open(home: Home) -> None:
    home.updated(Occasion(TODAY, cited(), lambda: None, lambda _done, _of: None))


def _cited(home: Home) -> None:
    corpus = home.updated(Occasion(TODAY, cited(), lambda: None, lambda _done, _of: None)).corpus
    assert all(each in corpus for each in cited())


def _import(file: Path, what: str, data: str, target: float) -> None:
    """Time from call to exit; memory of the parent and of its largest child, which may stand at the same time."""
    call = [sys.executable, "-c", MEASURE, "knowledge", "import", str(file), *IMPORT]
    told: list[str] = []

    def work() -> None:
        environment = {**os.environ, "DODKHOH_DATA": data}
        done = subprocess.run(call, capture_output=True, text=True, check=True, env=environment)  # noqa: S603  # our own
        told.append(done.stderr.splitlines()[-1])

    tell(what, seconds(work), " s", target)
    tell("    memory of parent and child together", sum(map(float, told[0].split())), " MB", -400)
