"""The mosaic: photos fill the page from margin to margin, under their title."""

from bot.collage.arranged import Arranged, PageWanted
from bot.collage.lettering import letters_for
from bot.collage.page import lay_out
from bot.collage.pages.lettered import above


def arrange(wanted: PageWanted) -> Arranged:
    letters = letters_for(wanted.title, wanted.shape) if wanted.title else None
    laid = lay_out(
        wanted.photos,
        wanted.shape,
        wanted.theme,
        band_pixels=letters.band_pixels if letters else 0,
        seed=wanted.seed,
        hero=wanted.hero,
        kept_twins=wanted.kept_twins,
        pick=wanted.pick,
        taste=wanted.taste,
        crops=wanted.crops,
    )
    return Arranged(
        cells=laid.cells,
        left_out=laid.left_out,
        title=above(letters, laid.block) if letters else None,
        pick=laid.pick,
    )
