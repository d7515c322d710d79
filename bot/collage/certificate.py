"""What a plan shows of each photo and what it leaves out, in figures anyone can check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.collage.covered import seen_share
from bot.collage.plan import Cell, Plan, Reason
from bot.collage.turned import Corners
from bot.pixels.tones import contrast
from bot.vision.sight import Sight

CUT_ABOVE, CUT_BELOW = 0.03, 0.93  # of a face's box visible: between, it is cut; under, lost
STRETCHED = 0.04  # whole pixels alone make less


@dataclass(frozen=True, slots=True)
class Certificate:
    """The quality of a plan.

    kept: for each photo shown, the share of its saliency inside its cell.
    crop_loss: the mean share of the photos' area outside their cells.
    stretch: the largest |ln(horizontal scale / vertical scale)|.
    fill: the share of the page under photos, overlaps counted twice.
    title_contrast: by WCAG, of the letters that are read worst; None without a title.
    twins: for each near-twin left out, the photo that stands for it.
    no_room: photos that no layout could take.
    """

    faces: int
    faces_cut: int
    faces_lost: int
    kept: Mapping[str, float]
    crop_loss: float
    stretch: float
    fill: float
    title_contrast: float | None
    twins: Mapping[str, str]
    no_room: tuple[str, ...]

    @property
    def is_stretched(self) -> bool:
        return self.stretch >= STRETCHED

    @property
    def kept_mean(self) -> float:
        return sum(self.kept.values()) / len(self.kept)


def certify(
    plan: Plan,
    sights: Mapping[str, Sight],
    *,
    letters: Sequence[Corners] = (),
    contrast_measured: float | None = None,
) -> Certificate:
    """A face counts as cut, too, where a card or letters lie on it.

    sights: at least those of the photos in the plan's cells.
    letters: where their ink lies. contrast_measured: on the painted page; else on its paper.
    """
    cells = plan.cells
    visible = [
        seen_share(cells, at, face, letters)
        for at, cell in enumerate(cells)
        for face in sights[cell.key].faces
    ]
    return Certificate(
        faces=len(visible),
        faces_cut=sum(CUT_ABOVE <= share <= CUT_BELOW for share in visible),
        faces_lost=sum(share < CUT_ABOVE for share in visible),
        kept={cell.key: _kept(cell, sights[cell.key]) for cell in cells},
        crop_loss=sum(1 - cell.shown_share for cell in cells) / len(cells),
        stretch=max(_stretch(cell) for cell in cells),
        fill=sum(cell.on_page.area for cell in cells) / (plan.page.width * plan.page.height),
        title_contrast=contrast_measured or _on_paper(plan),
        twins={
            left.key: left.shown_instead
            for left in plan.left_out
            if left.reason is Reason.TWIN and left.shown_instead
        },
        no_room=tuple(left.key for left in plan.left_out if left.reason is Reason.NO_ROOM),
    )


def _on_paper(plan: Plan) -> float | None:
    return contrast(plan.ink, plan.paper) if plan.title else None


def _stretch(cell: Cell) -> float:
    """A turn by a quarter changes nothing: both sizes are upright."""
    return abs(float(np.log(cell.on_page.size.aspect / cell.of_source.size.aspect)))


def _kept(cell: Cell, sight: Sight) -> float:
    part, size = cell.of_source, cell.source
    across = _between(sight.saliency_x, part.left / size.width, part.width / size.width)
    down = _between(sight.saliency_y, part.top / size.height, part.height / size.height)
    return across * down


def _between(profile: tuple[float, ...], start: float, length: float) -> float:
    total = np.concatenate([[0.0], np.cumsum(profile)])
    edges = np.linspace(0.0, 1.0, len(total))
    return float(np.interp(start + length, edges, total) - np.interp(start, edges, total))
