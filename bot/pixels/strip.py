"""Take out what a file tells about its maker, without touching a pixel.

No permissive library does this losslessly for every format here, so four small walkers do: they
copy the parts that draw (by an allow-list) and leave the rest. The colour profile stays; so does
the orientation, as the only tag of a minimal EXIF block.
"""

from collections.abc import Callable, Mapping

from bot.pixels import strip_gif, strip_jpeg, strip_png, strip_webp
from bot.pixels.header import Format, probe
from bot.pixels.refusals import PictureUnsupported, refusing

WALKERS: Mapping[Format, Callable[[bytes, int], bytes]] = {
    Format.JPEG: strip_jpeg.strip,
    Format.PNG: strip_png.strip,
    Format.WEBP: strip_webp.strip,
    Format.GIF: strip_gif.strip,
}


def strip(data: bytes) -> bytes:
    """The same pixels, byte for byte of their coded form, and nothing said besides.

    Raises the refusals of this package; HEIF is one of them (`heic_to_jpeg` is for it).
    """
    known = probe(data)
    walk = WALKERS.get(known.format)
    if walk is None:
        raise PictureUnsupported
    with refusing():
        return walk(data, known.orientation)
