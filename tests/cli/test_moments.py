"""pepite moments: what a folder's moments are, as text and as JSON; nothing is kept."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.moments_look import Media
from bot.cli.moments_work import Moments, as_json, as_text, moments_of
from bot.cli.root import pepite
from bot.gallery.facts import Facts
from bot.gallery.left_out import LeftOut, Reason
from bot.pixels.film import glimpses
from bot.sandbox.album_exif import Shot, exif_of
from bot.sandbox.album_film import film
from bot.sandbox.album_light import Light, Window, as_jpeg, photo
from bot.sandbox.album_screenshot import screenshot
from tests.gallery.sights import sight

FLOWER = datetime(2024, 10, 13, 8, 30, tzinfo=UTC)  # half past ten in Lyon
SATURDAY = datetime(2024, 10, 12, 10)  # noqa: DTZ001 - on the camera's own clock
PART = Window(0.03, 0.02, 0.97, 0.96)


def shot(name: str, after: timedelta, light: Light = Light(), part: Window = Window()) -> bytes:  # noqa: B008 - frozen
    exif = exif_of(Shot(SATURDAY + after, timedelta(hours=2), 45.764, 4.8357))
    return as_jpeg(photo(name, light, part, (640, 480)), exif, quality=85)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A weekend in Lyon: two coffees that are twins, a cat on Sunday, a screenshot, no picture.

    The flower says nothing itself: Google Takeout's JSON beside it does.
    """
    place = tmp_path_factory.mktemp("weekend")
    (place / "IMG_1.jpg").write_bytes(shot("coffee", timedelta()))
    again = shot("coffee", timedelta(minutes=1), Light(brightness=1.05), PART)
    (place / "IMG_2.jpg").write_bytes(again)
    (place / "sunday").mkdir()
    (place / "sunday" / "IMG_3.jpg").write_bytes(shot("cat", timedelta(days=1)))
    told = {
        "photoTakenTime": {"timestamp": str(int(FLOWER.timestamp()))},
        "geoData": {"latitude": 45.764, "longitude": 4.8357},
    }
    silent = as_jpeg(photo("dahlia", Light(), Window(), (640, 480)), b"", quality=85)
    (place / "sunday" / "IMG_5.jpg").write_bytes(silent)
    (place / "sunday" / "IMG_5.jpg.supplemental-metadata.json").write_text(json.dumps(told))
    (place / "Screenshot_20241012-101500.png").write_bytes(screenshot(SATURDAY))
    (place / "IMG_4.jpg").write_bytes(b"no picture")
    (place / "notes.txt").write_text("not a photo either", encoding="utf-8")
    return place


def test_a_folder_is_told_as_moments_with_what_would_be_left_out(folder: Path) -> None:
    ran = CliRunner().invoke(pepite, ["moments", str(folder), "--json"])

    assert ran.exit_code == 1
    assert "IMG_4.jpg" in ran.stderr
    (journey,) = json.loads(ran.stdout)
    assert journey["title"] == "Weekend in Lyon, 12–13 October 2024"
    saturday, sunday = journey["moments"]
    assert set(saturday["photos"]) == {
        "IMG_1.jpg",
        "IMG_2.jpg",
        "Screenshot_20241012-101500.png",
    }
    assert saturday["left_out"]["Screenshot_20241012-101500.png"]["reason"] == "screenshot"
    assert saturday["best"] not in saturday["left_out"]
    assert len(saturday["left_out"]) == 2
    assert sunday.pop("best") in sunday["photos"]
    assert sunday == {
        "title": "Lyon, 13 October 2024",
        "photos": ["sunday/IMG_3.jpg", "sunday/IMG_5.jpg"],
        "films": [],
        "left_out": {},
    }


def walk(name: str, after: timedelta) -> bytes:
    shot = Shot(SATURDAY + after, timedelta(hours=2), 45.764, 4.8357)
    made = film(photo(name, Light(), Window(), (640, 480)), shot)
    assert made is not None
    return made


def test_videos_belong_to_moments_like_photos(tmp_path: Path) -> None:
    made = walk("dahlia", timedelta(minutes=5))
    (tmp_path / "IMG_1.jpg").write_bytes(shot("coffee", timedelta()))
    (tmp_path / "MOV_2.mp4").write_bytes(made)
    (tmp_path / "of the same.jpg").write_bytes(glimpses(made)[-1])
    (tmp_path / "broken.mp4").write_bytes(b"no film")

    found = moments_of(tmp_path)

    ((together,),) = (one["moments"] for one in json.loads(as_json(found)))
    assert together["title"] == "Lyon, 12 October 2024"
    assert set(together["photos"]) == {"IMG_1.jpg", "of the same.jpg"}
    assert together["films"] == ["MOV_2.mp4"]
    assert together["best"] in together["photos"]
    assert "\n  2 photos and 1 video, the best " in as_text(found)
    assert found.left_out["MOV_2.mp4"] == LeftOut(Reason.TWIN, "of the same.jpg")
    assert len(found.refused) == 1


def test_without_pyav_a_video_is_told_by_what_its_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "MOV_2.mp4").write_bytes(walk("dahlia", timedelta()))
    monkeypatch.setitem(sys.modules, "av", None)

    found = moments_of(tmp_path)

    assert as_text(found) == "Lyon, 12 October 2024\n  1 video"
    assert not found.refused


def test_what_would_be_left_out_is_never_called_the_best() -> None:
    media = {name: Media(name, Facts(), sight()) for name in ("a", "b", "c")}
    media["d"] = Media("d", Facts(), sight(), is_film=True)
    media["e"] = Media("e", Facts(), None, is_film=True)
    screen: LeftOut[str] = LeftOut(Reason.SCREENSHOT)
    without = {"a": screen, "b": screen}
    grouped = [["a", "b"], ["d", "c"], ["d", "e"], ["e"]]
    found = Moments(media, grouped, [[0], [1], [2], [3]], without, [])

    told = [moment for journey in json.loads(as_json(found)) for moment in journey["moments"]]
    assert [moment["best"] for moment in told] == [None, "c", "d", None]
    assert "\n  2 photos; left out: 2 screenshots\n" in as_text(found)


def test_a_folder_without_a_photo_is_one_sentence(tmp_path: Path) -> None:
    for wrong in (tmp_path, tmp_path / "nowhere"):
        ran = CliRunner().invoke(pepite, ["moments", str(wrong)])
        assert ran.exit_code != 0
        assert str(wrong) in str(ran.exception)
