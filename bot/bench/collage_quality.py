"""How good a page is: the certificate's figures, for ours and for any centre grid."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.bench.collage_peers import centre_plan
from bot.bench.collage_saliency import saliency_kept, saliency_maps
from bot.bench.table import Figure
from bot.collage.certificate import Certificate, certify
from bot.collage.importance import importances
from bot.collage.paint import paint
from bot.collage.plan import PixelBox, Plan
from bot.collage.themes import THEMES
from bot.pixels.header import picture
from bot.pixels.small import small
from bot.vision.sight import Sight

Floats = NDArray[np.float64]

GRIDS = 4  # floor, pyvips, Pillow, ImageMagick: all cut to the centre
PATCH_PIXELS = 32
UPRIGHT_SIDE = 512


def quality(
    plan: Plan, sources: Mapping[str, bytes], sights: Mapping[str, Sight]
) -> list[list[Figure]]:
    """Rows of measure, bar, ours and the grids; `sources` holds one near-twin."""
    grid_plan = centre_plan(sources, plan)
    ours, grid = certify(plan, sights), certify(grid_plan, sights)

    def row(name: str, bar: Figure, figure: Callable[[Certificate], Figure]) -> list[Figure]:
        return [name, bar, figure(ours), *[figure(grid)] * GRIDS]

    maps = saliency_maps(sources)
    ranks = [_rank_correlation(found, sights) for found in (plan, grid_plan)]
    return [
        _eyes_row([saliency_kept(found, maps) for found in (plan, grid_plan)]),
        row("by our own profiles", None, lambda found: found.kept_mean),
        row("faces shown", None, lambda found: found.faces),
        row("faces cut", 0, lambda found: found.faces_cut),
        row("faces lost", 0, lambda found: found.faces_lost),
        row("crop loss", "≤ 0.05", lambda found: found.crop_loss),
        row("distortion", 0, lambda found: found.stretch),
        ["sideways", 0, _sideways(plan, sources), *[None] * GRIDS],
        row("near-twins shown twice", 0, lambda found: 1 - len(found.twins)),
        row("fill of the page", None, lambda found: found.fill),
        ["fill of the page under the title", "≥ 0.86", _under_title(plan), *[None] * GRIDS],
        ["cells and gaps in their block", "1 ± .002", with_gaps(plan), *[None] * GRIDS],
        ["rank correlation, area and importance", None, ranks[0], *[ranks[1]] * GRIDS],
        ["title contrast", "≥ 7", ours.title_contrast, *[None] * GRIDS],
    ]


def _eyes_row(kept: Sequence[float]) -> list[Figure]:
    ours, grid = kept
    return ["saliency kept", "≥ 0.97", ours, *[grid] * GRIDS]


def with_gaps(plan: Plan) -> float:
    """Every cell with half a gap around it, in shares of the block that they make together."""
    shorter = min(plan.page.width, plan.page.height)
    gap = round(THEMES[plan.theme].gap_share * shorter)
    boxes = [cell.on_page for cell in plan.cells]
    block = _block(plan)
    whole = (block.width + gap) * (block.height + gap)
    return sum((box.width + gap) * (box.height + gap) for box in boxes) / whole


def _under_title(plan: Plan) -> float:
    """Photos in shares of the page below the band that its title takes."""
    margin = round(THEMES[plan.theme].margin_share * min(plan.page.width, plan.page.height))
    top = _block(plan).top - margin
    area = sum(cell.on_page.area for cell in plan.cells)
    return area / (plan.page.width * (plan.page.height - top))


def _block(plan: Plan) -> PixelBox:
    return PixelBox.around([cell.on_page for cell in plan.cells])


def _rank_correlation(plan: Plan, sights: Mapping[str, Sight]) -> float | None:
    """Spearman's; None where all cells are alike."""
    weights = importances({cell.key: sights[cell.key] for cell in plan.cells})
    areas = [cell.on_page.area for cell in plan.cells]
    if len(set(areas)) == 1:
        return None
    return _correlated(_ranks(areas), _ranks([weights[cell.key] for cell in plan.cells]))


def _ranks(values: list[int] | list[float]) -> Floats:
    return np.asarray(np.argsort(np.argsort(values)), np.float64)


def _sideways(plan: Plan, sources: Mapping[str, bytes]) -> int:
    """Cells of the painted page that look most like the upright photo when that is turned."""
    page = picture(paint(plan, sources)).convert("L")
    wrong = 0
    for cell in plan.cells:
        at, part = cell.on_page, cell.of_source
        upright = Image.fromarray(small(sources[cell.key], UPRIGHT_SIDE)).convert("L")
        scale = upright.width / cell.source.width
        shown = page.crop((at.left, at.top, at.right, at.bottom))
        edges = (part.left, part.top, part.right, part.bottom)
        left, top, right, bottom = (round(edge * scale) for edge in edges)
        expected = upright.crop((left, top, right, bottom))
        wrong += _turns(_patch(shown), _patch(expected)) != 0
    return wrong


def _patch(found: Image.Image) -> Floats:
    side = (PATCH_PIXELS, PATCH_PIXELS)
    return np.asarray(found.resize(side, Image.Resampling.BOX), np.float64)


def _turns(shown: Floats, expected: Floats) -> int:
    """By how many quarters the expected patch is turned where it is most like the shown one."""
    alike = [_correlated(shown.ravel(), np.rot90(expected, turn).ravel()) for turn in range(4)]
    return int(np.argmax(alike))


def _correlated(one: Floats, other: Floats) -> float:
    return float(np.corrcoef(one, other)[0, 1])
