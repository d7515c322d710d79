"""What sort of picture it is: a photograph is never taken for a screen or a paper."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from bot.pixels.fonts import font
from bot.pixels.geometry import Size
from bot.vision.kind import kind_of
from bot.vision.sight import PictureKind
from tests.vision.photos import NAMES, pixels

WORDS = (
    "Le",
    "train",
    "de",
    "neuf",
    "heures",
    "part",
    "du",
    "quai",
    "sept",
    "et",
    "arrive",
    "à",
    "Lyon",
)
PHONE, SHEET = (1080, 2160), (1000, 1414)


def kind(picture: Image.Image) -> PictureKind:
    """As the eyes see it: 640 pixels at most."""
    small = picture.convert("RGB")
    small.thumbnail((640, 640), Image.Resampling.BOX)
    return kind_of(np.asarray(small), Size(*picture.size))


def written(size: tuple[int, int], paper: str, ink: str, *, seed: int = 0) -> Image.Image:
    """Lines of words from edge to edge, in paragraphs."""
    dice = np.random.default_rng(seed)
    page = Image.new("RGB", size, paper)
    pen, top, letters = ImageDraw.Draw(page), 90, size[0] // 36
    while top < size[1] - 90:
        line = " ".join(dice.permutation(WORDS)[: int(dice.integers(4, 9))])
        pen.text((80, top), line, font=font("inter", letters), fill=ink)
        top += letters * (2 if dice.random() < 0.8 else 4)
    return page


def chat_of_photos(paper: str) -> Image.Image:
    """More picture than words, as a chat among friends is."""
    page = Image.new("RGB", PHONE, paper)
    pen, top = ImageDraw.Draw(page), 260
    pen.rectangle((0, 0, PHONE[0], 220), fill="#17436b")
    pen.text((160, 120), "Camille", font=font("inter", 56), fill="white")
    for number, name in enumerate(("cat", "palace")):
        shown = pixels(name).resize((780, 540))
        page.paste(shown, (40 + 220 * number, top))
        for row in range(2):
            words = " ".join(WORDS[3 * row : 3 * row + 4])
            at = (60, top + 580 + 62 * row)
            pen.text(at, words, font=font("inter", 46), fill="#202830")
        top += 780
    return page


def slip() -> Image.Image:
    """A till's paper: what it was at the left, what it cost at the right."""
    page = Image.new("RGB", (520, 1300), "#fdfdfb")
    pen = ImageDraw.Draw(page)
    pen.text((130, 40), "ÉPICERIE", font=font("inter", 40), fill="#222222")
    for row in range(24):
        pen.text(
            (36, 150 + 42 * row),
            " ".join(WORDS[row % 9 : row % 9 + 2]),
            font=font("inter", 22),
            fill="#222",
        )
        pen.text(
            (400, 150 + 42 * row), f"{row + 3},{row + 10} €", font=font("inter", 22), fill="#222"
        )
    return page


def in_the_hand(page: Image.Image, *, turn: float) -> Image.Image:
    """A page photographed on a table: turned a little, shaded, with the sensor's grain."""
    table = Image.new("RGB", (1200, 1600), "#6b4a30").filter(ImageFilter.GaussianBlur(2))
    shown = page.resize((round(1350 * page.width / page.height), 1350))
    shown = shown.rotate(turn, expand=True, fillcolor="#6b4a30")
    table.paste(shown, ((1200 - shown.width) // 2, (1600 - shown.height) // 2))
    light = np.linspace(0.95, 0.7, 1600)[:, None, None]
    grain = np.random.default_rng(1).normal(0, 4, (1600, 1200, 1))
    return Image.fromarray(np.clip(np.asarray(table) * light + grain, 0, 255).astype(np.uint8))


def captioned(name: str, *, in_a_band: bool) -> Image.Image:
    picture = pixels(name).resize((900, 675))
    if in_a_band:
        page = Image.new("RGB", (900, 850), "white")
        page.paste(picture, (0, 175))
        for row, line in enumerate(("Quand le train de neuf heures", "part à neuf heures")):
            ImageDraw.Draw(page).text(
                (30, 20 + 70 * row), line, font=font("inter", 54), fill="black"
            )
        return page
    pen = ImageDraw.Draw(picture)
    for top, line in ((20, "LUNDI MATIN SANS CAFÉ"), (580, "MARDI MATIN AVEC CAFÉ")):
        pen.text(
            (450, top),
            line,
            font=font("inter", 66),
            fill="white",
            anchor="ma",
            stroke_width=6,
            stroke_fill="black",
        )
    return picture


@pytest.mark.parametrize("name", NAMES)
def test_a_photo_is_a_photo_even_dark_burnt_soft_grey_or_of_few_colours(name: str) -> None:
    image = pixels(name)
    for other in (
        image,
        image.filter(ImageFilter.GaussianBlur(6)),
        Image.eval(image, lambda value: value // 4),
        Image.eval(image, lambda value: min(255, value * 2)),
        ImageEnhance.Contrast(image).enhance(2.5),
        image.quantize(64),
        image.crop((0, 0, image.width // 2, image.height // 2)),
    ):
        assert kind(other) is PictureKind.PHOTO


@settings(max_examples=12)
@given(st.integers(0, 1000), st.integers(200, 900), st.integers(200, 900))
def test_a_sky_a_sunset_in_flat_colours_and_snow_are_photos(
    seed: int, width: int, height: int
) -> None:
    dice = np.random.default_rng(seed)
    down = np.linspace(0, 1, height)[:, None, None]
    top, low = dice.uniform(0, 255, (2, 3))
    sky = np.broadcast_to(top * (1 - down) + low * down, (height, width, 3)).copy()
    y, x = np.mgrid[:height, :width]
    sun = np.hypot(x - width * dice.uniform(0.2, 0.8), y - height * 0.6) < height * 0.12
    hills = y > height * 0.75 + height * 0.04 * np.sin(x / 60)
    flat = sky.copy()
    flat[sun], flat[hills] = (255, 230, 120), dice.uniform(0, 60, 3)
    snow = 235 + 12 * np.kron(
        dice.standard_normal((height // 8 + 1, width // 8 + 1)), np.ones((8, 8))
    )
    white = np.repeat(np.clip(snow[:height, :width, None], 0, 255), 3, axis=2)
    for picture in (sky, flat, white):
        assert kind(Image.fromarray(picture.astype(np.uint8))) is PictureKind.PHOTO


@pytest.mark.parametrize("level", [0, 18, 128, 250, 255])
def test_one_colour_is_no_screenshot(level: int) -> None:
    assert kind(Image.new("RGB", (400, 300), (level,) * 3)) is PictureKind.PHOTO


@pytest.mark.parametrize(("paper", "ink"), [("#ffffff", "#111"), ("#0e1621", "#f0f0f0")])
@pytest.mark.parametrize("size", [PHONE, (1440, 900)])
def test_lines_of_words_on_one_colour_are_a_screenshot(
    size: tuple[int, int], paper: str, ink: str
) -> None:
    assert kind(written(size, paper, ink)) is PictureKind.SCREENSHOT


@pytest.mark.parametrize("paper", ["#f2f4f7", "#e5ddd5"])
def test_a_chat_full_of_photos_is_a_screenshot(paper: str) -> None:
    assert kind(chat_of_photos(paper)) is PictureKind.SCREENSHOT


def test_a_photo_that_was_sent_on_is_still_one_and_a_screen_still_a_screen() -> None:
    """Telegram makes them 1280 pixels and JPEG."""
    screen = written(PHONE, "#ffffff", "#111")
    screen.thumbnail((1280, 1280))
    assert kind(screen) is PictureKind.SCREENSHOT


def test_a_scanned_sheet_is_a_document_and_so_is_one_in_the_hand() -> None:
    sheet = written(SHEET, "#fbfbf8", "#1d1d1f")
    assert kind(sheet) is PictureKind.DOCUMENT
    for turn in (-5, 0, 4):
        assert kind(in_the_hand(sheet, turn=turn)) is PictureKind.DOCUMENT


def test_a_till_s_paper_is_a_receipt_and_so_is_one_in_the_hand() -> None:
    assert kind(slip()) is PictureKind.RECEIPT
    assert kind(in_the_hand(slip(), turn=3)) is PictureKind.RECEIPT


@pytest.mark.parametrize("in_a_band", [True, False])
@pytest.mark.parametrize("name", ["cat", "coffee", "motorcycle"])
def test_a_picture_with_large_words_is_a_meme(name: str, *, in_a_band: bool) -> None:
    assert kind(captioned(name, in_a_band=in_a_band)) is PictureKind.MEME


def test_a_photo_with_a_sign_in_it_is_a_photo() -> None:
    scene = pixels("palace").resize((1200, 800))
    board = written((500, 380), "#f4f1e6", "#222")
    scene.paste(board.resize((260, 200)), (120, 420))
    assert kind(scene) is PictureKind.PHOTO


@given(st.integers(1, 40), st.integers(1, 40))
def test_the_smallest_picture_has_a_kind(width: int, height: int) -> None:
    assert kind_of(np.full((height, width, 3), 200, np.uint8), Size(width, height))
