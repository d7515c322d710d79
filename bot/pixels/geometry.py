"""Sizes and boxes of upright pictures, without a pixel."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels, both above 0."""

    width: int
    height: int

    @property
    def aspect(self) -> float:
        """Width / height."""
        return self.width / self.height

    @property
    def turned(self) -> Self:
        return type(self)(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in shares of an upright picture: 0 ≤ left < right ≤ 1, top above bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return self.width * self.height
