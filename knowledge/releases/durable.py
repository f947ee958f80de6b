"""A file is on the disk only after fsync of the file, of its folder, and of the folder that names the folder."""

import errno
import os
import shutil
import stat
from pathlib import Path

READ_ONLY = 0o444
FOLDER = 0o755
UNFINISHED = ".unfinished-"
"""Begins the name of everything that is not yet, or no longer, on the shelf."""


def write(file: Path, content: bytes) -> None:
    """A new file, which nobody may change."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, READ_ONLY)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fchmod(descriptor, READ_ONLY)  # readers may run under another account than the builder, whatever its umask
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(FOLDER)


def write_down(folder: Path) -> None:
    """Its names outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(file: Path, most: int) -> bytes:
    """No more than `most` bytes; a link or a folder is no file."""
    # Without O_NONBLOCK a pipe put in the file's place would hold the reader for ever.
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a file")
        with open(descriptor, "rb", closefd=False) as stream:
            return stream.read(min(most, found.st_size))
    finally:
        os.close(descriptor)


def clear(shelf: Path) -> None:
    """Remove what a crash, a refusal or pruning left."""
    for path in list(shelf.iterdir()):
        if path.name.startswith(UNFINISHED):
            _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
