from pathlib import Path

import numpy as np
import pytest

from bot.vision.faces import decode as decode_faces
from bot.vision.look import look_at
from bot.vision.networks import WEIGHTS, Network, Networks, check
from bot.vision.objects import anchors, labels
from bot.vision.objects import decode as decode_objects
from tests.vision.photos import photo, sight


def test_the_vendored_networks_are_whole() -> None:
    assert check() == []


@pytest.mark.parametrize("damage", ["missing", "broken"])
def test_without_networks_a_photo_is_still_seen_by_arithmetic(damage: str, tmp_path: Path) -> None:
    if damage == "broken":
        for network in Network:
            (tmp_path / network.value.file).write_bytes(b"not a network")
    networks = Networks(tmp_path)

    seen = look_at(photo("astronaut"), faces=True, networks=networks)

    assert (seen.faces, seen.people, seen.seen) == ((), (), ())
    assert seen.likeness.vector == b""
    assert seen.likeness.luminance == sight("astronaut").likeness.luminance
    assert seen.quality == sight("astronaut").quality
    assert sum(seen.saliency_x) == pytest.approx(1, abs=1e-3)
    assert len(networks.problems()) == len(Network)
    assert all(network.value.file in line for network, line in zip(
        Network, networks.problems(), strict=True
    ))  # fmt: skip


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    file = Network.PERSON_MASK.value.file
    weights = bytearray((WEIGHTS / file).read_bytes())
    weights[1000] ^= 1
    (tmp_path / file).write_bytes(weights)
    assert any("SHA-256" in line and file in line for line in Networks(tmp_path).problems())


def test_a_face_is_decoded_from_its_anchor() -> None:
    regressions, logits = np.zeros((2304, 16), np.float32), np.full(2304, -9, np.float32)
    cell = 10 * 48 + 20  # row 10, column 20: centre (82, 42) in pixels of 192
    logits[cell], regressions[cell, :4] = 2, (3, -2, 20, 30)
    corners, scores = decode_faces(regressions, logits, 0.5)
    assert corners.tolist() == [[75, 25, 95, 55]]
    assert scores[0] == pytest.approx(1 / (1 + np.exp(-2)))


def test_an_object_is_decoded_from_its_anchor() -> None:
    scores, shifts = np.zeros((19206, 90), np.float32), np.zeros((19206, 4), np.float32)
    scores[0, 16] = 0.9
    y, x, height, width = anchors()[0]
    shifts[0] = (0.5, -0.25, np.log(2), 0)
    rows, confidences, corners = decode_objects(scores, shifts)
    assert [labels()[row] for row in rows] == ["cat"]
    assert confidences[0] == pytest.approx(0.9)
    middle_y, middle_x = y + 0.5 * height, x - 0.25 * width
    assert corners[0] == pytest.approx(
        [middle_x - width / 2, middle_y - height, middle_x + width / 2, middle_y + height]
    )


def test_anchors_cover_the_square_at_every_level() -> None:
    assert anchors().shape == (19206, 4)
    assert anchors()[0].tolist() == [4, 4, 24, 24]
    assert anchors()[-1, :2].tolist() == pytest.approx([320 * 2.5 / 3, 320 * 2.5 / 3])
