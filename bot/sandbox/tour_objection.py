"""Point 9: told rather than asked, an OK, and an objection on a page that needs no login."""

import re
from collections.abc import Sequence

from aiohttp import ClientSession

from bot.consent.interest import CHOICES
from bot.consent.notices import Notices, Operator
from bot.consent.objection import Scope
from bot.consent.regions import Regime
from bot.sandbox.album import AlbumFile
from bot.sandbox.person import Person
from bot.sandbox.tour_scenes import give, share_with
from bot.sandbox.tour_traveller import Traveller

FORM = re.compile(r'name="form" value="([^"]+)"')
REFERENCE = re.compile(r"<code>([^<]+)</code>")


async def play(you: Traveller, friend: Person, photos: Sequence[AlbumFile]) -> None:
    t = you.t
    notice = Notices.read(Operator("")).show(CHOICES, t.language, Regime.EU_LI, date="")
    collage = await give(you, photos, "objection-shared.jpg")
    await share_with(you, collage, friend)
    told = await you.see_button(notice.yes, "the notice")
    you.promise(
        told.buttons[:2] == [notice.no, notice.yes], "the two buttons are not side by side"
    )
    await you.settle()  # a program presses before the bot has heard that its notice arrived
    await you.press(notice.yes, told)
    said = t("object-ok-recorded", date="|").split("|", maxsplit=1)[0].strip()
    await you.see(said, "from when the OK counts")
    await you.say("/object")
    screen = await you.see_button(t("object-button-page"), "how to object")
    button = screen.button(t("object-button-page")) or {}
    await _on_the_page(you, str(button["url"]))


async def _on_the_page(you: Traveller, url: str) -> None:
    """Looked at, sent, and sent again: one objection, and its receipt in the chat."""
    you.note("tour-opens-page", name=you.name)
    you.person.mark()
    async with ClientSession() as browser:
        async with browser.get(url) as got:
            page = await got.text()
        form = FORM.search(page)
        you.notebook.file("objection-page.html", page.encode())
        if form is None:
            raise you.failed("the page has no form")
        sent = {"form": form[1], "scope": Scope.EVERYTHING.value, "comment": ""}
        references = []
        for _ in range(2):
            async with browser.post(url, data=sent) as answer:
                page = await answer.text()
            references += [found[1] for found in [REFERENCE.search(page)] if found]
    you.notebook.file("objection-done.html", page.encode())
    you.promise(len(references) == 2 and len({*references}) == 1, "twice sent is not once")  # noqa: PLR2004 - two
    you.note("tour-objected", reference=references[0])
    receipt = await you.see(lambda one: one.document is not None, "the receipt")
    you.promise(references[0] in receipt.words, "the chat names another reference")
    you.notebook.file("objection-receipt.json", you.sandbox.download(receipt))
