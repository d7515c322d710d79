"""Point 3: plain words find, make and change; what stays with one's own finger stays there."""

import re
from html import unescape

from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_traveller import Traveller

TAGS = re.compile(r"</?[a-z]+>")


async def play(you: Traveller) -> StoredMessage:
    """Returns the collage that was made by words."""
    you.chapter("tour-ask")
    await _find(you)
    collage = await _make(you)
    await _change(you, collage)
    await _ask_back(you)
    await you.say_line("delete")
    await you.see(you.t("assistant-screen-privacy"), "the way to the screen")
    await you.say("/gallery")
    await you.see_button(you.t("gallery-button-browse"), "that all is still there")
    return collage


async def _find(you: Traveller) -> None:
    t = you.t
    await you.say_line("find")
    found = await you.see_button(t("assistant-button-show"), "what was found")
    await you.press(t("assistant-button-show"), found)
    await you.see(lambda one: bool(one.photo) and one.id > found.id, "the photos")
    await you.settle()
    shown = [one for one in you.person.from_bot if one.photo and one.id > found.id]
    for number, message in enumerate(shown, start=1):
        you.notebook.file(f"ask-found-{number}.jpg", you.sandbox.download(message))


async def _make(you: Traveller) -> StoredMessage:
    await you.say_line("make")
    collage = await you.see_photo(you.t("collage-button-layout"), "a collage")
    await you.settle()
    you.notebook.file("ask-made.jpg", you.sandbox.download(collage))
    return collage


async def _change(you: Traveller, collage: StoredMessage) -> None:
    """A title, then dark; each answer hangs on the collage."""
    t = you.t
    title = you.notebook.tell("tour-say-title-itself")
    await you.say_line("title", title=title)
    await you.see(plain(t("assistant-changed-own-title", title=title)), "that it has a title")
    await you.say_line("dark")
    await you.see(plain(t("assistant-changed-dark")), "that it is dark")
    await you.settle()
    you.notebook.file("ask-changed.jpg", you.sandbox.download(collage))


async def _ask_back(you: Traveller) -> None:
    """A word that is a town and means something else too."""
    await you.say_line("which")
    asked = await you.see(plain(you.t("assistant-which")), "which of two is meant")
    you.promise(len(asked.buttons) == 2, "there are not two readings to choose from")  # noqa: PLR2004 - two
    await you.press(asked.buttons[0], asked)
    await you.see_button(you.t("assistant-button-show"), "what was found")


def plain(text: str) -> str:
    """As a phone shows it."""
    return unescape(TAGS.sub("", text))
