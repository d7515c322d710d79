"""The gallery's pages as a chat shows them: a picture, its words and its buttons."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.assistant.heard import Answer
from bot.gallery.answers import Page
from bot.gallery.catalogue import Home, Sheet, Thumb, YearPage, group_from, page_of
from bot.gallery.drawing import Worded, WordedYear
from bot.gallery.left_out import Reason
from bot.gallery.library import Library
from bot.gallery.page import Heading
from bot.gallery.viewer import Viewer
from bot.texts import Texts
from handlers.doors import FoundInGallery
from handlers.gallery import keyboards, view
from handlers.gallery.buttons import FoundMedia, Turn, View
from handlers.gallery.captions import moment_lines, moment_title, words_under, year_title
from handlers.understood import understood
from storage.gallery import MediaId
from storage.gallery_browse import Corner, Group
from storage.people import Person

CORNERS = {View.HIDDEN: Corner.HIDDEN, View.PRIVATE: Corner.PRIVATE}


@dataclass(frozen=True, slots=True)
class Shown:
    """picture: None where words are all there is. text: HTML, facts from outside escaped."""

    text: str
    picture: bytes | None = None
    buttons: InlineKeyboardMarkup | None = None

    def under(self, said: str, undo: InlineKeyboardButton | None = None) -> "Shown":
        """The same page below what was just done, the way back first of all."""
        rows = self.buttons.inline_keyboard if self.buttons else []
        buttons = InlineKeyboardMarkup(inline_keyboard=[[undo], *rows]) if undo else self.buttons
        return replace(self, text=f"{said}\n\n{self.text}", buttons=buttons)


@dataclass(frozen=True, slots=True)
class Pages:
    """Who looks, in which language, and the roles that answer."""

    viewer: Viewer
    library: Library
    person: Person
    t: Texts

    async def turn(self, to: Turn) -> Shown | None:
        """The page that a button names; None for what is not there, or never was."""
        if to.view is View.HOME:
            return await self.home(to.page)
        if to.view is View.LEFT_OUT:
            return await self.left_out(to.page)
        if to.view is View.YEAR:
            return await self.year(to.key, to.page)
        among = CORNERS.get(to.view) or group_from(to.key)
        return await self.sheet(among, to.view, to.page) if among else None

    async def home(self, page: int = 0) -> Shown:
        """The years; where there is only one, its moments."""
        found = await self.viewer.home(self.person.id, page)
        if found.is_empty:
            return Shown(self.t("gallery-empty"))
        moments = await self._only_year(found)
        text = view.home(found, self.t)
        keyboard = keyboards.home(found, moments, self.t)
        if not found.years:
            return Shown(text, None, keyboard)
        if moments is not None:
            told = view.moments(moments, self.t, self.person.country)
            return Shown("\n".join([text, "", *told]), await self._covers(moments), keyboard)
        return Shown(text, await self._strips(found), keyboard)

    async def year(self, key: str, page: int) -> Shown | None:
        """The moments of a year; where there is only one, its pictures."""
        year = int(key) if key.isascii() and key.isdecimal() and len(key) <= 4 else None  # noqa: PLR2004 - yyyy
        if year is None:
            return None
        found = await self.viewer.year(self.person.id, year or None, page)
        if found is None:
            return None
        if found.total == 1:
            return await self.sheet(found.moments[0].group, View.GROUP, 0)
        text = view.year(found, self.t, self.person.country)
        return Shown(text, await self._covers(found), keyboards.year(found, self.t))

    async def sheet(self, among: Corner | Group, turned: View, page: int) -> Shown | None:
        """The thumbnails of a moment, or of what is hidden or private; one alone is opened."""
        found = await self.viewer.sheet(self.person.id, among, page)
        if found is None:
            return None
        if found.total == 1 and isinstance(among, Group):
            return await self.media(found.thumbs[0].media)
        title = self._title(found)
        words = words_under(found.thumbs, self.t, self.person.country)
        picture = await self._draw(title, found.thumbs, words)
        text = view.sheet(found, title, self.t)
        return Shown(text, picture, keyboards.sheet(found, turned, self.t))

    async def left_out(self, page: int) -> Shown | None:
        """What is not suggested, each with why; what is intimate is not shown sharply."""
        why = await self.viewer.left_outs(self.person.id)
        found = await self.viewer.chosen(self.person.id, list(why), page)
        if found is None:
            return None
        reasons = [why[one.media].reason for one in found.thumbs]
        shown = [
            Worded(one, view.reason(reason, self.t), "", number, reason is Reason.SENSITIVE)
            for number, (one, reason) in enumerate(zip(found.thumbs, reasons, strict=True), 1)
        ]
        heading = Heading(self.t("gallery-left-out-heading"))
        picture = await self.viewer.draw(self.person.id, heading, shown)
        counted = Counter(one.reason for one in why.values())
        text = view.left_outs(found, counted, self.t)
        return Shown(text, picture, keyboards.left_out(found, self.t))

    async def found(self, answer: Answer | None, door: FoundInGallery) -> Shown | None:
        """What answers a question, as pages under the question."""
        media = answer.media if answer else ()
        found = await self.viewer.chosen(self.person.id, media, door.page)
        if answer is None or found is None:
            return None
        title = understood(answer.query, self.t, self.person.country)
        words = words_under(found.thumbs, self.t, self.person.country)
        picture = await self._draw(title, found.thumbs, words)
        opened = [
            FoundMedia(request=door.request, number=door.number, place=found.span.skip + place)
            for place in range(len(found.thumbs))
        ]
        turned = [
            door.model_copy(update={"page": max(0, found.span.page + step)}) for step in (-1, 1)
        ]
        keyboard = keyboards.named(opened, found.span, turned, self.t)
        return Shown(view.found(found, title, self.t), picture, keyboard)

    async def one_found(self, answer: Answer | None, at: FoundMedia) -> Shown | None:
        """One of what answers a question, between the others."""
        media = answer.media if answer else ()
        if not 0 <= at.place < len(media):
            return None
        found = await self.library.page(self.person.id, media[at.place])
        if found is None:
            return None
        page = page_of(at.place)
        up = FoundInGallery(request=at.request, number=at.number, page=page)
        last = len(media) - 1
        ways = keyboards.Ways(
            at.model_copy(update={"place": at.place - 1}) if at.place else None,
            at.model_copy(update={"place": at.place + 1}) if at.place < last else None,
            up,
        )
        return await self._media(replace(found, position=at.place + 1, total=len(media)), ways)

    async def media(self, media: MediaId | None, among: Corner = Corner.SHOWN) -> Shown:
        """One of them, the newest without a choice; or that it is gone."""
        found = await self.library.page(self.person.id, media, among)
        return await self._media(found, keyboards.ways_of(found)) if found else self.gone()

    async def corrected(self, media: MediaId) -> Shown:
        """The same without its number: what it was found among is not leafed through here."""
        found = await self.library.page(self.person.id, media)
        if found is None:
            return self.gone()
        return await self._media(replace(found, total=0), keyboards.ways_of(found))

    def gone(self) -> Shown:
        """What is not there any more; the gallery itself is one tap away."""
        return Shown(self.t("gallery-gone"), None, keyboards.way_home(self.t))

    async def _media(self, found: Page, ways: keyboards.Ways) -> Shown:
        picture = found.picture
        if picture is None:  # a film of which nobody could make a picture
            drawn = Worded(Thumb(found.media, found.kind, found.facts))
            picture = await self.viewer.draw(self.person.id, Heading(""), [drawn])
        text = view.page(found, self.t, self.person.country)
        return Shown(text, picture, keyboards.page(found, ways, self.t))

    async def _only_year(self, found: Home) -> YearPage | None:
        if found.span.pages > 1 or len(found.years) != 1:
            return None
        return await self.viewer.year(self.person.id, found.years[0].year)

    async def _strips(self, found: Home) -> bytes:
        years = [
            WordedYear(
                one, year_title(one.year, self.t), self.t("gallery-pictures", count=one.count)
            )
            for one in found.years
        ]
        heading = Heading(self.t("gallery-heading"))
        return await self.viewer.draw_years(self.person.id, heading, years)

    async def _covers(self, found: YearPage) -> bytes:
        lines = moment_lines(found.moments, self.t, self.person.country)
        shown = [
            Worded(moment.cover, *line, number)
            for number, (moment, line) in enumerate(zip(found.moments, lines, strict=True), 1)
        ]
        heading = Heading(
            year_title(found.year, self.t), self.t("gallery-pictures", count=found.count)
        )
        return await self.viewer.draw(self.person.id, heading, shown)

    async def _draw(self, title: str, thumbs: Sequence[Thumb], words: Sequence[str]) -> bytes:
        shown = [
            Worded(one, word, "", number)
            for number, (one, word) in enumerate(zip(thumbs, words, strict=True), start=1)
        ]
        return await self.viewer.draw(self.person.id, Heading(title), shown)

    def _title(self, found: Sheet) -> str:
        if isinstance(found.among, Corner):
            return self.t(f"gallery-{found.among.name.lower()}-title")
        title = moment_title(found.sample, self.t, self.person.country)
        return title or self.t("gallery-undated-title")
