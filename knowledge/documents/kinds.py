"""The first bytes of a file say what it is; its name only says what somebody called it."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from knowledge.documents.document import DocumentRefused, Kind, Refusal

BY_SUFFIX = {
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".doc": Kind.DOC,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".txt": Kind.TXT,
}
WITH_MACROS = frozenset({".docm", ".dotm"})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"{\\rtf": "rtf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"MZ": "exe",
    b"\x7fELF": "elf",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"%!PS": "ps",
    b"AT&TFORM": "djvu",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|h[1-6]|span|font|style|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}


def recognise(content: bytes, name: str) -> Kind:
    """Raise DocumentRefused: BROKEN if the bytes are nothing known, NOT_WHAT_IT_SAYS if they are something else."""
    suffix = PurePosixPath(name.strip().casefold()).suffix
    found = _found(content)
    if suffix in WITH_MACROS:
        raise DocumentRefused(Refusal.MACROS, suffix)
    if found is None:
        raise DocumentRefused(Refusal.BROKEN)
    if found != BY_SUFFIX.get(suffix) or not isinstance(found, Kind):
        raise DocumentRefused(Refusal.NOT_WHAT_IT_SAYS, str(found))
    return found


def _found(content: bytes) -> Kind | str | None:
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(content)
    if content.startswith(OLE):
        return _compound(content)
    for first, called in _OTHERS.items():
        if content.startswith(first):
            return called
    return _text(content)


def _packed(content: bytes) -> Kind | str | None:
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return None
    folders = {name.partition("/")[0] for name in names if "/" in name}
    return Kind.DOCX if "word" in folders else next((kind for kind in ("xl", "ppt") if kind in folders), "zip")


def _compound(content: bytes) -> Kind | str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise DocumentRefused(Refusal.ENCRYPTED)
    return Kind.DOC if "WordDocument".encode("utf-16-le") in content else "ole"


def _text(content: bytes) -> Kind | None:
    start = next(
        (content[:8192].decode(code, "ignore").encode() for bom, code in _BOMS.items() if content.startswith(bom)), b""
    )
    start = start.removeprefix("\ufeff".encode()) or content[:65536]
    if not content.strip() or _BINARY.search(start):
        return None
    return Kind.HTML if _HTML.match(start) else Kind.TXT
