"""What is attached to ledger events in the made-up court: a picture of a certificate, a note of a talk."""

from __future__ import annotations

import struct
import zlib

WIDTH, HEIGHT, FRAME = 240, 160, 8
_RED, _GOLD, _PAPER = b"\xb0\x1e\x23", b"\xd9\xa4\x41", b"\xff\xf6\xe6"


def certificate_picture() -> bytes:
    """A red frame with a golden seal, as PNG; the same bytes every time."""
    rows = b"".join(b"\x00" + b"".join(_colour(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def talk_note(name: str, day: str, subject: str) -> bytes:
    """The note of a talk, as plain text."""
    lines = (
        "谈话记录（示例，人和事都是编的）",
        f"时间：{day}",
        f"谈话对象：{name}",
        f"事由：{subject}",
        "谈话人：督察室两名工作人员",
        "本人对记录核对无误。",
    )
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _colour(x: int, y: int) -> bytes:
    if min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y) < FRAME:
        return _RED
    if (x - WIDTH // 2) ** 2 + (y - HEIGHT // 2) ** 2 < (HEIGHT // 5) ** 2:
        return _GOLD
    return _PAPER


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
