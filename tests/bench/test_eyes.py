"""The eyes' bench: the same numbers make the same corpus, and its figures can be wrong."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.bench.corpus.lens import Change
from bot.bench.corpus.papers import PAPERS
from bot.bench.corpus.render import render
from bot.bench.corpus.screens import SCREENS
from bot.bench.corpus.shots import truths, without_half_the_dates
from bot.bench.eyes import corpus_rows
from bot.bench.eyes_moments import score
from bot.bench.eyes_photos import photo_rows
from bot.bench.eyes_seen import SeenMedia
from bot.errors import OperatorError
from bot.vision.look import look_at
from bot.vision.sight import PictureKind


def test_a_corpus_has_every_kind_of_picture_and_of_truth() -> None:
    known = truths(2_000)
    assert {one.kind for one in known} == set(PictureKind)
    assert {one.change for one in known} == set(Change)
    assert {one.style for one in known} > set(SCREENS) | set(PAPERS)
    assert len({one.key for one in known}) == len(known) == 2_000
    assert any(one.is_night for one in known)
    assert any(one.is_blurred for one in known)
    assert any(one.faces > 1 for one in known)
    assert sum(one.is_held_out for one in known) > 500


def test_the_same_numbers_make_the_same_corpus_byte_for_byte() -> None:
    assert truths(40) == truths(40)
    assert truths(40, seed=8) != truths(40)
    assert render(truths(40)[3]) == render(truths(40)[3])


def test_half_the_dates_are_missing_and_nothing_else_has_changed() -> None:
    known = truths(1_000)
    fewer = without_half_the_dates(known)
    photos = [(one, less) for one, less in zip(known, fewer, strict=True) if one.event]
    missing = sum(less.stated is None for _, less in photos)
    assert 0.4 < missing / len(photos) < 0.6
    assert all(
        replace(less, stated=one.stated, has_place=one.has_place) == one for one, less in photos
    )


@pytest.fixture(scope="module")
def seen() -> list[SeenMedia]:
    """A few photos, papers and screens, looked at in this process."""
    known = truths(60)
    return [SeenMedia(one, look_at(render(one), faces=True)) for one in known[::10]]


def test_every_figure_has_its_bar_and_what_is_behind_it(seen: list[SeenMedia]) -> None:
    rows = {str(row[0]): row for row in corpus_rows(seen)}
    assert rows["near-twins within 10 min, precision"][2] == 0.99
    assert rows["screenshots and documents, recall"][2] == 0.95
    assert rows["moments, half the dates missing, F1"][2] == 0.85
    assert all("real)" in str(row[-1]) for row in rows.values())


def test_moments_that_are_wrong_cost_their_figure(seen: list[SeenMedia]) -> None:
    photos = [one.truth for one in seen if one.truth.event]
    sights = {one.truth.key: one.sight for one in seen}
    true = score(photos, sights)
    torn = score([replace(one, event=one.key) for one in photos], sights)
    assert true.right > 0
    assert true.missed == 0
    assert torn.right == 0


def test_photos_with_a_truth_file_are_measured(tmp_path: Path) -> None:
    shown = truths(60)[-1]
    (tmp_path / "one.png").write_bytes(render(shown))
    truth = tmp_path / "truth.json"
    truth.write_text(json.dumps({"one.png": {"concepts": ["cat"], "faces": 0}}), encoding="utf-8")

    rows = {str(row[0]): row[1] for row in photo_rows(tmp_path)}

    assert rows[f"concepts, {tmp_path.name}: said of those to see"] == 0
    truth.write_text('{"one.png": {"concepts": ["kat"]}}', encoding="utf-8")
    with pytest.raises(OperatorError, match="kat"):
        photo_rows(tmp_path)
