"""Pictures as they come out: faces kept, people in colour, nothing of the photo's metadata."""

import io
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.looks import brushes
from bot.looks.brushes import STYLES as STYLES_FILE
from bot.looks.brushes import CannotPaint, check, painted
from bot.looks.card import NothingToLetter, title_card
from bot.looks.catalogue import STYLES, Look, Recipe, Strength
from bot.looks.dress import FILTERS, dress, is_beforehand
from bot.looks.dresses import DRESSES, SHAPES
from bot.looks.filters import mixed, pencil
from bot.looks.manner import in_manner, manner_of
from bot.looks.received import received
from bot.looks.restyle import FILTER_SIDE, PAINT_SIDE, NobodyThere, looked, restyle
from bot.looks.sheet import contact_sheet
from bot.pixels.refusals import Refused
from bot.sandbox.album import LYON, Taken
from bot.sandbox.album_exif import exif_of
from bot.sandbox.album_light import Light, as_jpeg
from bot.sandbox.album_light import photo as lit
from bot.vision.networks import NetworkProblem
from tests.looks.photos import apart, photo, pixels, sight

GOLDEN = Path(__file__).with_name("golden")
DAY = datetime(2024, 10, 12, 15, 30)  # noqa: DTZ001 - a camera's wall time
CLOSE = 6.0  # mean difference that another build of the same libraries may make


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))  # noqa: TID251 - our own bytes


@pytest.mark.parametrize("look", [Look.SUN, Look.STARRY, Look.OIL, *FILTERS])
def test_a_look_is_what_it_was_when_it_was_looked_at(look: Look, tmp_path: Path) -> None:
    drawn = looked(pixels("palace", 160), sight("palace"), Recipe(look))
    kept = np.asarray(opened((GOLDEN / f"{look}.png").read_bytes()))
    if apart(drawn, kept) > CLOSE:
        Image.fromarray(np.hstack([drawn, kept])).save(tmp_path / f"{look}.png")
    assert apart(drawn, kept) <= CLOSE, f"see {tmp_path}"


@pytest.mark.parametrize("look", [Look.EMBERS, Look.OWN])
def test_a_painted_face_stays_the_persons_own(look: Look) -> None:
    seen, shown = sight("astronaut"), pixels("astronaut")
    recipe = Recipe(look, style=manner_of(photo("dahlia")))
    kept = looked(shown, seen, recipe)
    bare = looked(shown, replace(seen, faces=(), people=()), recipe)
    [face] = seen.faces
    height, width = shown.shape[:2]
    box = np.s_[
        round(face.top * height) : round(face.bottom * height),
        round(face.left * width) : round(face.right * width),
    ]
    assert apart(kept[box], shown[box]) < 0.6 * apart(bare[box], shown[box])
    assert apart(kept[:20, -20:], bare[:20, -20:]) == 0, "a corner is painted as ever"


def test_no_strength_is_no_look_and_each_one_more_of_it() -> None:
    shown, seen = pixels("cat", 200), sight("cat")
    far = [apart(looked(shown, seen, Recipe(Look.MIST, one)), shown) for one in Strength]
    assert far == sorted(far)
    assert far[0] > 5
    assert apart(mixed(shown, 255 - shown, 0.0), shown) == 0


def test_pop_colour_keeps_the_person_in_colour_and_nothing_else() -> None:
    seen, shown = sight("astronaut"), pixels("astronaut")
    popped = looked(shown, seen, Recipe(Look.POP)).astype(int)
    spread = popped.max(axis=-1) - popped.min(axis=-1)
    suit, flag = spread[230:270, 60:110], spread[:100, :20]
    assert suit.mean() > 60
    assert flag.mean() < 8


def test_pop_colour_of_nobody_is_an_error_with_a_sentence() -> None:
    with pytest.raises(NobodyThere):
        restyle(photo("cat"), sight("cat"), Recipe(Look.POP))


def test_blacks_are_shaded_not_scratched() -> None:
    """A JPEG's noise in the dark is nothing to draw."""
    dice = np.random.default_rng(7)
    dark = dice.integers(2, 7, (120, 120, 3), np.uint8)
    assert pencil(dark).std() < 14


@pytest.mark.parametrize("look", list(FILTERS))
def test_any_cell_is_dressed_at_its_size(look: Look) -> None:
    for width, height in ((1, 1), (2, 90), (90, 3), (200, 50)):
        cell = np.arange(width * height * 3, dtype=np.uint8).reshape(height, width, 3)
        assert dress(cell, Recipe(look)).shape == cell.shape
        assert apart(dress(cell, Recipe(look, 0.0)), cell) == 0


def test_a_cell_is_dressed_in_every_look_that_asks_no_network() -> None:
    assert {look for look in Look if not is_beforehand(look)} == set(FILTERS)


@pytest.mark.parametrize("look", [Look.FILM, Look.SILVER])
def test_film_grain_is_the_same_each_time_and_there_on_a_large_picture(look: Look) -> None:
    grey = np.full((900, 1200, 3), 120, np.uint8)
    first, second = dress(grey, Recipe(look)), dress(grey, Recipe(look))
    assert apart(first, second) == 0
    assert 1 < first[300:500, 400:700].std() < 14


@pytest.mark.parametrize("look", [Look.HALFTONE, Look.ROSETTE])
def test_from_afar_a_print_is_as_bright_as_what_it_shows(look: Look) -> None:
    steps = np.repeat(np.linspace(20, 235, 8), 60).astype(np.uint8)
    ramp = np.repeat(np.tile(steps, (240, 1))[..., None], 3, axis=-1)
    printed = dress(ramp, Recipe(look)).mean(axis=(0, 2)).reshape(8, 60).mean(axis=1)
    assert all(darker < lighter for darker, lighter in pairwise(printed))


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 200), (17, 18), (64, 61)])
def test_any_size_is_painted_at_that_size(width: int, height: int) -> None:
    shown = np.full((height, width, 3), 120, np.uint8)
    assert painted(shown, STYLES[Look.SUN]).shape == shown.shape


def test_a_style_is_a_hundred_numbers_and_any_size_is_painted_in_it() -> None:
    style = manner_of(photo("dahlia"))
    assert len(style) == 400
    for width, height in ((1, 1), (700, 90), (96, 700)):
        shown = np.full((height, width, 3), 120, np.uint8)
        assert in_manner(shown, style).shape == shown.shape


def test_another_style_is_another_picture_and_the_same_one_the_same() -> None:
    shown, seen = pixels("palace", 200), sight("palace")
    flower, cup = (manner_of(photo(name)) for name in ("dahlia", "coffee"))
    first = looked(shown, seen, Recipe(Look.OWN, style=flower))
    assert apart(first, looked(shown, seen, Recipe(Look.OWN, style=flower))) == 0
    assert apart(first, looked(shown, seen, Recipe(Look.OWN, style=cup))) > 12


def test_paintings_stop_at_1024_pixels_and_filters_at_2048() -> None:
    large = as_jpeg(lit("dahlia", Light(), size=(2600, 1950)), b"", quality=80)
    seen = sight("dahlia")
    assert restyle(large, seen, Recipe(Look.SUN)).width == PAINT_SIDE
    assert restyle(large, seen, Recipe(Look.DUO)).width == FILTER_SIDE


@pytest.mark.parametrize("look", [Look.MIST, Look.PENCIL])
def test_nothing_the_camera_wrote_survives(look: Look) -> None:
    exif = exif_of(Taken(1, DAY, LYON).shot())
    data = as_jpeg(lit("palace", Light(), size=(320, 240)), exif, quality=80)
    assert b"Exif\0" in data
    made = restyle(data, sight("palace"), Recipe(look)).jpeg
    assert b"Exif\0" not in made
    assert not opened(made).getexif()
    assert made.count(b"http://ns.adobe.com/xap/1.0/\0") == 1


@pytest.mark.parametrize("name", ["astronaut", "palace"])
def test_a_sheet_shows_the_photo_and_eleven_looks_of_it(name: str) -> None:
    seen = sight(name)
    looks = [*FILTERS, *list(FILTERS)[:3]]  # paintings take a second each
    names = ["Encre et pêche", "Huiles anciennes et un nom qui n’en finit pas", *["É"] * 9]
    sheet = opened(contact_sheet(photo(name), seen, looks, names, "Telle quelle"))
    width, height = sheet.size
    assert width == 1752
    below = np.asarray(sheet.convert("L"))[
        -height // 4 : -height // 12, width // 3 : 2 * width // 3
    ]
    assert below.std() > 10, "the last row is there"
    assert width + height < 10_000, "Telegram takes no larger photo"
    assert 0.4 < width / height < 2.5


@pytest.mark.parametrize("shape", list(SHAPES))
@pytest.mark.parametrize(
    "words",
    ["Été", "Joyeux anniversaire, Zoë ✨", "x" * 300, "mot " * 99, "À bientôt !", "Ночь 12", "7"],
)
def test_a_card_keeps_its_margins_whatever_the_words(words: str, shape: str) -> None:
    card = opened(title_card(words, "paper", shape))
    size = SHAPES[shape]
    assert card.size == (size.width, size.height)
    shown = np.asarray(card).astype(int)
    paper = np.array(DRESSES["paper"].paper)
    edge = size.width // 14  # inside the frame
    strip = shown[edge * 2 : -edge * 2, edge : edge + 20]
    assert np.abs(strip - paper).max() < 24, "no letter comes near the frame"
    middle = shown[edge * 2 : -edge * 2, edge * 2 : -edge * 2]
    assert np.abs(middle - paper).max() > 100, "something is written"


@pytest.mark.parametrize("words", ["✨ … !", "한국어"])
def test_a_card_of_no_letters_is_an_error_with_a_sentence(words: str) -> None:
    with pytest.raises(NothingToLetter):
        title_card(words, "paper", "square")


@pytest.mark.parametrize("junk", [b"", b"<html>", b"\x89PNG\r\n\x1a\nno", b"\xff\xd8\xff\xe0cut"])
def test_what_an_endpoint_sends_is_a_strangers_file(junk: bytes) -> None:
    with pytest.raises(Refused):
        received(junk, "somewhere")


def test_a_received_picture_is_made_ours_and_says_what_it_is() -> None:
    sent = io.BytesIO()
    secret = Image.Exif()
    secret[0x010E] = "prompt: canary7wren"
    Image.new("RGB", (3000, 1500), "teal").save(sent, "PNG", exif=secret)
    made = received(sent.getvalue(), "images.example & co")
    assert opened(made).size == (2048, 1024)
    assert b"canary7wren" not in made
    assert b"trainedAlgorithmicMedia" in made
    assert b"images.example &amp; co" in made


def test_a_broken_network_is_told_and_never_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check() == []
    weights = bytearray((brushes.WEIGHTS / STYLES_FILE.file).read_bytes())
    weights[1000] ^= 1
    (tmp_path / STYLES_FILE.file).write_bytes(weights)
    monkeypatch.setattr(brushes, "WEIGHTS", tmp_path)
    brushes._session.cache_clear()
    try:
        with pytest.raises(CannotPaint) as refusal:
            painted(pixels("cat", 64), 0)
        assert isinstance(refusal.value.__cause__, NetworkProblem)
        assert "SHA-256" in check()[0]
    finally:
        brushes._session.cache_clear()
