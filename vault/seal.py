"""AES-256-GCM with a fresh 96-bit nonce for every write. The seal also binds table, lane and row: moved, it breaks."""

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vault.events import TamperedRow

FORM = b"1"
NONCE = 12


class Seal:
    """One key of one table."""

    __slots__ = ("_cipher", "_randomness", "_table")

    def __init__(self, table: str, key: bytes, randomness: Callable[[int], bytes]) -> None:
        self._table, self._cipher, self._randomness = table, AESGCM(key), randomness

    def close(self, body: bytes, lane: bytes | None, row: int | None = None, *more: str) -> bytes:
        nonce = self._randomness(NONCE)
        return nonce + self._cipher.encrypt(nonce, body, self._bound(lane, row, more))

    def open(self, sealed: bytes | None, lane: bytes | None, row: int | None = None, *more: str) -> bytes:
        """Raise TamperedRow unless this very body was closed for this very row."""
        nonce, rest = (sealed or b"")[:NONCE], (sealed or b"")[NONCE:]
        try:
            return self._cipher.decrypt(nonce, rest, self._bound(lane, row, more))
        except (InvalidTag, ValueError):
            raise TamperedRow(self._table, lane, row) from None

    def _bound(self, lane: bytes | None, row: int | None, more: tuple[str, ...]) -> bytes:
        texts = (self._table, "" if row is None else str(row), *more)
        return joined(FORM, lane or b"", *(text.encode() for text in texts))


def joined(*parts: bytes) -> bytes:
    """Each part after its length, so that two different lists never read the same."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)
