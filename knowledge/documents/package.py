"""A Word file is a zip archive: its sizes are added up before anything is unpacked, and nothing goes to disk."""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from knowledge.documents.document import DocumentRefused, Refusal

MOST_UNPACKED, MOST_RATIO, MOST_ENTRIES = 50_000_000, 100, 10_000
RATIO_FROM = 1_000_000
"""A small part of blanks may pack well; it harms nobody."""
CHUNK = 65_536
NAMED_IN = ("cp437", "utf-8")
"""How an archive writes the names of its parts."""
_MACROS = re.compile(r"(?:^|/)(?:vbaProject\w*\.bin|vbaData\.xml)$", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"(?:^|/)(?:embeddings|activeX|afchunk\w*)/|\.(?:ole|exe|dll|js|vbs|zip|docx?|xlsx?|pdf)$|oleObject", re.IGNORECASE
)


class Package:
    """Parts are found by the names in the archive's own list; no name is ever taken for a path."""

    def __init__(self, content: bytes) -> None:
        """Raise DocumentRefused: UNPACKS_TOO_LARGE, MACROS, EMBEDDED, ENCRYPTED or BROKEN."""
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise DocumentRefused(Refusal.BROKEN, "zip") from None
        self._entries = {entry.filename: entry for entry in self._archive.infolist()}
        _refuse_large(self._archive.infolist())
        if len(self._entries) < len(self._archive.infolist()) or any(map(_leads_astray, self._archive.infolist())):
            raise DocumentRefused(Refusal.BROKEN, "zip")  # of two parts with one name every reader takes another
        self._refuse_live()

    def _refuse_live(self) -> None:
        for name, entry in self._entries.items():
            if _MACROS.search(name):
                raise DocumentRefused(Refusal.MACROS)
            if _EMBEDDED.search(name) and not entry.is_dir():
                raise DocumentRefused(Refusal.EMBEDDED, name.rpartition("/")[2][:100])
            if entry.flag_bits & 1:
                raise DocumentRefused(Refusal.ENCRYPTED)

    def named(self, pattern: str) -> list[str]:
        return [name for name in self._entries if re.fullmatch(pattern, name)]

    def part(self, name: str) -> Iterator[bytes]:
        """Nothing if it is not there. Raise DocumentRefused: BROKEN if its size or its checksum is a lie."""
        entry = self._entries.get(name)
        if entry is None:
            return
        try:
            with self._archive.open(entry) as part:
                while chunk := part.read(CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, zlib.error):
            raise DocumentRefused(Refusal.BROKEN, "zip") from None


def _leads_astray(entry: zipfile.ZipInfo) -> bool:
    """Nothing is unpacked to disk, so no path can do harm; but Word writes no such names and no links."""
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return is_link or entry.filename.startswith("/") or ".." in re.split(r"[/\\]", entry.filename)


def _refuse_large(entries: list[zipfile.ZipInfo]) -> None:
    size, packed = (sum(getattr(entry, name) for entry in entries) for name in ("file_size", "compress_size"))
    if len(entries) > MOST_ENTRIES:
        raise DocumentRefused(Refusal.UNPACKS_TOO_LARGE, str(len(entries)))
    if size > MOST_UNPACKED or size > max(RATIO_FROM, MOST_RATIO * packed):
        raise DocumentRefused(Refusal.UNPACKS_TOO_LARGE, f"{packed} → {size}")
