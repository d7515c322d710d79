"""GIF without metadata: comments and applications go, frames and their loop stay."""

from collections.abc import Iterator

EXTENSION, FRAME, END = 0x21, 0x2C, 0x3B
GRAPHIC_CONTROL, APPLICATION = 0xF9, 0xFF
FRAME_HEADER = 10  # bytes; no block after which a frame comes is nearer to the end
LOOP = b"\x0bNETSCAPE2.0"
TABLE_FOLLOWS, TABLE_POWER = 0x80, 0x07  # bits of a flags byte


def strip(data: bytes, _orientation: int) -> bytes:
    """A GIF has no orientation; a cut one keeps its whole frames. Raises ValueError for none."""
    start = 13 + _table_bytes(data[10])
    kept = list(_kept(data, start))
    if not any(block[0] == FRAME for block in kept):
        raise ValueError("not one whole frame")
    return data[:start] + b"".join(kept) + b";"


def _kept(data: bytes, at: int) -> Iterator[bytes]:
    while at + FRAME_HEADER < len(data) and data[at] != END:
        if data[at] not in {EXTENSION, FRAME}:
            at += 1  # junk between blocks, which decoders skip too
            continue
        inside = at + 11 + _table_bytes(data[at + 9]) if data[at] == FRAME else at + 2
        end = _blocks_end(data, inside)
        if end is None:
            return
        if data[at] == FRAME or _draws(data, at):
            yield data[at:end]
        at = end


def _draws(data: bytes, at: int) -> bool:
    kind = data[at + 1]
    return kind == GRAPHIC_CONTROL or (kind == APPLICATION and data.startswith(LOOP, at + 2))


def _table_bytes(flags: int) -> int:
    return 3 << ((flags & TABLE_POWER) + 1) if flags & TABLE_FOLLOWS else 0


def _blocks_end(data: bytes, at: int) -> int | None:
    """None where the data end before the blocks do."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1 if at < len(data) else None
