"""What the whole picture is about: EfficientNet-Lite0's 1000 shares and likeness vector."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageOps

from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats
from bot.vision.networks import Network, Networks

SIDE = 224
UINT8_STEPS = 256


@dataclass(frozen=True, slots=True, eq=False)
class Tags:
    """shares: 1000 ImageNet probabilities; vector: 1280 numbers of length 1, or none."""

    shares: Floats
    vector: Floats


NO_TAGS = Tags(np.zeros(1000, np.float32), np.zeros(0, np.float32))


def read_tags(pixels: Pixels, networks: Networks) -> Tags:
    """Of an upright picture's centre square; `NO_TAGS` where the network is missing."""
    square = ImageOps.fit(Image.fromarray(pixels), (SIDE, SIDE), Image.Resampling.BILINEAR)
    answer = networks.ask(Network.TAGS, np.asarray(square)[None])
    if answer is None:
        return NO_TAGS
    steps, vector = answer[0][0], answer[1][0]
    length = max(float(np.linalg.norm(vector)), 1e-9)
    return Tags(steps.astype(np.float32) / UINT8_STEPS, (vector / length).astype(np.float32))
