"""How good a page is: the certificate's figures, for ours and for any centre grid."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.bench.collage_peers import centre_plan
from bot.bench.table import Figure
from bot.collage.certificate import Certificate, certify
from bot.collage.importance import importances
from bot.collage.paint import paint
from bot.collage.plan import Plan
from bot.pixels.header import picture
from bot.pixels.small import small
from bot.vision.sight import Sight

Floats = NDArray[np.float64]

GRIDS = 3  # floor, pyvips, Pillow: all cut to the centre
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

    ranks = [_rank_correlation(found, sights) for found in (plan, grid_plan)]
    return [
        row("saliency kept", 0.99, lambda found: found.kept_mean),
        row("faces shown", None, lambda found: found.faces),
        row("faces cut", 0, lambda found: found.faces_cut),
        row("faces lost", 0, lambda found: found.faces_lost),
        row("crop loss", 0.02, lambda found: found.crop_loss),
        row("distortion", 0, lambda found: found.stretch),
        ["sideways", 0, _sideways(plan, sources), *[None] * GRIDS],
        row("near-twins shown twice", 0, lambda found: 1 - len(found.twins)),
        row("fill", 0.81, lambda found: found.fill),
        ["rank correlation, area and importance", None, ranks[0], *[ranks[1]] * GRIDS],
        ["title contrast", "≥ 7", ours.title_contrast, *[None] * GRIDS],
    ]


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
        shown = page.crop((at.left, at.top, at.left + at.width, at.top + at.height))
        edges = (part.left, part.top, part.left + part.width, part.top + part.height)
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
