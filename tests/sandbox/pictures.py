"""Small pictures made by code."""

import io

from PIL import Image


def jpeg(width: int, height: int, colour: str = "teal", **options: object) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(content, "JPEG", **options)
    return content.getvalue()


def png(width: int, height: int) -> bytes:
    content = io.BytesIO()
    Image.new("RGBA", (width, height), (0, 120, 120, 90)).save(content, "PNG")
    return content.getvalue()


def sideways(width: int, height: int) -> bytes:
    """A JPEG whose EXIF says that it was taken with the camera turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return jpeg(width, height, exif=exif)
