"""The n-th change that a process makes to the disk is its last, or is refused, as by a kill -9 or a full disk."""

import errno
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest

CHANGES = ("open", "write", "fsync", "fchmod", "chmod", "mkdir", "rename", "replace", "unlink", "rmdir")
NEED_SPACE = ("open", "write", "fsync", "mkdir", "rename", "replace")


def in_a_child(work: Callable[[], object]) -> int:
    """Its exit code, or the negative number of the signal that ended it."""
    return ended(begun(work))


def begun(work: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - whatever it was, the child must not go on as a second pytest
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child


@contextmanager
def running(*works: Callable[[], object]) -> Iterator[Callable[[], list[int]]]:
    """Calling what is yielded waits for their exit codes. None of them outlives the test."""
    children = [begun(work) for work in works]

    def wait() -> list[int]:
        return [ended(children.pop(0)) for _ in works]

    try:
        yield wait
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
            ended(child)


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_after(change: int) -> None:
    """Only ever in a child. A write is cut in half."""
    numbered = count(1)

    def changed(name: str, real: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]) -> Any:
        is_last = next(numbered) == change
        result = _half(real, args) if is_last and name == "write" else real(*args, **named)
        if is_last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    for name in CHANGES:
        setattr(os, name, _watched(name, changed))


def fill_up_at(change: int, *, for_good: bool, patch: pytest.MonkeyPatch) -> None:
    """For good: everything after it that needs space is refused too, which a file in another's place does not.

    A write is cut in half.
    """
    numbered = count(1)

    def changed(name: str, real: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]) -> Any:
        number = next(numbered)
        if number < change or (number > change and (name == "replace" or not for_good)):
            return real(*args, **named)
        if name == "write" and number == change:
            _half(real, args)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for name in NEED_SPACE:
        patch.setattr(os, name, _watched(name, changed))


def _half(write: Callable[..., Any], args: tuple[Any, ...]) -> Any:
    descriptor, content = args
    return write(descriptor, content[: len(content) // 2])


def _watched(name: str, changed: Callable[..., Any]) -> Callable[..., Any]:
    real = getattr(os, name)

    def call(*args: Any, **named: Any) -> Any:
        only_looks = name == "open" and not args[1] & os.O_CREAT
        return real(*args, **named) if only_looks else changed(name, real, args, named)

    return call
