"""Point 10: a signed receipt for every choice, and a proof that is checked without the bot."""

from pathlib import Path

from bot.consent.verify import DoesNotHold, check, read
from bot.sandbox.tour_traveller import Traveller


async def play(you: Traveller) -> None:
    t = you.t
    you.chapter("tour-receipts")
    await you.say("/privacy")
    await you.see_button(t("privacy-button-receipts"), "the first screen")
    await you.press(t("privacy-button-receipts"))
    await you.see_button(t("privacy-button-proof"), "the receipts")
    await you.press(t("privacy-name-suggest-analyse"))
    sent = await you.see(lambda one: one.document is not None, "a receipt")
    receipt = you.notebook.file("receipt.json", you.sandbox.download(sent))
    _verify(you, receipt)
    await you.press(t("privacy-button-proof"))
    sent = await you.see(lambda one: one.document is not None, "all of them, and the key")
    _verify(you, you.notebook.file("proof.zip", you.sandbox.download(sent)))


def _verify(you: Traveller, file: Path) -> None:
    """With the check that `pepite audit proof` runs, and that lies in the zip itself."""
    try:
        lines = check(read(file))
    except DoesNotHold as what:
        raise you.failed(str(what)) from None
    you.note("tour-holds", name=file.name, count=len(lines))
