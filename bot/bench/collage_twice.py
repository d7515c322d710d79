"""Every theme's recipe painted in two processes of their own: as many bytes, and the same."""

import hashlib
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bot.bench.collage_sheets import TITLES, told
from bot.bench.table import Figure
from bot.collage.compose import compose
from bot.collage.paint import paint
from bot.collage.plan import PlanPhoto
from bot.collage.recipe import from_json, to_json
from bot.collage.themes import SHAPES, THEMES
from bot.vision.look import look_at


def differing(sources: Mapping[str, bytes]) -> list[Figure]:
    """Measure, bar and what was found."""
    recipes = _recipes(sources)
    one, other = (_in_a_process_of_its_own(recipes, sources) for _ in range(2))
    unlike = sum(first != second for first, second in zip(one, other, strict=True))
    return ["recipes of other bytes in another process", 0, f"{unlike} of {len(recipes)}"]


def _recipes(sources: Mapping[str, bytes]) -> list[str]:
    """One of each theme, shapes and languages taking turns."""
    album = [PlanPhoto(key, look_at(data, faces=True)) for key, data in sources.items()]
    shapes, titles = tuple(SHAPES.values()), tuple(TITLES.items())
    recipes = []
    for place, theme in enumerate(THEMES.values()):
        language, title = titles[place % len(titles)]
        shape = shapes[place % len(shapes)]
        plan = compose(
            told(album, theme), shape, theme=theme, title=title, seed=1, language=language
        )
        recipes.append(to_json(plan))
    return recipes


def _in_a_process_of_its_own(recipes: Sequence[str], sources: Mapping[str, bytes]) -> list[str]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as child:
        return child.submit(painted, recipes, sources).result()


def painted(recipes: Sequence[str], sources: Mapping[str, bytes]) -> list[str]:
    """SHA-256 of each painted page, in hexadecimal digits."""
    return [hashlib.sha256(paint(from_json(one), sources)).hexdigest() for one in recipes]
