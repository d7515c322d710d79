"""The whole journey of a newcomer without a browser; its pictures and transcript in a folder."""

import asyncio
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from bot.sandbox import tour_leaving as leaving
from bot.sandbox import tour_scenes as scenes
from bot.sandbox.album import AlbumFile, sample_album
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_notebook import Notebook
from bot.sandbox.tour_proof import face_boxes, look
from bot.sandbox.tour_traveller import TourFailed, Traveller
from bot.texts import Language, Texts

TRANSCRIPT: Final = "transcript.md"
TITLE: Final = (
    "# A tour of Pépite\n\nPlayed by a program against the sandbox; every word is real.\n"
)


class Running(Protocol):
    """What the tour needs of the App."""

    @property
    def texts(self) -> Mapping[Language, Texts]: ...

    async def run(self, until: asyncio.Event) -> None: ...


Albums = Sequence[Sequence[AlbumFile]]
Demonstration = Callable[[int, Path], AbstractAsyncContextManager[tuple[Sandbox, Running]]]


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody and their country; own_words and towns must not be readable after the erasure.

    albums: from which file of the sample album to which; each is sent in one go.
    """

    folder: str
    title: str
    language: Language
    country: str
    name: str
    albums: tuple[slice, ...]
    towns: tuple[str, ...] = ("Lyon", "Beijing", "Pékin", "Paris", "Washington", "Canaveral")
    friend: str = ""
    own_words: str = ""
    page_title: str = ""


FRANCE: Final = Journey(
    folder="fr",
    title="En français: Lou, who lives in France",
    language="fr",
    country="FR",
    name="Lou",
    albums=(slice(0, None),),
    friend="Sam",
    own_words="L’été où Ysoline a compté toutes les étoiles & les cafés",
    page_title="Nos pépites, de Pékin à Lyon",
)
BRITAIN: Final = Journey(
    folder="en",
    title="In English: Ada, who lives in the United Kingdom",
    language="en",
    country="GB",
    name="Ada",
    albums=(slice(0, 7), slice(8, 12)),
    friend="Tom",
    own_words="The weekend when Ottoline counted every star & every coffee",
    page_title="Six years & one café",
)
STATES: Final = Journey(
    folder="us",
    title="In the United States: Joe, whose faces are not looked for",
    language="en",
    country="US",
    name="Joe",
    albums=(slice(0, 4),),
)
SHOWN_ON: Final = 1  # the file to rehearse on: an astronaut, with a date and a place


async def play(out: Path, demonstration: Demonstration) -> list[Path]:
    """Play the three journeys; returns what was written, the transcript first.

    Raises TourFailed with one sentence; what was seen until then is written all the same.
    """
    notebooks: list[Notebook] = []
    try:
        with tempfile.TemporaryDirectory(prefix="pepite-tour-") as home:
            async with demonstration(0, Path(home)) as (sandbox, app):
                await _while_running(app, sandbox, Path(home) / "data", out, notebooks)
    finally:
        transcript = _write(out, notebooks)
    return [transcript, *(path for book in notebooks for path in book.files)]


def _write(out: Path, notebooks: Sequence[Notebook]) -> Path:
    transcript = out / TRANSCRIPT
    transcript.write_text("\n".join([TITLE, *(book.text() for book in notebooks)]), "utf-8")
    return transcript


async def _while_running(
    app: Running, sandbox: Sandbox, data: Path, out: Path, notebooks: list[Notebook]
) -> None:
    """The bot runs in a task of this group; what the tour says is not wrapped in a group."""
    failure: TourFailed | None = None
    stopped, today = asyncio.Event(), sandbox.clock.now().date()
    async with asyncio.TaskGroup() as group:
        group.create_task(app.run(stopped))
        try:
            for journey in (FRANCE, BRITAIN, STATES):
                notebooks.append(Notebook(out, journey.folder))
                await _travel(journey, sandbox, app.texts, data, notebooks[-1], today=today)
        except TourFailed as what:
            failure = what
        stopped.set()
    if failure is not None:
        raise failure


async def _travel(
    journey: Journey,
    sandbox: Sandbox,
    texts: Mapping[Language, Texts],
    data: Path,
    notebook: Notebook,
    *,
    today: date,
) -> None:
    """today: when the tour began; one album for all, for making it takes seconds."""
    notebook.journey(journey.title)
    person = sandbox.person(journey.name, language_code=journey.language)
    you = Traveller(sandbox, person, texts[journey.language], notebook)
    files = sample_album(today)
    await scenes.welcome(you, journey.country, files[SHOWN_ON])
    albums = [files[part] for part in journey.albums]
    travels = {"FR": _remembers_then_shares, "GB": _shares_then_remembers, "US": _without_faces}
    words = await travels[journey.country](you, journey, albums, data)
    if words:
        await leaving.privacy(you)
        await leaving.copy(you)
    await _erase(you, data, [*words, *journey.towns])


async def _remembers_then_shares(
    you: Traveller, journey: Journey, albums: Albums, data: Path
) -> Sequence[str]:
    """One large album, all of whose photos are shared at last."""
    collage = await scenes.send_album(you, albums[0])
    you.promise(face_boxes(data), "no face box is there, though faces may be looked for")
    await scenes.change(you, collage, journey.page_title)
    await scenes.take_file(you, collage)
    await scenes.reminders(you, collage)
    return await _share(you, journey, collage)


async def _shares_then_remembers(
    you: Traveller, journey: Journey, albums: Albums, _data: Path
) -> Sequence[str]:
    """Two albums: one is shared, the other comes back as a reminder."""
    first = await scenes.send_album(you, albums[0])
    second = await scenes.send_album(you, albums[1], "second-collage.jpg")
    words = await _share(you, journey, second)
    await scenes.change(you, first, journey.page_title)
    await scenes.take_file(you, first)
    await scenes.reminders(you, second)
    return words


async def _share(you: Traveller, journey: Journey, collage: StoredMessage) -> Sequence[str]:
    """Returns words that are this person’s alone."""
    friend = you.sandbox.person(journey.friend, language_code=journey.language)
    proposal = await scenes.choose_words(you, collage, journey.own_words)
    await scenes.share(you, collage, friend)
    return [journey.own_words, proposal]


async def _without_faces(
    you: Traveller, _journey: Journey, albums: Albums, data: Path
) -> Sequence[str]:
    """An album and its certificate: no face was looked for, and no box is stored."""
    collage = await scenes.send_album(you, albums[0])
    you.chapter("No face is looked for")
    said = await scenes.details(you, collage)
    sentence = you.t("collage-details-faces", count=0)
    you.promise(sentence in said, "the certificate does not say that no face was looked for")
    stored = face_boxes(data)
    you.promise(not stored, f"{stored} face boxes are stored")
    you.notebook.note("The table of face boxes is empty.")
    return []


async def _erase(you: Traveller, data: Path, words: Sequence[str]) -> None:
    """Before, the id is there to be found; afterwards nothing is."""
    before = look(data, words, you.person.id)
    you.promise(before.names_person, "the person was not found before the erasure")
    await leaving.erase(you)
    await you.sandbox.move_clock(scenes.MINUTE)
    left = look(data, words, you.person.id)
    you.notebook.listing("In the data folder before:", before.lines())
    you.notebook.listing("In the data folder afterwards:", left.lines())
    you.promise(not left.readable, f"after the erasure one can read {', '.join(left.readable)}")
    you.promise(not left.names_person, "after the erasure a table holds the Telegram id")
