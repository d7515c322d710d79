"""Where faces are: boxes only, from BlazeFace (full range)."""

import numpy as np

from bot.pixels.geometry import Box
from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats, letterbox, thin_out
from bot.vision.networks import Network, Networks

SIDE, GRID = 192, 48  # pixels in, cells of stride 4
SURE, OVERLAP = 0.5, 0.3


def _anchors() -> Floats:
    """One a cell: its centre in pixels, row by row."""
    centres = (np.arange(GRID, dtype=np.float32) + 0.5) * (SIDE / GRID)
    x, y = np.meshgrid(centres, centres)
    return np.stack([x.ravel(), y.ravel()], axis=1)


ANCHORS = _anchors()


def find_faces(pixels: Pixels, networks: Networks) -> tuple[Box, ...]:
    """Boxes in an upright picture, largest first; none where the network is missing."""
    fitted = letterbox(pixels, SIDE, centred=True)
    tensor = ((fitted.square.astype(np.float32) - 127.5) / 127.5)[None]
    answer = networks.ask(Network.FACES, tensor)
    if answer is None:
        return ()
    regressions, logits = sorted(answer, key=lambda output: -output.shape[-1])
    corners, scores = decode(regressions[0], logits[0, :, 0])
    kept = [fitted.box(corners[i]) for i in thin_out(corners, scores, OVERLAP)]
    return tuple(sorted((box for box in kept if box.area > 0), key=lambda box: -box.area))


def decode(regressions: Floats, logits: Floats) -> tuple[Floats, Floats]:
    """Corners in pixels of the square, and scores, of what is sure enough to be a face.

    regressions: 2304×16, the first four are centre and size in pixels, relative to the anchor.
    """
    scores = 1 / (1 + np.exp(-np.clip(logits, -80, 80)))
    sure = scores > SURE
    centres = ANCHORS[sure] + regressions[sure, 0:2]
    halves = regressions[sure, 2:4] / 2
    return np.concatenate([centres - halves, centres + halves], axis=1), scores[sure]
