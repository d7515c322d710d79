"""Where faces are: boxes only, from BlazeFace (full range)."""

import numpy as np
from PIL import Image

from bot.pixels.geometry import Box
from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats, letterbox, thin_out
from bot.vision.networks import Network, Networks

SIDE, GRID = 192, 48  # pixels in, cells of stride 4
SURE, OVERLAP = 0.5, 0.3
CLOSE_UP = 3.0  # face widths across the second look


def _anchors() -> Floats:
    """One a cell: its centre in pixels, row by row."""
    centres = (np.arange(GRID, dtype=np.float32) + 0.5) * (SIDE / GRID)
    x, y = np.meshgrid(centres, centres)
    return np.stack([x.ravel(), y.ravel()], axis=1)


ANCHORS = _anchors()


def find_faces(pixels: Pixels, networks: Networks) -> tuple[Box, ...]:
    """Boxes in an upright picture, largest first; none where the network is missing."""
    sure = [box for box, _ in _detect(pixels, networks) if box.area > 0]
    faces = [box for box in sure if _is_face_up_close(pixels, box, networks)]
    return tuple(sorted(faces, key=lambda box: -box.area))


def _detect(pixels: Pixels, networks: Networks) -> list[tuple[Box, float]]:
    fitted = letterbox(pixels, SIDE, centred=True)
    tensor = ((fitted.square.astype(np.float32) - 127.5) / 127.5)[None]
    answer = networks.ask(Network.FACES, tensor)
    if answer is None:
        return []
    regressions, logits = sorted(answer, key=lambda output: -output.shape[-1])
    corners, scores = decode(regressions[0], logits[0, :, 0])
    kept = thin_out(corners, scores, OVERLAP)
    return [(fitted.box(corners[i]), float(scores[i])) for i in kept]


def _is_face_up_close(pixels: Pixels, box: Box, networks: Networks) -> bool:
    """A second look, nearer: cups and stars that passed for faces at first do not any more."""
    height, width = pixels.shape[:2]
    x, y = (box.left + box.right) / 2 * width, (box.top + box.bottom) / 2 * height
    reach = round(max(box.width * width, box.height * height) * CLOSE_UP / 2) + 1
    frame = (round(x) - reach, round(y) - reach, round(x) + reach, round(y) + reach)
    near = np.asarray(Image.fromarray(pixels).crop(frame))
    return bool(_detect(near, networks))


def decode(regressions: Floats, logits: Floats) -> tuple[Floats, Floats]:
    """Corners in pixels of the square, and scores, of what is sure enough to be a face.

    regressions: 2304×16, the first four are centre and size in pixels, relative to the anchor.
    """
    scores = 1 / (1 + np.exp(-np.clip(logits, -80, 80)))
    sure = scores > SURE
    centres = ANCHORS[sure] + regressions[sure, 0:2]
    halves = regressions[sure, 2:4] / 2
    return np.concatenate([centres - halves, centres + halves], axis=1), scores[sure]
