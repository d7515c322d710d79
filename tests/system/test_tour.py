"""The newcomer's whole journey in both languages, and what it promises on the way."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import App
from bot.cli.demonstrating import demonstration, take_tour
from bot.errors import OperatorError
from bot.pixels.exif import NO_FACTS, read_facts
from bot.pixels.geometry import Size
from bot.pixels.header import Probe, probe
from bot.sandbox.server import Sandbox
from bot.sandbox.tour import play
from bot.texts import Language, Texts

TITLES = {"fr": "## En français", "en": "## In English", "us": "## In the United States"}
WHOLE = ("fr", "en")
PICTURES = {
    "collage", "another-layout", "titled", "dark", "story", "friend", "file", "reminder",
    "memory",
}  # fmt: skip


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the one tour of this file was written."""
    folder = tmp_path_factory.mktemp("tour")
    asyncio.run(take_tour(folder))
    return folder


def part(out: Path, folder: str) -> str:
    """What was said in one of the three journeys."""
    transcript = (out / "transcript.md").read_text("utf-8")
    begins = transcript.index(TITLES[folder])
    ends = [transcript.find(title, begins + 1) for title in TITLES.values()]
    return transcript[begins : min((end for end in ends if end > 0), default=len(transcript))]


def opened(out: Path, name: str) -> Probe:
    return probe((out / name).read_bytes())


@pytest.mark.parametrize("folder", WHOLE)
def test_it_shows_every_picture_that_a_newcomer_sees(out: Path, folder: str) -> None:
    shown = {path.stem for path in (out / folder).glob("*.jpg")}
    assert shown >= PICTURES
    sizes = {name: opened(out, f"{folder}/{name}.jpg").size for name in shown}
    assert sizes["collage"] == sizes["another-layout"] == sizes["dark"]
    assert sizes["collage"].width == sizes["collage"].height
    assert sizes["file"] == Size(1080, 1920)
    different = {(out / folder / f"{name}.jpg").read_bytes() for name in shown}
    assert len(different) >= len(shown) - 1  # the friend may have what the story was


@pytest.mark.parametrize("folder", WHOLE)
def test_the_file_says_nothing_of_when_and_where(out: Path, folder: str) -> None:
    assert read_facts(opened(out, f"{folder}/file.jpg").exif) == NO_FACTS


@pytest.mark.parametrize("folder", WHOLE)
def test_no_face_is_cut_and_what_was_shared_leaves_the_shelf(out: Path, folder: str) -> None:
    said = part(out, folder)
    assert re.search(r"2 visages, tous entiers|2 faces, all whole", said)
    shelf = re.search(r"(?:Jamais partagées|Never shared)\s?: \d+ · \w+\s?: (\d+)", said)
    assert shelf is not None
    assert int(shelf[1]) > 1


@pytest.mark.parametrize("folder", WHOLE)
def test_the_clock_brings_a_reminder_behind_a_spoiler(out: Path, folder: str) -> None:
    said = part(out, folder)
    assert said.index("The clock moves on") < said.index("(photo, behind a spoiler)")
    assert re.search(r"(1 sur 1 cette semaine|1 of 1 this week)", said)


@pytest.mark.parametrize("folder", [*WHOLE, "us"])
def test_erasing_leaves_nothing_readable(out: Path, folder: str) -> None:
    left = part(out, folder).rsplit("In the data folder afterwards", maxsplit=1)[1]
    assert "files: 0 sealed ones" in left
    assert "can be read: none" in left
    assert "Telegram id in any table: no" in left
    assert json.loads((out / folder / "certificate.json").read_text())["key_destroyed"] is True


def test_in_the_united_states_no_face_is_looked_for(out: Path) -> None:
    said = part(out, "us")
    assert "No face was looked for" in said
    assert "The table of face boxes is empty." in said
    assert "face_boxes" not in said


def test_each_journey_is_in_one_language(out: Path) -> None:
    assert "Une IA" not in part(out, "en")
    assert "an AI" not in part(out, "fr")


class Silent:
    """A bot that has its texts and says none of them."""

    def __init__(self, app: App) -> None:
        self.texts: dict[Language, Texts] = dict(app.texts)

    async def run(self, until: asyncio.Event) -> None:
        await until.wait()


async def test_a_tour_that_fails_says_where_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @asynccontextmanager
    async def silent(port: int, home: Path) -> AsyncIterator[tuple[Sandbox, Silent]]:
        async with demonstration(port, home) as (sandbox, app):
            yield sandbox, Silent(app)

    monkeypatch.setattr("bot.sandbox.tour_traveller.PATIENCE_SECONDS", 0.1)
    with pytest.raises(OperatorError, match=r"stopped for Lou at “Hello”: the bot did not show"):
        await play(tmp_path, silent)
    assert "/start" in (tmp_path / "transcript.md").read_text("utf-8")
