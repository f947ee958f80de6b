"""A bar for a terminal; where nobody watches, its last state as one line."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

_WIDTH = 30


class Bar(AbstractContextManager["Bar"]):
    """Call it with what is done and what there is to do. `live`: a person watches."""

    def __init__(self, of: str, write: Callable[[str], object], *, live: bool) -> None:
        self._of, self._write, self._live = of, write, live
        self._shown = ""

    def __call__(self, done: int, total: int) -> None:
        full = _WIDTH * done // max(total, 1)
        self._shown = f"{self._of} [{'#' * full}{'.' * (_WIDTH - full)}] {done}/{total}"
        if self._live:
            self._write(f"\r{self._shown}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._write("\n" if self._live else f"{self._shown}\n")
