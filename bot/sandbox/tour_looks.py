"""Point 5: eleven looks on one sheet, a painting, how strong, one person in colour, the file."""

from bot.looks.catalogue import OF_PEOPLE, Look
from bot.pixels.provenance import SourceType
from bot.sandbox.album import AlbumFile
from bot.sandbox.tour_imagine import tell_source
from bot.sandbox.tour_traveller import Traveller


async def play(you: Traveller, portrait: AlbumFile) -> None:
    t = you.t
    another = t("looks-button-another")
    you.chapter("tour-looks")
    await _open(you, portrait)
    await you.press("1")
    await you.see_photo(another, "a painting", picture="look-painting.jpg")
    await you.press(t("looks-button-light", chosen="no"))
    await you.see_photo(
        t("looks-button-light", chosen="yes"), "it lighter", picture="look-painting-light.jpg"
    )
    await you.press(t("looks-button-file"))
    sent = await you.see(lambda one: one.document is not None, "the file")
    file = you.notebook.file("look-file.jpg", you.sandbox.download(sent))
    tell_source(you, file.read_bytes(), SourceType.PAINTED_BY_A_NETWORK)
    await you.press(another)
    await you.see_photo("11", "the eleven again")
    await you.press(str(OF_PEOPLE.index(Look.POP) + 1))
    await you.see_photo(another, "somebody in colour", picture="look-pop.jpg")


async def _open(you: Traveller, portrait: AlbumFile) -> None:
    t = you.t
    you.notebook.says(you.name, you.notebook.tell("tour-sends-file", file=portrait.name))
    await you.person.send_file(portrait.name, portrait.data, portrait.mime)
    await you.see(t("gallery-kept", count=1), "that it is kept")
    await you.say("/gallery")
    await you.see_button(t("gallery-button-browse"), "the gallery")
    await you.press(t("gallery-button-browse"))
    await you.see_photo(t("gallery-button-looks"), "the newest photo", picture="look-photo.jpg")
    await you.press(t("gallery-button-looks"))
    await you.see_photo("11", "eleven looks", picture="looks.jpg")
