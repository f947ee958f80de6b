"""Exact times lie inside the seal, before the body. In clear stands only the hour: a seized disk tells no minute."""

from struct import Struct

WAIT = Struct(">d")
DUE = Struct(">dd")


def with_times(form: Struct, body: bytes, *times: float) -> bytes:
    return form.pack(*times) + body


def parted(form: Struct, opened: bytes) -> tuple[tuple[float, ...], bytes]:
    return form.unpack(opened[: form.size]), opened[form.size :]
