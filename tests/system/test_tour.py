"""The walk and the ten points in both languages, and what they promise on the way."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import App, read_texts
from bot.cli.audit_work import check_proof
from bot.cli.demonstrating import demonstration, take_tour
from bot.errors import OperatorError
from bot.pixels.exif import NO_FACTS, read_facts
from bot.pixels.geometry import Size
from bot.pixels.header import Probe, probe
from bot.pixels.provenance import VOCABULARY, SourceType
from bot.sandbox.endpoint import STAND_IN_HOST, StandIn
from bot.sandbox.server import Sandbox
from bot.sandbox.tour import play
from bot.texts import LANGUAGES, Language, Texts

TEXTS = read_texts()
BOTH = pytest.mark.parametrize("language", LANGUAGES)
WALK = {
    "collage", "another-layout", "titled", "theme", "numbers", "swapped", "story", "friend",
    "file", "reminder", "memory",
}  # fmt: skip
POINTS = {
    "summer", "write-collage", "ask-found-1", "ask-made", "ask-changed", "imagined",
    "imagined-papercut", "imagined-file", "card", "card-file", "look-photo", "looks",
    "look-painting", "look-painting-light", "look-file", "look-pop", "channel-post",
    "channel-file", "story-preview", "story-post", "training-first", "training-second",
    "objection-shared",
}  # fmt: skip
SOURCES = {
    "imagined-file": SourceType.MADE_FROM_WORDS,
    "card-file": SourceType.DRAWN_BY_RULES,
    "look-file": SourceType.PAINTED_BY_A_NETWORK,
    "channel-file": SourceType.COLLAGE_WITH_LETTERING,
    "story-post": SourceType.COLLAGE_WITH_LETTERING,
}
# Sentences of ours that stand in every such point: by their ids, so in whichever language.
SAID = {
    1: ["writing-how", "writing-by-rules", "writing-kept-below", "writing-used"],
    2: ["assistant-chat-line", "writing-others", "writing-stopped", "privacy-outbound-title"],
    3: ["assistant-which", "assistant-changed-dark", "assistant-screen-privacy"],
    4: ["looks-refused-person", "looks-label-ai-image", "looks-imagine-none", "looks-card-made"],
    5: ["looks-sheet-title", "looks-label-edited", "looks-label-filter"],
    6: ["sharing-recap-private", "sharing-taken-back", "sharing-story-connected"],
    7: ["consent-given-inform-launch", "welcome-year"],
    8: ["consent-given"],
    9: ["object-from-page"],
    10: ["privacy-proof"],
}
TAGS = re.compile(r"</?\w+>|[*~]")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the one tour of this file was written."""
    folder = tmp_path_factory.mktemp("tour")
    asyncio.run(take_tour(folder))
    return folder


def transcript(out: Path, language: Language) -> str:
    return (out / f"{language}.md").read_text("utf-8")


def point(out: Path, language: Language, number: int) -> str:
    """All chapters of one point, as plain words."""
    chapters = re.split(r"^###? ", transcript(out, language), flags=re.MULTILINE)
    own = [one for one in chapters if re.match(rf"{number}\b", one)]
    assert own, f"there is no point {number}"
    return TAGS.sub("", "\n".join(own))


def opened(out: Path, name: str) -> Probe:
    return probe((out / name).read_bytes())


def plain(t: Texts, text_id: str) -> str:
    """The first line, as the transcript has it."""
    return TAGS.sub("", t(text_id).split("\n", maxsplit=1)[0]).strip()


@BOTH
def test_it_shows_every_picture_that_a_newcomer_sees(out: Path, language: Language) -> None:
    shown = {path.stem for path in (out / language).glob("*.jpg")}
    assert shown >= WALK | POINTS
    sizes = {name: opened(out, f"{language}/{name}.jpg").size for name in shown}
    assert sizes["collage"] == sizes["another-layout"] == sizes["theme"]
    assert sizes["collage"].width == sizes["collage"].height
    assert sizes["file"] == sizes["story-post"] == Size(1080, 1920)
    for first, second in (
        ("ask-made", "ask-changed"), ("imagined", "imagined-papercut"),
        ("look-painting", "look-painting-light"), ("look-painting", "look-pop"),
        ("look-painting", "look-photo"),
    ):  # fmt: skip
        before, after = (out / language / f"{name}.jpg" for name in (first, second))
        assert before.read_bytes() != after.read_bytes()
    said = transcript(out, language)
    for name in shown:
        assert f"![{name}]({language}/{name}.jpg)" in said


@BOTH
def test_each_file_says_how_it_was_made_and_nothing_of_when_and_where(
    out: Path, language: Language
) -> None:
    for name in (*SOURCES, "file"):
        assert read_facts(opened(out, f"{language}/{name}.jpg").exif) == NO_FACTS
    for name, source in SOURCES.items():
        data = (out / language / f"{name}.jpg").read_bytes()
        assert f'"{VOCABULARY}{source}"'.encode() in data, name


@BOTH
@pytest.mark.parametrize("number", range(1, 11))
def test_each_of_the_ten_points_is_played(out: Path, language: Language, number: int) -> None:
    said, t = point(out, language, number), TEXTS[language]
    for text_id in SAID[number]:
        assert plain(t, text_id) in said, text_id


@BOTH
def test_no_sentence_of_the_other_language_is_in_it(out: Path, language: Language) -> None:
    said = TAGS.sub("", transcript(out, language))
    other: Language = "fr" if language == "en" else "en"
    for text_ids in SAID.values():
        for text_id in text_ids:
            assert plain(TEXTS[other], text_id) not in said, text_id
    foreign = {"en": ("Une IA", "appuie sur", "« "), "fr": ("an AI", " presses ", "“")}
    for words in foreign[language]:
        assert words not in said


@BOTH
def test_no_face_is_cut_and_what_was_shared_leaves_the_shelf(
    out: Path, language: Language
) -> None:
    said = transcript(out, language)
    assert re.search(r"2 visages, tous entiers|2 faces, all whole", said)
    shelf = re.search(r"(?:Jamais partagées|Never shared)\s?: \d+ · \w+\s?: (\d+)", said)
    assert shelf is not None
    assert int(shelf[1]) > 1


@BOTH
def test_the_clock_brings_a_reminder_behind_a_spoiler(out: Path, language: Language) -> None:
    said = transcript(out, language)
    moved = re.search(r"L’horloge avance d’un jour|The clock moves on by a day", said)
    hidden = re.search(r"une photo, floutée|a photo, behind a spoiler", said)
    assert moved
    assert hidden
    assert moved.start() < hidden.start()
    assert re.search(r"(1 sur 1 cette semaine|1 of 1 this week)", said)


@pytest.mark.parametrize(("language", "name"), [("fr", "lou"), ("en", "ada"), ("en", "joe")])
def test_erasing_leaves_nothing_readable(out: Path, language: Language, name: str) -> None:
    said = transcript(out, language)
    lefts = re.findall(r"dossier de données, après|data folder afterwards", said)
    assert len(lefts) == {"fr": 1, "en": 2}[language]
    for left in re.split(r"dossier de données, après|data folder afterwards", said)[1:]:
        listed = left.split("###", maxsplit=1)[0]
        assert re.search(r"fichiers\s: 0 scellés|files: 0 sealed", listed)
        assert re.search(r"peut lire\s: rien|can be read: none", listed)
        assert re.search(r"une table\s: non|any table: no", listed)
    certificate = json.loads((out / language / f"certificate-of-{name}.json").read_text())
    assert certificate["key_destroyed"] is True


def test_in_the_united_states_no_face_is_looked_for(out: Path) -> None:
    said = transcript(out, "en")
    chapter = said[said.index("### No face is looked for") :]
    assert "No face was looked for" in chapter
    assert "The table of face boxes is empty." in chapter
    rows = chapter[chapter.index("afterwards") :].split("\n## ", maxsplit=1)[0]
    assert "face_boxes" not in rows


@BOTH
def test_an_endpoint_that_dies_is_named_and_its_host_is_in_the_ledger(
    out: Path, language: Language
) -> None:
    said = point(out, language, 2)
    t = TEXTS[language]
    assert plain(t, "writing-stopped") in said
    assert t("remote-why-broken", host=STAND_IN_HOST) in said
    assert said.count(STAND_IN_HOST) > 3  # asked with its name, written by, died, went to


@BOTH
def test_the_change_of_a_text_is_struck_and_bold(out: Path, language: Language) -> None:
    said = transcript(out, language)
    assert re.search(r"~~[^~]+~~", said)
    assert re.search(r"~~ ?\*\*[^*]+\*\*", said)


@BOTH
def test_fifty_make_a_ranker_and_forty_nine_do_not(out: Path, language: Language) -> None:
    said = point(out, language, 8)
    counted = [said.index(TEXTS[language]("privacy-contributors", count=49, needed=50))]
    counted.append(said.index(TEXTS[language]("privacy-contributors-enough", count=50, needed=50)))
    assert counted == sorted(counted)


@BOTH
def test_every_receipt_holds_by_the_command_that_people_run(out: Path, language: Language) -> None:
    for name in ("receipt.json", "proof.zip", "objection-receipt.json"):
        assert check_proof(out / language / name, None)


@BOTH
def test_the_page_answers_twice_with_one_reference(out: Path, language: Language) -> None:
    form = (out / language / "objection-page.html").read_text("utf-8")
    done = (out / language / "objection-done.html").read_text("utf-8")
    assert f'lang="{language}"' in form
    assert "<script" not in form + done
    reference = re.search(r"<code>([^<]+)</code>", done)
    assert reference
    assert point(out, language, 9).count(reference[1]) > 1  # on the page, and in the chat


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
    async def silent(
        home: Path, stand_in: StandIn | None, **changed: object
    ) -> AsyncIterator[tuple[Sandbox, Silent]]:
        del stand_in, changed  # a silent bot asks nobody
        async with demonstration(0, home) as (sandbox, app):
            yield sandbox, Silent(app)

    monkeypatch.setattr("bot.sandbox.tour_traveller.PATIENCE_SECONDS", 0.1)
    with pytest.raises(OperatorError, match=r"stopped for Lou at “Bonjour”: the bot did not show"):
        await play(tmp_path, silent)
    assert "/start" in (tmp_path / "fr.md").read_text("utf-8")
