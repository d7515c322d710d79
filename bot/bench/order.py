"""What somebody asked of a bench beyond its room."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Order:
    """Only rooms whose bench takes one heed it.

    photos, truth: a folder of photographs and its truth file; media: how many the corpus holds;
    imported: how many photos to import; files: how many hostile ones to open;
    sheets: where contact sheets of collages are drawn, instead of measuring.
    """

    is_quick: bool = False
    photos: Path | None = None
    truth: Path | None = None
    media: int | None = None
    imported: int | None = None
    seed: int | None = None
    files: int | None = None
    sheets: Path | None = None
