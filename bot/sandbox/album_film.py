"""The short video of the sample album: a slow walk towards a flower."""

from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from types import ModuleType

from PIL import Image

from bot.sandbox.album_exif import Shot

# The extra `video` brings PyAV; without it the album goes without its film.
av: ModuleType | None = import_module("av") if find_spec("av") else None

SIZE_PX = (640, 360)
FRAMES_A_SECOND = 24
SECONDS = 3
NEAREST_SHARE = 0.8  # how much of the width the last frame still shows


def film(picture: Image.Image, shot: Shot) -> bytes | None:
    """An MP4 that moves into `picture`; None where PyAV is missing."""
    if av is None:
        return None
    out = BytesIO()
    with av.open(out, "w", format="mp4", options={"movflags": "use_metadata_tags"}) as container:
        container.metadata.update(_tags(shot))
        stream = container.add_stream("libx264", rate=FRAMES_A_SECOND)
        stream.width, stream.height = SIZE_PX
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, FRAMES_A_SECOND)
        stream.options = {"crf": "23", "preset": "superfast", "threads": "1"}
        for number in range(FRAMES_A_SECOND * SECONDS):
            frame = av.VideoFrame.from_image(_frame(picture, number))
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def _tags(shot: Shot) -> dict[str, str]:
    """Where phones write a video's date, in UTC, and its place."""
    return {
        "creation_time": f"{shot.when - shot.offset:%Y-%m-%dT%H:%M:%SZ}",
        "location": f"{shot.latitude:+08.4f}{shot.longitude:+09.4f}/",
    }


def _frame(picture: Image.Image, number: int) -> Image.Image:
    """The picture's middle, nearer with every frame, in the shape of the film."""
    done = number / (FRAMES_A_SECOND * SECONDS - 1)
    eased = done * done * (3 - 2 * done)
    width = picture.width * (1 - (1 - NEAREST_SHARE) * eased)
    height = width * SIZE_PX[1] / SIZE_PX[0]
    left = (picture.width - width) / 2
    top = (picture.height - height) / 2
    box = (left, top, left + width, top + height)
    return picture.resize(SIZE_PX, Image.Resampling.BILINEAR, box=box)
