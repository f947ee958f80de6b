"""Two keys in one file: whoever holds the file and the database reads both, whoever holds one of them reads neither."""

import base64
import hmac
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vault import key_file
from vault.events import UnusableKeys
from vault.seal import joined

__all__ = ["Keys", "Purpose", "UnusableKeys"]

SIZE = 32
KEK, K_ID = "kek", "k_id"


class Purpose(StrEnum):
    """What a key derived from the key-encryption key is for. Each table has its own: none opens another's rows."""

    SESSION = "session"
    INBOX = "inbox"
    OUTBOX = "outbox"
    SWEEP = "sweep"


class Keys:
    """Never printed. `check` lets a database know its keys again and gives nothing of them away."""

    __slots__ = ("_derived", "_k_id", "check")

    def __init__(self, kek: bytes, k_id: bytes) -> None:
        self._k_id = k_id
        self._derived = {purpose: _derive(kek, purpose) for purpose in Purpose}
        self.check = _derive(kek + k_id, "check")

    def __repr__(self) -> str:
        return "Keys(…)"

    @classmethod
    def load_or_create(cls, path: Path, randomness: Callable[[int], bytes]) -> Self:
        """Make the file on the first run; raise UnusableKeys with every problem that the file has."""
        fresh = "".join(f"{name} = {base64.b64encode(randomness(SIZE)).decode()}\n" for name in (KEK, K_ID))
        text, problems = key_file.read_or_create(path, fresh)
        found = _parsed(text, problems)
        problems += [f"{name} is missing" for name in (KEK, K_ID) if text and name not in found]
        if found.get(KEK) and found[KEK] == found.get(K_ID):
            problems.append(f"{KEK} and {K_ID} are the same key")
        if problems:
            raise UnusableKeys(*(f"{path}: {problem}" for problem in problems))
        return cls(found[KEK], found[K_ID])

    def of(self, purpose: Purpose) -> bytes:
        return self._derived[purpose]

    def lane(self, channel: str, chat: str) -> bytes:
        """A plain hash of a chat id is none: all ids can be tried in an hour. This one needs the key."""
        return hmac.digest(self._k_id, joined(channel.encode(), chat.encode()), "sha256")


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), SIZE, salt=None, info=b"dodkhoh/vault/1/" + purpose.encode()).derive(key)


def _parsed(text: str, problems: list[str]) -> dict[str, bytes]:
    """The keys found. What is wrong is added to `problems` by name or line number only: a line may be a key."""
    found: dict[str, bytes] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        name, _, value = (part.strip() for part in line.partition("="))
        if name not in {KEK, K_ID}:
            problems.append(f"line {number} is neither `{KEK} = …` nor `{K_ID} = …`")
        elif name in found:
            problems.append(f"{name} is given twice")
        else:
            found[name] = _decoded(name, value, problems)
    return found


def _decoded(name: str, value: str, problems: list[str]) -> bytes:
    try:
        key = base64.b64decode(value, validate=True)
    except ValueError:
        problems.append(f"{name} is not base64")
        return b""
    if len(key) != SIZE:
        problems.append(f"{name} is {len(key)} bytes long, not {SIZE}")
    return key
