"""What draws the eye, as two profiles of 64 shares: across and down.

Spectral residual (Hou and Zhang 2007) and frequency-tuned contrast (Achanta 2009) under a centre
prior; then objects, people and faces, each stronger than the last.
"""

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageFilter

from bot.pixels.geometry import Box
from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats
from bot.vision.colours import lab
from bot.vision.sight import PROFILE_BINS

CENTRE_SPREAD = 0.33
OBJECT_WEIGHT, PERSON_WEIGHT, MASK_WEIGHT, FACE_WEIGHT = 0.5, 0.5, 0.3, 1.0
BACKGROUND_WITH_SUBJECT = 0.35  # what remains of contrast where somebody or something stands
SOFTNESS = 2.5  # bins
FAINT = 0.1  # of the mean strength; below, a flat background is only rounding noise


def profiles(
    plain: Floats,
    *,
    faces: Iterable[Box] = (),
    people: Iterable[Box] = (),
    things: Iterable[Box] = (),
    mask: Floats | None = None,
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Shares from left to right and from top to bottom, each summing to 1.

    plain: what `contrast` says. mask: shares of person over the squashed picture; counts only
    inside `people`.
    """
    faces, people = tuple(faces), tuple(people)
    subject = np.zeros_like(plain)
    for box in things:
        subject = np.maximum(subject, OBJECT_WEIGHT * bump(box, reach=0.45))
    for box in people:
        subject = np.maximum(subject, PERSON_WEIGHT * bump(_upper_half(box), reach=0.5))
    if mask is not None and people:
        inside = np.max([_inside(box) for box in people], axis=0)
        subject = np.maximum(subject, MASK_WEIGHT * inside * _shrink(mask))
    for box in faces:
        subject = np.maximum(subject, FACE_WEIGHT * bump(_with_shoulders(box), reach=0.9))
    total = BACKGROUND_WITH_SUBJECT * plain + subject if subject.any() else plain
    return _shares(total.sum(axis=0)), _shares(total.sum(axis=1))


def contrast(pixels: Pixels) -> Floats:
    """64×64, up to 1: what stands out by its pixels alone, more so in the middle."""
    squashed = Image.fromarray(pixels).resize((PROFILE_BINS, PROFILE_BINS), Image.Resampling.BOX)
    colours = lab(np.asarray(squashed.filter(ImageFilter.GaussianBlur(0.8))))
    tuned = np.sqrt(((colours - colours.mean(axis=(0, 1))) ** 2).sum(axis=-1))
    mixed = 0.45 * _to_one(tuned) + 0.55 * _to_one(
        spectral_residual(lab(np.asarray(squashed))[..., 0])
    )
    axis = np.exp(-(((_centres() - 0.5) / CENTRE_SPREAD) ** 2) / 2)
    return _to_one(mixed * (0.35 + 0.65 * np.outer(axis, axis)) + 1e-4)


def spectral_residual(grey: Floats) -> Floats:
    spectrum = np.fft.fft2(grey)
    strength = np.abs(spectrum)
    amplitude = np.log(strength + FAINT * strength.mean() + 1e-6)
    padded = np.pad(amplitude, 1, mode="wrap")
    around = np.mean(
        [padded[y : y + PROFILE_BINS, x : x + PROFILE_BINS] for y in range(3) for x in range(3)],
        axis=0,
    )
    residual = np.fft.ifft2(np.exp(amplitude - around + 1j * np.angle(spectrum)))
    return _soften(np.abs(residual).astype(np.float32) ** 2)


def bump(box: Box, *, reach: float) -> Floats:
    """A soft hill over a box; `reach`: its spread in shares of the box."""
    x = ((_centres() - (box.left + box.right) / 2) / max(box.width * reach, 0.01)) ** 2
    y = ((_centres() - (box.top + box.bottom) / 2) / max(box.height * reach, 0.01)) ** 2
    return np.exp(-(x[None, :] + y[:, None]) / 2).astype(np.float32)


def _upper_half(person: Box) -> Box:
    """Where a standing person is looked at."""
    return Box(person.left, person.top, person.right, (person.top + person.bottom) / 2)


def _with_shoulders(face: Box) -> Box:
    """The hill's middle sinks a quarter of the face."""
    return Box(face.left, face.top, face.right, min(1.0, face.bottom + face.height / 2))


def _centres() -> Floats:
    return (np.arange(PROFILE_BINS, dtype=np.float32) + 0.5) / PROFILE_BINS


def _inside(box: Box) -> Floats:
    x, y = _centres(), _centres()
    across = (x >= box.left) & (x <= box.right)
    down = (y >= box.top) & (y <= box.bottom)
    return np.outer(down, across).astype(np.float32)


def _shrink(mask: Floats) -> Floats:
    step = mask.shape[0] // PROFILE_BINS
    shrunk: Floats = mask.reshape(PROFILE_BINS, step, PROFILE_BINS, step).mean(axis=(1, 3))
    return shrunk


def _soften(values: Floats) -> Floats:
    """A Gaussian blur by its spectrum, the edges wrapped as the residual's are."""
    frequency = np.fft.fftfreq(PROFILE_BINS)
    axis = np.exp(-2 * (np.pi * SOFTNESS * frequency) ** 2)
    blurred = np.fft.ifft2(np.fft.fft2(values) * np.outer(axis, axis)).real
    return np.clip(blurred, 0, None).astype(np.float32)


def _to_one(values: Floats) -> Floats:
    return values / max(float(values.max()), 1e-9)


def _shares(sums: Floats) -> tuple[float, ...]:
    return tuple(round(float(share), 6) for share in sums / sums.sum())
