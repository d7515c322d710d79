"""Pictures for the laws of bot.pixels, made by code; every said thing is a canary."""

import io
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np
from PIL import Image, ImageCms, PngImagePlugin

from bot.pixels.header import Format, picture

CANARY = b"CANARY-of-a-person"
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def drawing(width: int = 61, height: int = 43, mode: str = "RGB") -> Image.Image:
    """No symmetry anywhere, so that a wrong turn shows."""
    y, x = np.mgrid[0:height, 0:width]
    rgb = np.stack(
        [x * 255 // width, y * 255 // height, 127 + 120 * np.sin(x / 9 + y / 17)], axis=-1
    )
    rgb[: height // 3, : width // 3] = (250, 20, 20)
    return Image.fromarray(rgb.astype(np.uint8)).convert(mode)


def exif_block(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = CANARY.decode()
    exif[0x013B] = CANARY.decode()
    exif.get_ifd(0x8825)[29] = CANARY.decode()
    return exif.tobytes()


def said(known: Format, orientation: int = 1, *, icc: bool = True) -> Mapping[str, Any]:
    """Options of `save` that put a canary wherever the format has a place for one."""
    options: dict[str, Any] = {"exif": exif_block(orientation)}
    if icc and known is not Format.GIF:
        options["icc_profile"] = SRGB
    if known in {Format.JPEG, Format.GIF}:
        options["comment"] = CANARY
    if known in {Format.JPEG, Format.WEBP}:
        options["xmp"] = b"<x:xmpmeta>" + CANARY + b"</x:xmpmeta>"
    if known is Format.PNG:
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", CANARY.decode())
        text.add_text("Comment", CANARY.decode(), zip=True)
        text.add_itxt("XML:com.adobe.xmp", CANARY.decode())
        options["pnginfo"] = text
    return options


def saved(image: Image.Image, known: Format, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, known.value, **options)
    return out.getvalue()


def jpeg_that_tells_all(orientation: int = 1) -> bytes:
    """A canary in every APP segment and comment, between scans, and after the end."""
    plain = saved(
        drawing(), Format.JPEG, progressive=True, icc_profile=SRGB, exif=exif_block(orientation)
    )
    told = b"".join(_segment(marker, CANARY) for marker in (*range(0xE1, 0xF0), 0xFE))
    jfif = _segment(0xE0, b"JFXX\0\x10" + CANARY)
    second_scan = plain.index(b"\xff\xda", plain.index(b"\xff\xda") + 2)
    return (
        plain[:20] + jfif + told
        + plain[20:second_scan] + _segment(0xFE, CANARY) + plain[second_scan:]
        + b"MPF\0" + plain + CANARY
    )  # fmt: skip


def _segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def decoded(data: bytes) -> np.ndarray[Any, Any]:
    """Every frame as it draws, to the last bit."""
    found = picture(data)
    frames = []
    for index in range(getattr(found, "n_frames", 1) if found.format != "MPO" else 1):
        found.seek(index)
        frames.append(np.asarray(found.convert("RGBA")))
    return np.stack(frames)
