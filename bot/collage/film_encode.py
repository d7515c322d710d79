"""A film as H.264 in MP4: each part on its own, then all of them one after the other."""

import io
from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

import numpy as np
from PIL import Image

from bot.collage.film import FRAMES_A_SECOND, Film
from bot.collage.film_boxes import faststart
from bot.collage.film_paint import Layers, frames
from bot.pixels.orientation import Pixels
from bot.pixels.provenance import SourceType, xmp_packet

TICKS: Final = 30_000  # a second, of the finished film's clock
BT_709: Final = 1  # as players take a film of this size to be, in all four places


class Codec(StrEnum):
    """H.264 plays everywhere; Telegram's Stories ask for H.265."""

    H264 = "libx264"
    H265 = "libx265"


# By measurement on two cores, 720×1280: `veryfast` takes half as long again for half the bytes;
# looking for the best places of B-frames costs a quarter and shows nothing.
OPTIONS: Final[Mapping[Codec, Mapping[str, str]]] = {
    Codec.H264: {
        "preset": "superfast",
        "crf": "20",
        "threads": "2",
        "g": "60",
        "bf": "2",
        "b_strategy": "0",
    },
    Codec.H265: {
        "preset": "ultrafast",
        "crf": "23",
        "x265-params": "pools=2:frame-threads=1:log-level=none:keyint=30:min-keyint=30",
    },
}


def shoot(film: Film, part: int, sources: Mapping[str, bytes], codec: str = Codec.H264) -> bytes:
    """One part as an MP4 of its own; it begins with a whole picture.

    Raises KeyError for a media that is missing, the refusals of bot.pixels, ValueError for a
    video that cannot be read.
    """
    import av  # noqa: PLC0415  an extra

    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = stream_of(container, film, Codec(codec))
        for number, layers in enumerate(frames(film, part, sources, as_yuv)):
            frame = frame_of(layers, film)
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def splice(film: Film, parts: Sequence[bytes], tool: str) -> bytes:
    """The parts as one MP4 that can be played while it comes, and says where it is from.

    tool: the bot's public name.
    """
    import av  # noqa: PLC0415  an extra

    out, index = io.BytesIO(), None
    with av.open(out, "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        for start, part in zip(film.starts, parts, strict=True):
            with av.open(io.BytesIO(part), "r", format="mp4") as piece:
                given = piece.streams.video[0]
                if index is None:
                    index = container.add_stream_from_template(given)
                    index.time_base = Fraction(1, TICKS)
                for packet in piece.demux(given):
                    if packet.dts is not None:
                        container.mux(_later(packet, index, start))
    return faststart(out.getvalue(), packet_of(film, tool))


def packet_of(film: Film, tool: str) -> bytes:
    """What a film says of itself: photos one after the other, with or without letters."""
    made = SourceType.COLLAGE_WITH_LETTERING if film.card else SourceType.COLLAGE_OF_PHOTOS
    return xmp_packet(made, tool=tool)


def _later(packet: Any, stream: Any, start: int) -> Any:
    """The packet on the film's own clock."""
    scale = packet.time_base * TICKS
    shift = start * TICKS // FRAMES_A_SECOND
    packet.pts, packet.dts = int(packet.pts * scale) + shift, int(packet.dts * scale) + shift
    packet.duration = TICKS // FRAMES_A_SECOND
    packet.time_base = Fraction(1, TICKS)
    packet.stream = stream
    return packet


def stream_of(container: Any, film: Film, codec: Codec) -> Any:
    """The pictures' stream of a new MP4."""
    stream = container.add_stream(codec.value, rate=FRAMES_A_SECOND)
    stream.width, stream.height = film.page.width, film.page.height
    stream.pix_fmt = "yuv420p"
    stream.time_base = Fraction(1, FRAMES_A_SECOND)
    stream.options = dict(OPTIONS[codec])
    context = stream.codec_context
    context.color_range = context.colorspace = BT_709
    context.color_primaries = context.color_trc = BT_709
    if codec is Codec.H265:
        context.codec_tag = "hvc1"  # by which Apple knows it
    return stream


def as_yuv(pixels: Pixels) -> Layers:
    """Three planes, BT.709, the colours at half the size."""
    import av  # noqa: PLC0415  an extra
    from av.video.reformatter import ColorRange, Colorspace  # noqa: PLC0415

    even = pixels[: pixels.shape[0] // 2 * 2, : pixels.shape[1] // 2 * 2]
    rgb = av.VideoFrame.from_ndarray(np.ascontiguousarray(even), format="rgb24")
    found = rgb.reformat(
        format="yuv444p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
    ).to_ndarray()
    light, blue, red = (Image.fromarray(plane) for plane in found)
    return light, blue.reduce(2), red.reduce(2)


def frame_of(layers: Layers, film: Film) -> Any:
    """What the encoder takes."""
    import av  # noqa: PLC0415  an extra

    frame = av.VideoFrame(film.page.width, film.page.height, "yuv420p")
    for plane, layer in zip(frame.planes, layers, strict=True):
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
        rows[:, : plane.width] = np.asarray(layer)
    return frame
