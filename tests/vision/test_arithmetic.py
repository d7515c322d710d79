import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFilter

from bot.pixels.geometry import Box
from bot.vision.boxes import letterbox, thin_out
from bot.vision.colours import hue_shares, lab
from bot.vision.quality import judge
from bot.vision.saliency import contrast, profiles
from tests.vision.photos import NAMES, pixels

eighths = st.integers(0, 6).flatmap(
    lambda low: st.integers(low + 1, 7).map(lambda high: (low / 8, high / 8))
)


def grey(width: int = 120, height: int = 80, value: int = 120) -> np.ndarray:
    return np.full((height, width, 3), value, np.uint8)


def test_lab_knows_black_white_and_red() -> None:
    white, black, red = lab(np.array([[(255, 255, 255), (0, 0, 0), (255, 0, 0)]], np.uint8))[0]
    assert white == pytest.approx([100, 0, 0], abs=0.5)
    assert black == pytest.approx([0, 0, 0], abs=0.5)
    assert red == pytest.approx([53.2, 80.1, 67.2], abs=0.5)


def test_a_grey_picture_has_no_hue() -> None:
    assert hue_shares(lab(grey())) == (0.0,) * 24


def test_one_colour_has_one_hue() -> None:
    assert max(hue_shares(lab(np.full((9, 9, 3), (200, 30, 40), np.uint8)))) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_blurred_photo_is_less_sharp_and_a_dark_one_less_well_lit(name: str) -> None:
    image = pixels(name)
    as_it_is = judge(np.asarray(image))
    soft = judge(np.asarray(image.filter(ImageFilter.GaussianBlur(4))))
    dark = judge(np.asarray(image) // 8)
    assert soft.sharpness < 0.7 * as_it_is.sharpness
    assert dark.exposure < as_it_is.exposure
    assert judge(np.asarray(image.convert("L").convert("RGB"))).colour == 0


@given(eighths, eighths, st.sampled_from(["faces", "people", "things"]))
def test_the_eye_goes_where_somebody_or_something_is(
    across: tuple[float, float], down: tuple[float, float], what: str
) -> None:
    box = Box(across[0], down[0], across[1], down[1])
    x, y = profiles(
        contrast(grey()),
        faces=[box] if what == "faces" else (),
        people=[box] if what == "people" else (),
        things=[box] if what == "things" else (),
    )
    plain_x, _ = profiles(contrast(grey()))
    middle = (box.left + box.right) / 2
    peak = (int(np.argmax(x)) + 0.5) / 64
    assert abs(peak - middle) <= abs((int(np.argmax(plain_x)) + 0.5) / 64 - middle) + 1 / 64
    assert sum(x) == pytest.approx(1, abs=1e-3)
    assert sum(y) == pytest.approx(1, abs=1e-3)


def test_a_lone_bright_thing_draws_the_eye() -> None:
    scene = grey(160, 160, 40)
    scene[100:120, 30:50] = (250, 220, 60)
    x, y = profiles(contrast(scene))
    assert 30 / 160 <= np.argmax(x) / 64 <= 50 / 160
    assert 100 / 160 <= np.argmax(y) / 64 <= 120 / 160


def test_a_mask_counts_only_where_a_person_was_found() -> None:
    mask = np.zeros((256, 256), np.float32)
    mask[:, 192:] = 1
    assert profiles(contrast(grey()), mask=mask) == profiles(contrast(grey()))
    inside, _ = profiles(contrast(grey()), people=[Box(0.5, 0, 1, 1)], mask=mask)
    without, _ = profiles(contrast(grey()), people=[Box(0.5, 0, 1, 1)])
    assert sum(inside[48:]) > sum(without[48:])


@given(st.integers(1, 400), st.integers(1, 400), st.booleans())
def test_a_box_of_the_letterbox_is_the_box_of_the_picture(
    width: int,
    height: int,
    centred: bool,  # noqa: FBT001 - drawn by Hypothesis
) -> None:
    fitted = letterbox(grey(width, height), 192, centred=centred)
    corners = np.array(
        [fitted.left, fitted.top, fitted.left + fitted.width, fitted.top + fitted.height]
    )
    assert fitted.square.shape == (192, 192, 3)
    assert fitted.box(corners) == Box(0, 0, 1, 1)


def test_of_two_boxes_on_one_thing_the_surer_stays() -> None:
    boxes = np.array([[0, 0, 10, 10], [1, 1, 11, 11], [20, 20, 30, 30]], np.float32)
    assert thin_out(boxes, np.array([0.6, 0.9, 0.7]), 0.3) == [1, 2]
    assert thin_out(np.zeros((0, 4), np.float32), np.zeros(0), 0.3) == []
