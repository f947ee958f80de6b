"""Plays the other program: calls `dodkhoh assess`, in this process or as its own, and keeps what was said."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from dodkhoh.__main__ import main


class Said(NamedTuple):
    code: int
    out: str
    err: str


def coded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


class Caller:
    """In this process."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.folder, self._capsys, self._patch = folder, capsys, patch

    def call(self, *words: str) -> Said:
        try:
            code = main(["assess", *words])
        except SystemExit as stopped:  # argparse leaves this way
            code = int(stopped.code or 0)
        return Said(code, *self._capsys.readouterr())

    def file(self, content: str | bytes, *words: str) -> Said:
        file = self.folder / "facts.json"
        file.write_bytes(coded(content))
        return self.call(*words, str(file))

    def pipe(self, content: str | bytes, *words: str) -> Said:
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(coded(content))))
        return self.call(*words, "-")


def own_process(*words: str, given: bytes = b"", **environment: str) -> Said:
    done = subprocess.run(  # noqa: S603  # the words are the tests' own
        [sys.executable, "-m", "dodkhoh", *words],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=60,
    )
    return Said(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
