"""Contact sheets of every theme with few photos and many, in every shape and language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from bot.bench.collage_corpus import samples
from bot.bench.table import Figure, Table
from bot.collage.compose import compose
from bot.collage.paint import paint
from bot.collage.plan import PlanPhoto
from bot.collage.themes import SHAPES, THEMES, THEN_AND_NOW, Shape, Theme
from bot.pixels.fonts import font
from bot.pixels.geometry import Size
from bot.pixels.header import picture
from bot.texts import Language
from bot.vision.look import look_at

COUNTS: Final = (2, 3, 5, 9, 16)
TITLES: Final[Mapping[Language, str]] = {
    "en": "An autumn in the mountains",
    "fr": "Un automne à la montagne",
}
TOWNS: Final = ("Annecy", "Chamonix", "Turin")
FIRST: Final = date(2024, 10, 1)
EVERY: Final = timedelta(days=2)
LONG_AGO: Final = 10  # years, before which the first half of a then-and-now was taken
LONGER_PIXELS: Final = 640  # of a page: drawn small, and shrunk once more on its sheet
SHRINK: Final = 3
AIR_PIXELS, LABEL_PIXELS = 10, 22
TABLE, INK = (88, 88, 92), (245, 245, 245)
QUALITY: Final = 82


def draw_sheets(folder: Path) -> Table:
    """One JPEG for each shape and language, a theme a row; a gap where it is not offered."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = samples(COUNTS[-1])
    album = [PlanPhoto(key, look_at(data, faces=True)) for key, data in sources.items()]
    rows: list[list[Figure]] = []
    for shape in SHAPES.values():
        for language, title in TITLES.items():
            pages = _pages(album, sources, _small(shape), language, title)
            name = f"{shape.id}-{language}.jpg"
            _sheet(pages).save(folder / name, quality=QUALITY)
            rows.append([name, sum(page is not None for row in pages.values() for page in row)])
    notes = (f"Under {folder}; pages of {', '.join(map(str, COUNTS))} photos, a theme a row.",)
    return Table("Collage: sheets", ("sheet", "pages"), rows, notes)


def _small(shape: Shape) -> Shape:
    page = shape.page
    scale = LONGER_PIXELS / max(page.width, page.height)
    size = Size(round(scale * page.width), round(scale * page.height))
    return replace(shape, page=size, clear_pixels=round(scale * shape.clear_pixels))


def _pages(
    album: Sequence[PlanPhoto],
    sources: Mapping[str, bytes],
    shape: Shape,
    language: Language,
    title: str,
) -> dict[str, list[Image.Image | None]]:
    def page(theme: Theme, count: int) -> Image.Image | None:
        photos = told(album[:count], theme)
        if not theme.takes(photos):
            return None
        plan = compose(
            photos,
            shape,
            theme=theme,
            title=title,
            seed=1,
            language=language,
            kept_twins=frozenset(sources),
        )
        return picture(paint(plan, sources)).convert("RGB").reduce(SHRINK)

    return {theme.id: [page(theme, count) for count in COUNTS] for theme in THEMES.values()}


def told(album: Sequence[PlanPhoto], theme: Theme) -> list[PlanPhoto]:
    """With days and towns, as if they were of one journey that this theme can show."""
    photos = []
    for place, photo in enumerate(album):
        day = FIRST + place * EVERY
        if theme is THEN_AND_NOW and place < len(album) // 2:
            day = day.replace(year=day.year - LONG_AGO)
        town = TOWNS[place * len(TOWNS) // len(album)]
        photos.append(replace(photo, taken=day, place=town))
    return photos


def _sheet(pages: Mapping[str, Sequence[Image.Image | None]]) -> Image.Image:
    shown = [page for row in pages.values() for page in row if page]
    wide, high = shown[0].width + AIR_PIXELS, shown[0].height + AIR_PIXELS + LABEL_PIXELS
    sheet = Image.new(
        "RGB", (AIR_PIXELS + wide * len(COUNTS), AIR_PIXELS + high * len(pages)), TABLE
    )
    pen = ImageDraw.Draw(sheet)
    for line, (name, row) in enumerate(pages.items()):
        top = AIR_PIXELS + line * high
        pen.text((AIR_PIXELS, top), name, font=font("inter-text", 16), fill=INK)
        for place, page in enumerate(row):
            if page:
                sheet.paste(page, (AIR_PIXELS + place * wide, top + LABEL_PIXELS))
    return sheet
