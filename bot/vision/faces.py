"""Where faces are: boxes only, from BlazeFace (full range), each looked at twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from bot.pixels.geometry import Box
from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats, letterbox, thin_out
from bot.vision.networks import Network, Networks

SIDE, GRID = 192, 48  # pixels in, cells of stride 4
SURE, SURE_UP_CLOSE, OVERLAP = 0.5, 0.45, 0.3
CLOSE_UP = 3.0  # face widths across the second look
MOST_HEADS = 12  # persons whose heads are looked for one by one, 4 ms each


def _anchors() -> Floats:
    """One a cell: its centre in pixels, row by row."""
    centres = (np.arange(GRID, dtype=np.float32) + 0.5) * (SIDE / GRID)
    x, y = np.meshgrid(centres, centres)
    return np.stack([x.ravel(), y.ravel()], axis=1)


ANCHORS = _anchors()


@dataclass(frozen=True, slots=True)
class Frame:
    """A square part of a picture, in its pixels; may reach over the edge, into black."""

    left: int
    top: int
    side: int


def find_faces(pixels: Pixels, networks: Networks, people: Iterable[Box] = ()) -> tuple[Box, ...]:
    """Boxes in an upright picture, largest first; none where the network is missing.

    people: persons already found; the heads of those without a face are looked at up close, for
    faces too small for the whole picture.
    """
    height, width = pixels.shape[:2]
    whole = Frame(0, 0, max(width, height))
    corners, scores = _detect(pixels, whole, SURE, networks)
    for head in _heads(corners, people, width, height):
        more, surer = _detect(pixels, head, SURE, networks)
        corners, scores = np.concatenate([corners, more]), np.concatenate([scores, surer])
    kept = [corners[i] for i in thin_out(corners, scores, OVERLAP)]
    faces = [_box(face, width, height) for face in kept if _is_one(pixels, face, networks)]
    return tuple(sorted((face for face in faces if face.area > 0), key=lambda face: -face.area))


def _detect(
    pixels: Pixels, frame: Frame, sure: float, networks: Networks
) -> tuple[Floats, Floats]:
    """Corners in pixels of the picture, and scores."""
    square = _cut(pixels, frame)
    fitted = letterbox(square, SIDE, centred=True)
    tensor = ((fitted.square.astype(np.float32) - 127.5) / 127.5)[None]
    answer = networks.ask(Network.FACES, tensor)
    if answer is None:
        return np.zeros((0, 4), np.float32), np.zeros(0, np.float32)
    regressions, logits = sorted(answer, key=lambda output: -output.shape[-1])
    corners, scores = decode(regressions[0], logits[0, :, 0], sure)
    kept = thin_out(corners, scores, OVERLAP)
    bars = np.array([fitted.left, fitted.top] * 2, np.float32)
    start = np.array([frame.left, frame.top] * 2, np.float32)
    scale = max(square.shape[:2]) / SIDE
    return (corners[kept] - bars) * scale + start, scores[kept]


def decode(regressions: Floats, logits: Floats, sure: float) -> tuple[Floats, Floats]:
    """Corners in pixels of the square, and scores, of what is sure enough to be a face.

    regressions: 2304×16, the first four are centre and size in pixels, relative to the anchor.
    """
    scores = 1 / (1 + np.exp(-np.clip(logits, -80, 80)))
    chosen = scores > sure
    centres = ANCHORS[chosen] + regressions[chosen, 0:2]
    halves = regressions[chosen, 2:4] / 2
    return np.concatenate([centres - halves, centres + halves], axis=1), scores[chosen]


def _cut(pixels: Pixels, frame: Frame) -> Pixels:
    height, width = pixels.shape[:2]
    if frame == Frame(0, 0, max(width, height)):
        return pixels
    box = (frame.left, frame.top, frame.left + frame.side, frame.top + frame.side)
    return np.asarray(Image.fromarray(pixels).crop(box))


def _heads(faces: Floats, people: Iterable[Box], width: int, height: int) -> Iterator[Frame]:
    """The upper part of each person in whom no face lies yet."""
    x, y = (faces[:, 0] + faces[:, 2]) / 2 / width, (faces[:, 1] + faces[:, 3]) / 2 / height
    for person in list(people)[:MOST_HEADS]:
        inside = (x > person.left) & (x < person.right) & (y > person.top) & (y < person.bottom)
        if not inside.any():
            side = max(8, round(person.width * width))
            yield Frame(round(person.left * width), round(person.top * height - side / 8), side)


def _is_one(pixels: Pixels, face: Floats, networks: Networks) -> bool:
    """A nearer look: cups and stars that passed for faces at first do not any more."""
    left, top, right, bottom = (float(edge) for edge in face)
    side = round(max(right - left, bottom - top) * CLOSE_UP) + 2
    near = Frame(round((left + right - side) / 2), round((top + bottom - side) / 2), side)
    return len(_detect(pixels, near, SURE_UP_CLOSE, networks)[0]) > 0


def _box(corners: Floats, width: int, height: int) -> Box:
    shares = np.clip(corners / [width, height, width, height], 0, 1)
    left, top, right, bottom = (round(float(edge), 4) for edge in shares)
    return Box(left, top, right, bottom)
