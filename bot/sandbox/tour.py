"""The whole journey of a newcomer without a browser; its pictures and transcript in a folder."""

import asyncio
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from bot.sandbox import tour_leaving as leaving
from bot.sandbox import tour_scenes as scenes
from bot.sandbox.server import Sandbox
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


Demonstration = Callable[[int, Path], AbstractAsyncContextManager[tuple[Sandbox, Running]]]


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody and their country; own_words and towns must not be readable after the erasure.

    shares: which of the collages goes to the friend, the last one being -1.
    """

    folder: str
    title: str
    language: Language
    country: str
    name: str
    friend: str
    own_words: str
    towns: tuple[str, ...]
    shares: int


FRANCE: Final = Journey(
    folder="fr",
    title="En français: Lou, who lives in France",
    language="fr",
    country="FR",
    name="Lou",
    friend="Sam",
    own_words="L’été où Ysoline a compté toutes les étoiles & les cafés",
    towns=("Lyon", "Pékin", "Beijing", "Paris", "Washington"),
    shares=-1,
)
BRITAIN: Final = Journey(
    folder="en",
    title="In English: Ada, who lives in the United Kingdom",
    language="en",
    country="GB",
    name="Ada",
    friend="Tom",
    own_words="The year Ottoline counted every star & every coffee",
    towns=("Lyon", "Beijing", "Paris", "Washington"),
    shares=0,
)
STATES: Final = Journey(
    folder="us",
    title="In the United States: Joe, whose faces are not looked for",
    language="en",
    country="US",
    name="Joe",
    friend="Ann",
    own_words="",
    towns=("Lyon", "Beijing", "Paris", "Washington"),
    shares=0,
)


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
    stopped = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(app.run(stopped))
        try:
            for journey in (FRANCE, BRITAIN, STATES):
                notebooks.append(Notebook(out, journey.folder))
                await _travel(journey, sandbox, app.texts, data, notebooks[-1])
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
) -> None:
    notebook.journey(journey.title)
    person = sandbox.person(journey.name, language_code=journey.language)
    you = Traveller(sandbox, person, texts[journey.language], notebook)
    await scenes.welcome(you, journey.country)
    if journey.own_words:
        words = await _whole(you, journey, data)
    else:
        words = await _without_faces(you, data)
    await _erase(you, data, [*words, *journey.towns])


async def _whole(you: Traveller, journey: Journey, data: Path) -> Sequence[str]:
    """Everything the issue of a newcomer holds; returns words that only this person wrote."""
    friend = you.sandbox.person(journey.friend, language_code=journey.language)
    collages = await scenes.send_album(you)
    you.promise(face_boxes(data), "no face box is there, though faces may be looked for")
    await scenes.change(you, collages[0])
    shared = collages[journey.shares]
    proposal = await scenes.choose_words(you, shared, journey.own_words)
    await scenes.share(you, shared, friend)
    await scenes.take_file(you, collages[0])
    await scenes.reminders(you, shared)
    await leaving.privacy(you)
    await leaving.copy(you)
    return [journey.own_words, proposal]


async def _without_faces(you: Traveller, data: Path) -> Sequence[str]:
    """An album and its certificate: no face was looked for, and no box is stored."""
    collages = await scenes.send_album(you)
    you.chapter("No face is looked for")
    said = await scenes.details(you, collages[0])
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
