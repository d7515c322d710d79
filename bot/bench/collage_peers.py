"""What a person would pick instead of our collage, and the floor that nobody can go below."""

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from math import ceil, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyvips
from PIL import Image, ImageOps

from bot.collage.plan import Cell, PixelBox, Plan
from bot.pixels.decode import decode_scaled
from bot.pixels.encode import encode_jpeg
from bot.pixels.geometry import Size
from bot.pixels.header import picture, probe
from bot.pixels.orientation import Pixels, upright_size

SIDE = 2560
GAP = 24  # pixels, as ours
WHITE = 255
MONTAGE = "montage"  # ImageMagick's own program for this
HINT = 2  # times a cell: how much of a JPEG ImageMagick is told to decode


def cell_boxes(count: int) -> list[PixelBox]:
    """A grid as square as `count` allows, on a page of 2560 × 2560."""
    columns = ceil(sqrt(count))
    rows = ceil(count / columns)
    width, height = (SIDE - (columns + 1) * GAP) // columns, (SIDE - (rows + 1) * GAP) // rows
    return [
        PixelBox(
            GAP + (place % columns) * (width + GAP),
            GAP + (place // columns) * (height + GAP),
            width,
            height,
        )
        for place in range(count)
    ]


def floor(photos: Mapping[str, bytes]) -> bytes:
    """Decode at the covering M/8 in two threads, centre, resize, encode; no thought, no turn."""
    page: Pixels = np.full((SIDE, SIDE, 3), WHITE, np.uint8)

    def fill(data: bytes, box: PixelBox) -> None:
        stored = probe(data).size
        part = _centre(stored, box.size)
        scale = box.width / part.width
        least = Size(ceil(stored.width * scale), ceil(stored.height * scale))
        pixels = Image.fromarray(decode_scaled(data, least))
        inner = _centre(Size(*pixels.size), box.size)
        edges = (inner.left, inner.top, inner.right, inner.bottom)
        cell = pixels.resize((box.width, box.height), Image.Resampling.HAMMING, box=edges)
        page[box.top : box.bottom, box.left : box.right] = np.asarray(cell)

    list(_threads().map(fill, photos.values(), cell_boxes(len(photos))))
    return encode_jpeg(page, 90)


def vips_grid(photos: Mapping[str, bytes]) -> bytes:
    """pyvips: thumbnails cropped to the centre, joined, one JPEG."""
    box = cell_boxes(len(photos))[0]
    cells = [
        pyvips.Image.thumbnail_buffer(data, box.width, height=box.height, crop="centre")
        for data in photos.values()
    ]
    columns = ceil(sqrt(len(photos)))
    page = pyvips.Image.arrayjoin(cells, across=columns, shim=GAP, background=WHITE)
    return bytes(page.jpegsave_buffer(Q=90))


def pillow_grid(photos: Mapping[str, bytes]) -> bytes:
    """Pillow: ImageOps.exif_transpose and ImageOps.fit, as its handbook has it."""
    page = Image.new("RGB", (SIDE, SIDE), "white")
    for data, box in zip(photos.values(), cell_boxes(len(photos)), strict=True):
        upright = ImageOps.exif_transpose(picture(data))
        page.paste(ImageOps.fit(upright, (box.width, box.height)), (box.left, box.top))
    written = io.BytesIO()
    page.save(written, "JPEG", quality=90)
    return written.getvalue()


@contextmanager
def magick_grid(photos: Mapping[str, bytes]) -> Iterator[Callable[[], bytes] | None]:
    """ImageMagick, as its manual has it, on files; None where a machine lacks it."""
    program = shutil.which(MONTAGE)
    if program is None:
        yield None
        return
    box = cell_boxes(len(photos))[0]
    cell, columns = f"{box.width}x{box.height}", ceil(sqrt(len(photos)))
    with TemporaryDirectory() as folder:
        names = [str(Path(folder) / f"{place}.jpg") for place in range(len(photos))]
        for name, data in zip(names, photos.values(), strict=True):
            Path(name).write_bytes(data)
        page = Path(folder) / "page.jpg"
        command = [
            program, "-define", f"jpeg:size={HINT * box.width}x{HINT * box.height}", *names,
            "-auto-orient", "-thumbnail", f"{cell}^", "-gravity", "center", "-extent", cell,
            "-tile", f"{columns}x", "-geometry", f"+{GAP // 2}+{GAP // 2}", "-quality", "90",
            str(page),
        ]  # fmt: skip

        def grid() -> bytes:
            subprocess.run(command, check=True)  # noqa: S603 - our own arguments
            return page.read_bytes()

        yield grid


def centre_plan(photos: Mapping[str, bytes], like: Plan) -> Plan:
    """What any centre grid shows, as a plan, so that the same certificate judges it."""
    cells = []
    for (key, data), box in zip(photos.items(), cell_boxes(len(photos)), strict=True):
        known = probe(data)
        size = upright_size(known.size, known.orientation)
        cells.append(Cell(key, box, _centre(size, box.size), size))
    return replace(like, cells=tuple(cells), left_out=())


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2)


def _centre(size: Size, shape: Size) -> PixelBox:
    scale = min(size.width / shape.width, size.height / shape.height)
    width, height = round(shape.width * scale), round(shape.height * scale)
    return PixelBox((size.width - width) // 2, (size.height - height) // 2, width, height)
