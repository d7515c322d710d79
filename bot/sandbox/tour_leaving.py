"""The last scenes: what /privacy shows, one purpose withdrawn, a copy, and everything erased."""

import io
from collections import Counter
from collections.abc import Sequence
from zipfile import ZipFile

from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_traveller import Traveller


async def privacy(you: Traveller) -> None:
    """The purposes; reminders are withdrawn by one tap."""
    t = you.t
    you.chapter("tour-privacy")
    off = t("privacy-button-off-nudge-memories")
    await you.say("/privacy")
    await you.see_button(off, "the purposes")
    await you.press(off)
    await you.see(lambda one: one.button(off) is None, "that reminders are off")


async def copy(you: Traveller) -> None:
    """Everything as a zip; its contents are listed."""
    t = you.t
    you.chapter("tour-copy")
    await you.say("/privacy")
    await you.see_button(t("privacy-button-export"), "the first screen")
    await you.press(t("privacy-button-export"))
    await you.see_button(t("privacy-button-export-make"), "what the copy holds")
    await you.press(t("privacy-button-export-make"))
    sent = await you.see(_is_zip, "the copy")
    names = ZipFile(io.BytesIO(you.sandbox.download(sent))).namelist()
    you.promise(any(name.endswith(".html") for name in names), "the copy has no page to read")
    you.notebook.listing(you.notebook.tell("tour-zip"), _by_folder(names))


def _by_folder(names: Sequence[str]) -> list[str]:
    """One line a folder, under the one that holds them all."""
    parents = Counter(name.split("/")[1] if name.count("/") > 1 else "" for name in names)
    pages = [name.rsplit("/", 1)[-1] for name in names if name.count("/") <= 1]
    folders = [f"{name}: {count}" for name, count in parents.items() if name]
    return [*folders, ", ".join(pages)]


def _is_zip(message: StoredMessage) -> bool:
    return str((message.document or {}).get("file_name")).endswith(".zip")


async def erase(you: Traveller) -> None:
    """Two taps and the when; what comes back is the certificate."""
    t = you.t
    you.chapter("tour-erasing")
    await you.say("/privacy")
    await you.see_button(t("privacy-button-erase"), "the first screen")
    for label in (
        t("privacy-button-erase"),
        t("privacy-button-erase-sure"),
        t("privacy-button-erase-now"),
    ):
        await you.see_button(label, f"“{label}”")
        await you.press(label)
    await you.see(
        lambda one: one.document is not None,
        "the certificate",
        picture=f"certificate-of-{you.name.lower()}.json",
    )
