"""The painting network: 26 styles in one, opened when first needed, checked by SHA-256."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.errors import FriendlyError
from bot.pixels.orientation import Pixels
from bot.vision.networks import NetworkProblem, Vendored, open_session

WEIGHTS: Final = Path(__file__).parent / "weights"
STYLES: Final = Vendored(
    "multistyle26.onnx", "0a2a0c9436a935cd1d4279cd06e171475b06222cb37c8c8d4afc53a9a7a1885e"
)
COUNT: Final = 26
STEP: Final = 4  # the network halves twice: sides that are no multiple come back larger
LEAST_SIDE: Final = 16  # its edges are mirrored by half a kernel


class CannotPaint(FriendlyError):
    """The network is missing or broken here; filters still work."""

    text_id = "error-looks-no-brushes"


@cache
def _session() -> Any:
    """An error is not kept: a file that was mended is found at the next try."""
    return open_session(WEIGHTS, STYLES)


def painted(pixels: Pixels, style: int) -> Pixels:
    """The same size, painted. Raises CannotPaint."""
    height, width = pixels.shape[:2]
    down, across = (max(LEAST_SIDE, -(-side // STEP) * STEP) for side in (height, width))
    whole = np.pad(pixels, ((0, down - height), (0, across - width), (0, 0)), mode="symmetric")
    tensor = (whole.astype(np.float32) / 255).transpose(2, 0, 1)[None]
    weights = np.zeros(COUNT, np.float32)
    weights[style] = 1
    try:
        session = _session()
    except NetworkProblem as problem:
        raise CannotPaint from problem
    tensor = np.ascontiguousarray(tensor)
    (answer,) = session.run(None, {"image": tensor, "style_weights": weights})
    shown = answer[0, :, :height, :width].transpose(1, 2, 0)
    return np.asarray(np.clip(shown * 255 + 0.5, 0, 255), np.uint8)


def check() -> list[str]:
    """What keeps the network from being used, one line, for `pepite doctor`."""
    try:
        open_session(WEIGHTS, STYLES)
    except NetworkProblem as problem:
        return [str(problem)]
    return []
