"""Filters by name: on a whole photo, or on a cell of a collage where it is painted."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from PIL import Image

from bot.looks.catalogue import BY_NETWORK, Look, Recipe
from bot.looks.film import GOLDEN, SILVER, SLIDE, film
from bot.looks.filters import duotone, mixed, pencil
from bot.looks.halftone import halftone, rosette
from bot.looks.palette import Hues, dusk_inks, own_inks, print_ink
from bot.pixels.orientation import Pixels
from bot.vision.colours import hue_shares, lab

HUES_SIDE: Final = 96  # pixels of the longer side: enough to know a picture's colours
FILTERS: Final[Mapping[Look, Callable[[Pixels, Hues], Pixels]]] = {
    Look.PENCIL: lambda pixels, _: pencil(pixels),
    Look.DUO: lambda pixels, hues: duotone(pixels, own_inks(hues)),
    Look.DUSK: lambda pixels, hues: duotone(pixels, dusk_inks(hues)),
    Look.FILM: lambda pixels, _: film(pixels, GOLDEN),
    Look.SLIDE: lambda pixels, _: film(pixels, SLIDE),
    Look.SILVER: lambda pixels, _: film(pixels, SILVER),
    Look.HALFTONE: lambda pixels, hues: halftone(pixels, print_ink(hues)),
    Look.ROSETTE: lambda pixels, _: rosette(pixels),
}


def is_beforehand(look: Look) -> bool:
    """Whether a network is asked: then the photo is restyled in the child of looks, and the
    cell cut out of that; `dress` takes every other look.
    """
    return look in BY_NETWORK


def dress(pixels: Pixels, recipe: Recipe) -> Pixels:
    """A cell in its look, by arithmetic alone. Raises KeyError for a look of a network."""
    drawn = FILTERS[recipe.look](pixels, _hues(pixels))
    return mixed(pixels, drawn, recipe.share)


def _hues(pixels: Pixels) -> Hues:
    picture = Image.fromarray(pixels)
    picture.thumbnail((HUES_SIDE, HUES_SIDE), Image.Resampling.BOX)
    return hue_shares(lab(np.asarray(picture)))
