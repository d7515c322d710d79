"""Colour profiles: small pictures to sRGB, with the transforms kept."""

import io
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

from bot.pixels.orientation import Pixels

PROFILES_KEPT = 32  # a person's cameras have a handful


@lru_cache(maxsize=PROFILES_KEPT)
def _transform(icc: bytes) -> ImageCms.ImageCmsTransform | None:
    """None for sRGB itself, for another colour space than RGB, and for a broken profile."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        if "sRGB" in (profile.profile.profile_description or ""):
            return None
        return ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def to_srgb(pixels: Pixels, icc: bytes | None) -> Pixels:
    """The same pixels in sRGB; untouched where there is nothing to convert from."""
    transform = _transform(icc) if icc else None
    if transform is None:
        return pixels
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    return np.asarray(transform.apply(picture))
