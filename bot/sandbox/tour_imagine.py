"""Point 4: pictures from words, what is refused, and what there is without an endpoint."""

from bot.pixels.provenance import VOCABULARY, SourceType
from bot.sandbox.tour_traveller import Traveller


async def play(you: Traveller) -> None:
    """With an endpoint that was agreed to."""
    t = you.t
    again = t("looks-button-again")
    you.chapter("tour-imagine")
    await you.say_line("imagine-refused")
    await you.see(t("looks-refused-person"), "that it does not draw this")
    await you.say_line("imagine")
    await you.see_photo(again, "a picture", picture="imagined.jpg")
    preset = t("looks-button-preset-papercut")
    await you.press(preset)
    await you.see_photo(again, "the same as a paper cut", picture="imagined-papercut.jpg")
    await you.press(t("looks-button-file"))
    sent = await you.see(lambda one: one.document is not None, "the file")
    file = you.notebook.file("imagined-file.jpg", you.sandbox.download(sent))
    tell_source(you, file.read_bytes(), SourceType.MADE_FROM_WORDS)


async def play_without(you: Traveller) -> None:
    """It says so, and letters the words on a card."""
    t = you.t
    await you.say_line("imagine")
    await you.see(t("looks-imagine-none"), "that there is no endpoint")
    await you.press(t("looks-button-card"))
    await you.see_photo(t("looks-button-dress"), "a card", picture="card.jpg")
    await you.press(t("looks-button-file"))
    sent = await you.see(lambda one: one.document is not None, "the file")
    file = you.notebook.file("card-file.jpg", you.sandbox.download(sent))
    tell_source(you, file.read_bytes(), SourceType.DRAWN_BY_RULES)


def tell_source(you: Traveller, jpeg: bytes, source: SourceType) -> None:
    """What the file says of itself, read back."""
    said = VOCABULARY + source
    you.promise(f'"{said}"'.encode() in jpeg, f"the file does not say that it is {source}")
    you.note("tour-source", source=said)
