"""Formats that are known by their first bytes and not opened: their names, for a sentence."""

from typing import Final

# Pillow reads several of these, with decoders that a stranger's bytes should not meet.
STARTS: Final = (
    (b"II*\x00\x10\x00\x00\x00CR", "RAW"), (b"FUJIFILMCCD-RAW", "RAW"), (b"IIRO", "RAW"),
    (b"IIU\x00", "RAW"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"BM", "BMP"),
    (b"8BPS", "PSD"), (b"\xff\x0a", "JPEG XL"), (b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
)  # fmt: skip
BRANDS: Final = {b"avif": "AVIF", b"avis": "AVIF", b"crx ": "RAW"}


def closed_format(data: bytes) -> str | None:
    """The name of a picture format that is not opened here; None for anything else."""
    if data[4:8] == b"ftyp":
        return BRANDS.get(data[8:12])
    return next((name for start, name in STARTS if data.startswith(start)), None)
