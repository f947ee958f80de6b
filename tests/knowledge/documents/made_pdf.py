"""PDF files written by hand: every letter is a box, and a table says which sign each code is."""

import hashlib
from collections.abc import Iterable, Sequence

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
SIGNS = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@[]^_`{|}~§«»–—…№°\u00ad\u0304\u0327"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁабвгдежзийклмнопрстуфхцчшщъыьэюяё"
    "ҒӢҚӮҲҶғӣқӯҳҷЌЃЊЉЇЎЅІќѓњљїўѕі"
)
"""A sign's code is its place here, from 1."""
_BOXES = b" ".join(b"/g%d 4 0 R" % code for code in range(256))
_CODES = b" ".join(b"/g%d" % code for code in range(256))


def table_of(signs: str) -> bytes:
    """Which sign each code is, from 1."""
    each = b"".join(
        b"1 beginbfchar <%02x> <%04x> endbfchar\n" % (code, ord(sign)) for code, sign in enumerate(signs, 1)
    )
    head = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
    return head + b"1 begincodespacerange <00> <FF> endcodespacerange\n" + each + b"endcmap end end"


def shown(text: str, x: float, y: float, size: float = 12, before: str = "") -> bytes:
    """One piece of text on a page; `before` sets its colour or way of drawing."""
    codes = bytes(SIGNS.index(sign) + 1 for sign in text).hex()
    return f"BT {before} /F1 {size} Tf {x} {y} Td <{codes}> Tj ET\n".encode()


def page_of(lines: Iterable[str]) -> bytes:
    return b"".join(shown(line, 50, 780 - 16 * number) for number, line in enumerate(lines))


PICTURE = b"q 500 0 0 700 50 50 cm /Im1 Do Q\n"


def pdf(
    pages: Sequence[bytes],
    *,
    signs: str = SIGNS,
    catalog: bytes = b"",
    more: Sequence[bytes] = (),
    passwords: tuple[bytes, bytes] | None = None,
) -> bytes:
    """`passwords`: the reader's and the owner's. Objects of `more` are numbered from 10."""
    key = encrypting = None
    if passwords is not None:
        key, encrypting = _encryption(*passwords)
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        3: b"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0"
        b" /LastChar 255 /Widths [" + b"500 " * 256 + b"] /CharProcs << " + _BOXES + b" >> /Resources << >>"
        b" /Encoding << /Type /Encoding /Differences [0 " + _CODES + b"] >> /ToUnicode 6 0 R >>",
        4: _stream(b"500 0 0 0 500 700 d1 0 0 500 700 re f", 4, key),
        6: _stream(table_of(signs), 6, key),
        7: _stream(
            b"\x00",
            7,
            key,
            b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
        **dict(enumerate(more, 10)),
    }
    first = 10 + len(more)
    for number, page in enumerate(pages):
        where = first + 2 * number
        bodies[where] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 7 0 R >> >> >>" % (where + 1)
        )
        bodies[where + 1] = _stream(page, where + 1, key)
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    bodies[2] = b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(pages)
    if encrypting:
        bodies[8] = encrypting
    return assembled(bodies, b"/Encrypt 8 0 R /ID [<00> <00>]" if encrypting else b"")


def assembled(bodies: dict[int, bytes], trailer: bytes = b"") -> bytes:
    out, where = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, body in sorted(bodies.items()):
        where[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(where.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (max(where) + 1, trailer, start)
    return bytes(out)


def _stream(content: bytes, number: int, key: bytes | None, entries: bytes = b"") -> bytes:
    if key is not None:
        own = hashlib.md5(key + number.to_bytes(3, "little") + bytes(2), usedforsecurity=False).digest()[:10]
        content = _rc4(own, content)
    return b"<< %s /Length %d >>\nstream\n" % (entries, len(content)) + content + b"\nendstream"


def _encryption(reader: bytes, owner: bytes) -> tuple[bytes, bytes]:
    """The standard handler's second revision (RC4, 40 bits), as old programs write it."""
    padded = (reader + PADDING)[:32]
    sealed = _rc4(hashlib.md5((owner + PADDING)[:32], usedforsecurity=False).digest()[:5], padded)
    permitted = (-44).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + sealed + permitted + b"\x00", usedforsecurity=False).digest()[:5]
    entry = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -44 >>"
    return key, entry % (sealed.hex().encode(), _rc4(key, PADDING).hex().encode())


def _rc4(key: bytes, content: bytes) -> bytes:
    state, other = list(range(256)), 0
    for one in range(256):
        other = (other + state[one] + key[one % len(key)]) % 256
        state[one], state[other] = state[other], state[one]
    out, one, other = bytearray(), 0, 0
    for byte in content:
        one = (one + 1) % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        out.append(byte ^ state[(state[one] + state[other]) % 256])
    return bytes(out)
