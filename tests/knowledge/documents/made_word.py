"""Word files written by hand: a DOCX as a zip archive of XML, a DOC as the smallest compound file that catdoc reads."""

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    return f"<w:p><w:pPr>{style}</w:pPr>{''.join(runs)}</w:p>"


def raised(text: str) -> str:
    return run(text, '<w:vertAlign w:val="superscript"/>')


def part(name: str, inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMES}>{inside}</w:{name}>'.encode()


def links(*targets: tuple[str, str, bool]) -> bytes:
    """Each: the kind, where it leads, whether that is outside the file."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    each = ""
    for number, (kind, target, is_outside) in enumerate(targets):
        mode = ' TargetMode="External"' if is_outside else ""
        each += f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{space}">{each}</Relationships>'.encode()


def docx(body: str = "", parts: Mapping[str, bytes] | None = None, *, kind: str = MAIN) -> bytes:
    types = (
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    return packed(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": links(("officeDocument", "word/document.xml", False)),
            "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
            **(parts or {}),
        }
    )


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


SECTOR, END, FREE, OF_FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
TEXT_BEGINS = 0x600
WHOLE_SECTORS = 8
"""Streams below 4,096 bytes lie in sectors of their own kind, so this one is never shorter."""


def doc(lines: Iterable[str], *, flags: int = 0x1000, more_names: Iterable[str] = ()) -> bytes:
    """A stream with Word's head and text of two bytes a sign. `flags` are those of the head."""
    text = "".join(f"{line}\r" for line in lines).encode("utf-16-le")
    head = bytearray(TEXT_BEGINS)
    struct.pack_into("<HHH", head, 0, 0xA5EC, 0x00C1, 0)
    struct.pack_into("<H", head, 10, flags)
    struct.pack_into("<II", head, 24, TEXT_BEGINS, TEXT_BEGINS + len(text))
    return compound({"WordDocument": bytes(head) + text, **dict.fromkeys(more_names, b"")})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file (OLE): a table of sectors, a folder, and the streams one after another."""
    fat, body, entries = [OF_FAT, END], b"", [_entry("Root Entry", 5, (END, 0), child=1)]
    for number, (name, content) in enumerate(streams.items(), 2):
        sectors = max(-(-len(content) // SECTOR), WHOLE_SECTORS)
        start = len(fat)
        fat += [*range(start + 1, start + sectors), END]
        body += content.ljust(sectors * SECTOR, b"\x00")
        next_one = number if number <= len(streams) else FREE
        entries.append(_entry(name, 2, (start, sectors * SECTOR), right=next_one))
    entries += [bytes(128)] * (4 - len(entries))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<I", 0)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    return head.ljust(SECTOR, b"\xff") + table + b"".join(entries) + body


def _entry(name: str, kind: int, place: tuple[int, int], *, child: int = FREE, right: int = FREE) -> bytes:
    called = (name + "\x00").encode("utf-16-le")
    head = called.ljust(64, b"\x00") + struct.pack("<HBBIII", len(called), kind, 1, FREE, right, child)
    return head + bytes(36) + struct.pack("<III", *place, 0)
