"""The buttons under a film; each carries the film's id and version, never a fact."""

from enum import StrEnum
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.collage.film_draft import FilmChange, FilmDraft
from bot.texts import Texts
from handlers.doors import OpenShare
from storage.sharing import DraftKind


class ChangeFilm(CallbackData, prefix="fc"):
    """Shoot the film anew, one thing changed."""

    film: UUID
    version: int
    change: FilmChange


class FilmAct(StrEnum):
    """What is no change of the film."""

    FILE = "file"


class OnFilm(CallbackData, prefix="fo"):
    """Do something with a film."""

    film: UUID
    version: int
    act: FilmAct


def film_keyboard(draft: FilmDraft, t: Texts, *, is_video: bool) -> InlineKeyboardMarkup:
    """is_video: an animated picture can be kept as a file, and shared by hand."""
    file = OnFilm(film=draft.id, version=draft.version, act=FilmAct.FILE)
    rows = [
        [
            _change(draft, FilmChange.SHAPE, t(f"film-button-{draft.other_shape}")),
            _change(draft, FilmChange.CUT, t("film-button-cut")),
        ],
        [_button(t("film-button-file"), file)],
    ]
    if draft.title:
        switch = "film-button-title-off" if draft.has_title else "film-button-title-on"
        rows[1].insert(0, _change(draft, FilmChange.TITLE, t(switch)))
    if is_video:
        where = OpenShare(kind=DraftKind.FILM, draft=draft.id, version=draft.version)
        share = InlineKeyboardButton(
            text=t("film-button-share"), callback_data=where.pack(), style="primary"
        )
        rows.append([share])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _change(draft: FilmDraft, change: FilmChange, label: str) -> InlineKeyboardButton:
    return _button(label, ChangeFilm(film=draft.id, version=draft.version, change=change))


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())
