"""What the child may do is read and answer; whatever becomes of it, the parent goes on."""

import subprocess
import sys
import time

import pytest

from knowledge.documents import sandbox
from knowledge.documents.document import DocumentRefused, Refusal
from knowledge.documents.limits import MOST_MEMORY
from knowledge.documents.read import read_document
from knowledge.documents.sandbox import ROOT, child
from knowledge.documents.wire import GarbledAnswer, answer
from tests.knowledge.documents import made

BEGIN = """
import os, socket, subprocess, sys
sys.path.insert(0, sys.argv[1])
from knowledge.documents.limits import forbid, limit
limit()
forbid()
"""
TRIED = {
    "a file is read": "open('/etc/passwd')",
    "a file is written": "open('/tmp/x', 'w')",
    "a file is made": "os.open('/tmp/x', os.O_CREAT | os.O_WRONLY)",
    "a file is removed": "os.remove('/tmp/x')",
    "a folder is listed": "os.listdir('/')",
    "a program is run": "subprocess.run(['/bin/true'])",
    "a shell is run": "os.system('true')",
    "a process is forked": "os.fork()",
    "it becomes another program": "os.execv('/bin/true', ['true'])",
    "a socket is made": "socket.socket()",
    "a name is looked up": "socket.getaddrinfo('localhost', 80)",
}


@pytest.mark.parametrize("deed", TRIED)
def test_nothing_but_reading_can_be_done(deed: str) -> None:
    code = f"{BEGIN}\ntry: {TRIED[deed]}\nexcept Exception as error: print(type(error).__name__)\nelse: print('done')"
    with child(code, reads=b"") as running:
        assert running.all() == b"Forbidden\n"


def test_memory_has_an_end() -> None:
    with child(f"{BEGIN}\ntry: bytearray({MOST_MEMORY})\nexcept MemoryError: print('no more')", reads=b"") as running:
        assert running.all() == b"no more\n"


def test_nothing_can_be_written_even_without_python() -> None:
    """The limit of the system itself: a file that was open before cannot grow."""
    code = BEGIN.replace("limit()", "file = os.memfd_create('a'); limit()")
    tried = f"{code}\ntry: os.write(file, b'x')\nexcept OSError as error: print(error.strerror)"
    with child(tried, reads=b"") as running:
        assert running.all() == b"File too large\n"


def test_its_environment_holds_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DODKHOH_SECRET", "canary")
    with child("import os; print(sorted(os.environ))", reads=b"") as running:
        assert b"SECRET" not in (said := running.all())
        assert b"'PATH'" in said


def test_its_time_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 0.3)
    start = time.monotonic()
    with pytest.raises(DocumentRefused) as refused, child("import time; time.sleep(60)", reads=b"") as running:
        running.all()
    assert refused.value.why is Refusal.TOO_LONG
    assert time.monotonic() - start < 30


def test_its_children_end_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """They hold the same pipe: it ends only when all of them have ended."""
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 0.3)
    code = "import os, time; os.fork(); os.fork(); time.sleep(60)"
    with pytest.raises(DocumentRefused), child(code, reads=b"") as running:
        running.all()


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_ANSWER", 1_000)
    with pytest.raises(DocumentRefused) as refused, child("while True: print('[' * 10)", reads=b"") as running:
        list(running.lines())
    assert refused.value.why is Refusal.TOO_LONG


def test_a_callers_error_ends_the_child_and_passes() -> None:
    def give_up(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_document(made.good_pdf(), "a.pdf", progress=give_up)


def test_the_parent_loads_no_parser() -> None:
    code = f"import sys; sys.path.insert(0, {ROOT!r}); import knowledge.documents.read; print(*sys.modules)"
    command = [sys.executable, "-I", "-c", code]
    loaded = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()  # noqa: S603 - our own code
    assert {"lxml", "pypdfium2", "pypdfium2_raw", "docx", "pypdf", "zipfile"}.isdisjoint(loaded)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{}",
        b"[]",
        b'["document"]',
        b'["document", "", "exe", 1, [], []]',
        b'["document", "", "pdf", 1, [["a"]], []]',
        b'["document", "", "pdf", 1, [[1, 1, null, null]], []]',
        b'["document", "", "pdf", 1, [["a", 1, 3, null]], []]',
        b'["document", "", "pdf", 1, [], [["new", [], ""]]]',
        b'["refused", "because", ""]',
        b'["wanted", "sh", ["x"]]',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_an_answer_that_the_child_never_gives_is_not_believed(said: bytes) -> None:
    with pytest.raises(GarbledAnswer):
        answer(said)
