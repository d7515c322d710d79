"""Which everyday objects are where: EfficientDet-Lite0 over the 90 COCO rows."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from bot.pixels.geometry import Box
from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats, letterbox, thin_out
from bot.vision.networks import WEIGHTS, Network, Networks

SIDE = 320
SURE, OVERLAP = 0.4, 0.5
LEVELS, SCALES, RATIOS, ANCHOR_SCALE = range(3, 8), 3, (1.0, 2.0, 0.5), 3.0
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Found:
    """label: as coco_labels.txt spells it; confidence 0 to 1."""

    label: str
    confidence: float
    box: Box


@cache
def labels() -> tuple[str, ...]:
    return tuple((WEIGHTS / "coco_labels.txt").read_text(encoding="utf-8").splitlines())


@cache
def anchors() -> Floats:
    """19206 rows of centre y, centre x, height, width, in pixels of the square."""
    levels = []
    for level in LEVELS:
        cells = -(-SIDE // 2**level)
        stride = SIDE / cells
        centres = (np.arange(cells) + 0.5) * stride
        sizes = [
            (ANCHOR_SCALE * stride * 2 ** (octave / SCALES), ratio**0.5)
            for octave in range(SCALES)
            for ratio in RATIOS
        ]
        y, x, shape = np.meshgrid(centres, centres, np.arange(len(sizes)), indexing="ij")
        side, root = np.array(sizes)[shape].transpose(3, 0, 1, 2)
        levels.append(np.stack([y, x, side / root, side * root], axis=-1).reshape(-1, 4))
    return np.concatenate(levels).astype(np.float32)


def find_objects(pixels: Pixels, networks: Networks) -> tuple[Found, ...]:
    """What stands in an upright picture, surest first; nothing where the network is missing."""
    fitted = letterbox(pixels, SIDE, centred=False)
    answer = networks.ask(Network.OBJECTS, fitted.square[None])
    if answer is None:
        return ()
    scores, shifts = sorted(answer, key=lambda output: -output.shape[-1])
    rows, confidences, corners = decode(scores[0], shifts[0])
    found = []
    for row in np.unique(rows):
        same = np.flatnonzero(rows == row)
        for i in same[thin_out(corners[same], confidences[same], OVERLAP)]:
            box, confidence = fitted.box(corners[i]), round(float(confidences[i]), 4)
            if box.area > 0:
                found.append(Found(labels()[row], confidence, box))
    return tuple(sorted(found, key=lambda thing: -thing.confidence))


def decode(scores: Floats, shifts: Floats) -> tuple[Floats, Floats, Floats]:
    """Label rows, confidences and corners in pixels of what is sure enough.

    scores: anchors × 90; shifts: anchors × (ty, tx, th, tw), without variances.
    """
    best = scores.max(axis=1)
    sure = best > SURE
    y, x, height, width = anchors()[sure].T
    ty, tx, th, tw = shifts[sure].T
    centre_y, centre_x = ty * height + y, tx * width + x
    half_y, half_x = np.exp(th) * height / 2, np.exp(tw) * width / 2
    corners = np.stack(
        [centre_x - half_x, centre_y - half_y, centre_x + half_x, centre_y + half_y], axis=1
    )
    return scores[sure].argmax(axis=1), best[sure], corners
