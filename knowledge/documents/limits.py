"""What a child takes from itself before it sees a byte: memory, time, files, other programs and the network."""

import ctypes
import os
import resource
import sys

MOST_MEMORY = 400_000_000
MOST_CPU_SECONDS = 60
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _SIGKILL = 1, 38, 9
_FORBIDDEN = ("socket.", "subprocess.", "os.", "shutil.", "tempfile.", "pty.", "ftplib.", "urllib.", "webbrowser.")
_FORBIDDEN_EXACTLY = frozenset({"open", "ctypes.dlopen"})


class Forbidden(RuntimeError):
    """The document made its reader reach for a file, a program or the network; the reading ends there."""


def limit() -> None:
    """Not to be undone: the hard limits too are lowered. A network of its own holds nothing, not even loopback."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        system.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
        system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)  # may be forbidden here; `forbid` does not depend on it


def forbid() -> None:
    """No file, program or socket is opened from here on. Everything that reading needs must be loaded before."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event in _FORBIDDEN_EXACTLY or event.startswith(_FORBIDDEN):
        raise Forbidden(event)


def become(program: str, *arguments: str) -> None:
    """Turn into another program that reads from a pipe, under the same limits."""
    limit()
    os.execv(program, [program, *arguments])  # noqa: S606 - no shell on purpose; the path is one of ours
