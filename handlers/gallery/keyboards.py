"""The buttons around the gallery's pages: numbers, leaves, doors, and what can be done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.gallery.answers import AlbumReport, Page
from bot.gallery.catalogue import UNDATED, Home, Sheet, Span, YearPage, group_key, page_of
from bot.gallery.left_out import Reason
from bot.texts import Texts
from handlers.doors import OpenLooks, PlayLive, PlayVoice
from handlers.gallery.buttons import (
    BringAllBack,
    Browse,
    CloseGallery,
    Correct,
    ForgetAll,
    ForgetGroup,
    LeftOuts,
    Matter,
    MediaAct,
    OnMedia,
    Turn,
    View,
    button,
)
from storage.gallery import MediaKind
from storage.gallery_browse import Corner, Group

Row = list[InlineKeyboardButton]
NUMBERS_A_ROW = 6


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a media's neighbours are, and the page it stands on."""

    previous: CallbackData | None
    following: CallbackData | None
    up: CallbackData


def markup(*rows: Row) -> InlineKeyboardMarkup:
    """Rows without a button are left out."""
    return InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row])


def home(found: Home, moments: YearPage | None, t: Texts) -> InlineKeyboardMarkup:
    """The years, or the moments of the only one; then the doors."""
    if moments is not None:
        rows = [*_moment_numbers(moments), *_more_moments(moments, t)]
    else:
        years = [
            button(_year(one.year, t), Turn(view=View.YEAR, key=year_key(one.year)))
            for one in found.years
        ]
        rows = [years, _leaves(found.span, View.HOME, "", t)]
    forget = button(t("gallery-button-forget-all"), ForgetAll(is_sure=False))
    browse = [button(t("gallery-button-browse"), Browse(media=None))] if found.years else []
    return markup(*rows, browse, *_doors(found, t), [forget, _close(t)])


def left_out_door(
    report: AlbumReport, t: Texts, *above: InlineKeyboardButton
) -> InlineKeyboardMarkup | None:
    """Under the answer that counts them; what may be intimate is asked about by itself."""
    count = sum(report.left_out.values()) - report.left_out.get(Reason.SENSITIVE, 0)
    door = [button(t("gallery-button-left-outs"), LeftOuts())] if count else []
    return markup([*above], door) if above or door else None


def year(found: YearPage, t: Texts) -> InlineKeyboardMarkup:
    leaves = _leaves(found.span, View.YEAR, year_key(found.year), t)
    up = button(t("gallery-button-years"), Turn(view=View.HOME))
    return markup(*_moment_numbers(found), leaves, [up, _close(t)])


def sheet(found: Sheet, view: View, t: Texts) -> InlineKeyboardMarkup:
    """A moment, the hidden, the private: a number opens its media."""
    among = found.among if isinstance(found.among, Corner) else Corner.SHOWN
    numbers = [Browse(media=one.media, among=among) for one in found.thumbs]
    key = group_key(found.among) if isinstance(found.among, Group) else ""
    leaves = _leaves(found.span, view, key, t)
    forget = [button(t("gallery-button-forget-moment"), ForgetGroup(key=key))] if key else []
    return markup(*numbered(numbers), leaves, forget, [_up(found, t), _close(t)])


def named(
    opened: Iterable[CallbackData],
    span: Span,
    turned: Sequence[CallbackData],
    t: Texts,
) -> InlineKeyboardMarkup:
    """Media that were found; turned: the pages before and after, where there are any."""
    home_button = button(t("gallery-button-years"), Turn(view=View.HOME))
    return markup(*numbered(opened), _turns(span, turned, t), [home_button, _close(t)])


def left_out(found: Sheet, t: Texts) -> InlineKeyboardMarkup:
    """A number brings that one back."""
    numbers = [
        button(
            t("gallery-button-bring-one-back", number=number),
            OnMedia(media=one.media, act=MediaAct.BRING_BACK),
        )
        for number, one in enumerate(found.thumbs, start=1)
    ]
    every = [button(t("gallery-button-bring-all-back"), BringAllBack())]
    up = button(t("gallery-button-years"), Turn(view=View.HOME))
    leaves = _leaves(found.span, View.LEFT_OUT, "", t)
    return markup(*_even(numbers, 4), leaves, every, [up, _close(t)])


def page(found: Page, ways: Ways, t: Texts) -> InlineKeyboardMarkup:
    """Around one media: its neighbours, what can be said of it and done with it."""
    media = found.media
    turns = [(ways.previous, "gallery-button-previous"), (ways.following, "gallery-button-next")]
    looks = [button(t("gallery-button-looks"), OpenLooks(media=media))]
    return markup(
        [button(t(label), data) for data, label in turns if data],
        [*(looks if found.kind is MediaKind.PHOTO else []), _on(media, MediaAct.FILE_BACK, t)],
        _plays(found, t),
        [
            button(t("gallery-button-date"), Correct(media=media, what=Matter.DATE)),
            button(t("gallery-button-place"), Correct(media=media, what=Matter.PLACE)),
        ],
        [
            button(t("gallery-button-note"), Correct(media=media, what=Matter.NOTE)),
            _on(media, _hides(found), t),
        ],
        [_on(media, MediaAct.LIFT if found.is_private else MediaAct.KEEP_PRIVATE, t)],
        [_on(media, MediaAct.FORGET, t)],
        [button(t("gallery-button-up"), ways.up), _close(t)],
    )


def ways_of(found: Page) -> Ways:
    """Along the whole gallery, or what the media was opened from."""
    among = found.among
    views = {Corner.HIDDEN: View.HIDDEN, Corner.PRIVATE: View.PRIVATE}
    up = _page_of(found)
    if among in views:
        up = Turn(view=views[among], page=page_of(found.position - 1))
    return Ways(
        Browse(media=found.previous, among=among) if found.previous else None,
        Browse(media=found.following, among=among) if found.following else None,
        up,
    )


def _page_of(found: Page) -> Turn:
    """Its moment; of a moment of one picture the year; of a year with one moment, all years."""
    if found.group_count > 1:
        return Turn(view=View.GROUP, key=group_key(found.group), page=page_of(found.place))
    if found.siblings > 1:
        taken = found.facts.taken
        return Turn(view=View.YEAR, key=year_key(taken.first.year if taken else None))
    return Turn(view=View.HOME)


def way_home(t: Texts) -> InlineKeyboardMarkup:
    return markup([button(t("gallery-button-open"), Turn(view=View.HOME))])


def numbered(opened: Iterable[CallbackData]) -> list[Row]:
    """Buttons with the numbers that stand on the page."""
    numbers = [button(str(number), data) for number, data in enumerate(opened, start=1)]
    return _even(numbers, NUMBERS_A_ROW)


def year_key(year: int | None) -> str:
    return UNDATED if year is None else str(year)


def _even(buttons: Sequence[InlineKeyboardButton], most: int) -> list[Row]:
    """As few rows as possible, as long as one another."""
    rows = ceil(len(buttons) / most) or 1
    long = ceil(len(buttons) / rows)
    return [list(buttons[k : k + long]) for k in range(0, len(buttons), long)] if buttons else []


def _moment_numbers(found: YearPage) -> list[Row]:
    return numbered(Turn(view=View.GROUP, key=group_key(one.group)) for one in found.moments)


def _more_moments(found: YearPage, t: Texts) -> list[Row]:
    """Of the only year there is, what does not fit on the first page."""
    if found.span.pages == 1:
        return []
    further = Turn(view=View.YEAR, key=year_key(found.year), page=1)
    return [[button(t("gallery-button-next"), further)]]


def _doors(found: Home, t: Texts) -> list[Row]:
    doors = found.doors
    rows = []
    if doors.left_out is None or doors.left_out:
        label = t("gallery-button-left-out", count=doors.left_out or 0)
        rows.append([button(label, Turn(view=View.LEFT_OUT))])
    side = []
    if doors.hidden:
        side.append(button(t("gallery-button-hidden", count=doors.hidden), Turn(view=View.HIDDEN)))
    if doors.private:
        label = t("gallery-button-private", count=doors.private)
        side.append(button(label, Turn(view=View.PRIVATE)))
    return [*rows, side]


def _leaves(span: Span, view: View, key: str, t: Texts) -> Row:
    around = [span.page - 1, span.page + 1]
    turned = [Turn(view=view, key=key, page=max(0, page)) for page in around]
    return _turns(span, turned, t)


def _turns(span: Span, turned: Sequence[CallbackData], t: Texts) -> Row:
    """Back and on, where there is a page."""
    row = [button(t("gallery-button-previous"), turned[0])] if span.page else []
    if span.page + 1 < span.pages:
        row.append(button(t("gallery-button-next"), turned[1]))
    return row


def _up(found: Sheet, t: Texts) -> InlineKeyboardButton:
    """To its year where that has more to show, else to the years."""
    if found.siblings > 1:
        up = Turn(view=View.YEAR, key=year_key(found.year))
        return button(t("gallery-button-up-to", title=_year(found.year, t)), up)
    return button(t("gallery-button-years"), Turn(view=View.HOME))


def _plays(found: Page, t: Texts) -> Row:
    """What is kept with a media to be heard or seen moving."""
    row = []
    if found.has_live:
        row.append(button(t("gallery-button-live"), PlayLive(media=found.media)))
    if found.has_voice:
        row.append(button(t("gallery-button-voice"), PlayVoice(media=found.media)))
    return row


def _hides(found: Page) -> MediaAct:
    return MediaAct.SHOW_AGAIN if found.is_hidden else MediaAct.HIDE


def _on(media: UUID, act: MediaAct, t: Texts) -> InlineKeyboardButton:
    labels = {
        MediaAct.FORGET: "gallery-button-forget",
        MediaAct.FILE_BACK: "gallery-button-file-back",
        MediaAct.HIDE: "gallery-button-hide",
        MediaAct.SHOW_AGAIN: "gallery-button-show-again",
        MediaAct.KEEP_PRIVATE: "gallery-button-keep-private",
        MediaAct.LIFT: "gallery-button-lift",
    }
    return button(t(labels[act]), OnMedia(media=media, act=act))


def _year(year: int | None, t: Texts) -> str:
    return str(year) if year else t("gallery-undated-title")


def _close(t: Texts) -> InlineKeyboardButton:
    return button(t("gallery-button-close"), CloseGallery())
