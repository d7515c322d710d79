"""The walk of a newcomer: hello, an album, words, sharing, reminders, and nothing left of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bot.consent.countries import country_name
from bot.sandbox import tour_leaving as leaving
from bot.sandbox import tour_scenes as scenes
from bot.sandbox.album import AlbumFile, sample_album
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_notebook import Notebook
from bot.sandbox.tour_proof import face_boxes, look
from bot.sandbox.tour_traveller import Traveller
from bot.texts import Language, Texts

Albums = Sequence[Sequence[AlbumFile]]


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody and their country; own_words and towns must not be readable after the erasure.

    albums: from which file of the sample album to which; each is sent in one go.
    """

    language: Language
    country: str
    name: str
    albums: tuple[slice, ...]
    towns: tuple[str, ...] = ("Lyon", "Beijing", "Pékin", "Paris", "Washington", "Canaveral")
    friend: str = ""
    own_words: str = ""
    page_title: str = ""


FRANCE: Final = Journey(
    language="fr",
    country="FR",
    name="Lou",
    albums=(slice(0, None),),
    friend="Sam",
    own_words="L’été où Ysoline a compté toutes les étoiles & les cafés",
    page_title="Nos pépites, de Pékin à Lyon",
)
BRITAIN: Final = Journey(
    language="en",
    country="GB",
    name="Ada",
    albums=(slice(0, 7), slice(8, 12)),
    friend="Tom",
    own_words="The weekend when Ottoline counted every star & every coffee",
    page_title="Six years & one café",
)
STATES: Final = Journey(
    language="en",
    country="US",
    name="Joe",
    albums=(slice(0, 4),),
)
SHOWN_ON: Final = 1  # the file to rehearse on: an astronaut, with a date and a place


async def walk(
    sandbox: Sandbox,
    texts: Mapping[Language, Texts],
    data: Path,
    notebooks: Mapping[Language, Notebook],
) -> None:
    """data: the folder in which nothing of these people is left in the end."""
    today = sandbox.clock.now().date()
    for journey in (FRANCE, BRITAIN, STATES):
        notebook = notebooks[journey.language]
        await _travel(journey, sandbox, texts[journey.language], data, notebook, today=today)


async def _travel(
    journey: Journey,
    sandbox: Sandbox,
    t: Texts,
    data: Path,
    notebook: Notebook,
    *,
    today: date,
) -> None:
    """today: when the tour began; one album for all, for making it takes seconds."""
    lives_in = country_name(journey.country, journey.language)
    notebook.journey(notebook.tell("tour-walk", name=journey.name, country=lives_in))
    person = sandbox.person(journey.name, language_code=journey.language)
    you = Traveller(sandbox, person, t, notebook)
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
    collage = await scenes.send_album(you, albums[0], "us-collage.jpg")
    you.chapter("tour-no-faces")
    said = await scenes.details(you, collage)
    sentence = you.t("collage-details-no-faces")
    you.promise(sentence in said, "the certificate does not say that no face was looked for")
    stored = face_boxes(data)
    you.promise(not stored, f"{stored} face boxes are stored")
    you.note("tour-no-boxes")
    return []


async def _erase(you: Traveller, data: Path, words: Sequence[str]) -> None:
    """Before, the id is there to be found; afterwards nothing is."""
    before = look(data, words, you.person.id)
    you.promise(before.names_person, "the person was not found before the erasure")
    await leaving.erase(you)
    await you.sandbox.move_clock(scenes.MINUTE)
    left = look(data, words, you.person.id)
    tell = you.notebook.tell
    you.notebook.listing(tell("tour-before"), before.lines(tell))
    you.notebook.listing(tell("tour-after"), left.lines(tell))
    you.promise(not left.readable, f"after the erasure one can read {', '.join(left.readable)}")
    you.promise(not left.names_person, "after the erasure a table holds the Telegram id")
