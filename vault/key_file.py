"""The key file belongs to its owner alone: anyone else who could read it may have read it already."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vault.events import UnusableKeys

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
OTHERS = 0o077
LARGEST = 4096


def read_or_create(path: Path, fresh: str) -> tuple[str, list[str]]:
    """The text and what is wrong with the file; a file that is not there is made with `fresh`."""
    if not os.path.lexists(path):
        _create(path, fresh)
    return _read(path)


def _create(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with suppress(FileExistsError):  # another process was first: its keys count
            _write(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE_FILE), text)
            _write_down_the_name(path.parent)
    except OSError as error:
        raise UnusableKeys(f"{path}: cannot be made: {error.strerror}") from None


def _write(descriptor: int, text: str) -> None:
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(descriptor)


def _write_down_the_name(folder: Path) -> None:
    """Without this, power loss can leave a database without the file of its keys."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(path: Path) -> tuple[str, list[str]]:
    try:
        # Without O_NONBLOCK a pipe put in the file's place would hold the start for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        reason = "is a symbolic link" if error.errno == errno.ELOOP else f"cannot be read: {error.strerror}"
        raise UnusableKeys(f"{path}: {reason}") from None
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise UnusableKeys(f"{path}: is not a file")
        content = os.read(descriptor, LARGEST)
    finally:
        os.close(descriptor)
    return content.decode("ascii", errors="replace"), list(_problems(mode, content))


def _problems(mode: int, content: bytes) -> Iterator[str]:
    if mode & OTHERS:
        yield f"others than its owner can read or write it (mode {stat.S_IMODE(mode):04o}); make new keys, or chmod 600"
    if not content:
        yield "is empty: the first start was cut off before a key was used; remove the file and start again"
