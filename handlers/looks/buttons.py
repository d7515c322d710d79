"""The buttons of looks, imagined pictures and cards; they carry ids and choices, never facts."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.looks.catalogue import Look, Recipe, Strength
from bot.looks.drafts import CardDraft, Draft, ImaginedDraft, LookDraft
from bot.looks.presets import PRESETS
from bot.texts import Texts
from handlers.doors import AskConsent, OpenLooks, OpenShare
from storage.personal_data import Purpose
from storage.sharing import DraftKind

NUMBERS_A_ROW = 4
TWO_IDS = r"^[A-Za-z0-9_-]{43}$"


class WearLook(CallbackData, prefix="lw"):
    """Show the photo in this look, this strong."""

    draft: UUID
    version: int
    look: Look
    strength: Strength


class LookAct(StrEnum):
    """What else can be done with a look."""

    SHEET = "sheet"
    FILE = "file"
    KEEP = "keep"
    STYLE = "style"


class OnLook(CallbackData, prefix="lo"):
    """Do something with a look."""

    draft: UUID
    version: int
    act: LookAct


class InStyleOf(CallbackData, prefix="ls"):
    """Paint this draft's photo in the style of that one. pair: both ids, 43 letters for 64."""

    pair: Annotated[str, Field(pattern=TWO_IDS)]
    version: int

    @classmethod
    def of(cls, draft: LookDraft, media: UUID) -> Self:
        pair = urlsafe_b64encode(draft.id.bytes + media.bytes).rstrip(b"=").decode()
        return cls(pair=pair, version=draft.version)

    @property
    def draft(self) -> UUID:
        return UUID(bytes=self._ids[:16])

    @property
    def media(self) -> UUID:
        return UUID(bytes=self._ids[16:])

    @property
    def _ids(self) -> bytes:
        return urlsafe_b64decode(self.pair + "=")


class ImagineAs(CallbackData, prefix="li"):
    """Imagine the same words again; preset: in what manner, "" plainly."""

    draft: UUID
    version: int
    preset: str


class ImagineFirst(CallbackData, prefix="lm"):
    """Before there are words: in what manner the next ones are imagined."""

    preset: str


class ImaginedFile(CallbackData, prefix="lf"):
    """The imagined picture, whole."""

    draft: UUID
    version: int


class CardAct(StrEnum):
    """What can be done with a card."""

    SHOW = "show"
    DRESS = "dress"
    SHAPE = "shape"
    FILE = "file"


class OnCard(CallbackData, prefix="lc"):
    """Do something with a card."""

    draft: UUID
    version: int
    act: CardAct


def pick_keyboard(media: Sequence[UUID]) -> InlineKeyboardMarkup:
    """Which photo: counted as they lie on the page."""
    numbers = [_button(str(k), OpenLooks(media=one)) for k, one in enumerate(media, start=1)]
    return InlineKeyboardMarkup(inline_keyboard=_rows(numbers))


def sheet_keyboard(draft: LookDraft, looks: Sequence[Look], t: Texts) -> InlineKeyboardMarkup:
    """The numbers as they stand on the sheet, and the way out."""
    numbers = [
        _button(str(number), _wear(draft, look, Strength.FULL))
        for number, look in enumerate(looks, start=1)
    ]
    style = _button(t("looks-button-style"), _on(draft, LookAct.STYLE))
    keep = _button(t("looks-button-keep"), _on(draft, LookAct.KEEP))
    return InlineKeyboardMarkup(inline_keyboard=[*_rows(numbers), [style], [keep]])


def styles_keyboard(draft: LookDraft, media: Sequence[UUID], t: Texts) -> InlineKeyboardMarkup:
    """The numbers as they stand on the page, and the way back to the sheet."""
    numbers = [_button(str(k), InStyleOf.of(draft, one)) for k, one in enumerate(media, start=1)]
    back = _button(t("looks-button-back"), _on(draft, LookAct.SHEET))
    return InlineKeyboardMarkup(inline_keyboard=[*_rows(numbers), [back]])


def look_keyboard(draft: LookDraft, recipe: Recipe, t: Texts) -> InlineKeyboardMarkup:
    """How strong, then another, a file, where to, and the way out."""
    strengths = [
        _button(
            t(f"looks-button-{one}", chosen="yes" if one is recipe.strength else "no"),
            _wear(draft, recipe.look, one),
        )
        for one in Strength
    ]
    return InlineKeyboardMarkup(
        inline_keyboard=[
            strengths,
            [
                _button(t("looks-button-another"), _on(draft, LookAct.SHEET)),
                _share(draft, DraftKind.LOOK, t),
            ],
            [
                _button(t("looks-button-file"), _on(draft, LookAct.FILE)),
                _button(t("looks-button-keep"), _on(draft, LookAct.KEEP)),
            ],
        ]
    )


def failed_look_keyboard(draft: LookDraft, t: Texts) -> InlineKeyboardMarkup:
    """It could not be drawn: the sheet has others."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                _button(t("looks-button-another"), _on(draft, LookAct.SHEET)),
                _button(t("looks-button-keep"), _on(draft, LookAct.KEEP)),
            ]
        ]
    )


def presets_keyboard(t: Texts) -> InlineKeyboardMarkup:
    manners = [_button(t(f"looks-button-preset-{p}"), ImagineFirst(preset=p)) for p in PRESETS]
    return InlineKeyboardMarkup(inline_keyboard=_rows(manners, 2))


def imagined_keyboard(draft: ImaginedDraft, t: Texts) -> InlineKeyboardMarkup:
    """Again as it was, in another manner, as a file, and where to."""
    manners = [
        _button(t(f"looks-button-preset-{p}"), _as(draft, p)) for p in PRESETS if p != draft.preset
    ]
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [_again(draft, t), _share(draft, DraftKind.IMAGINED, t)],
            [_button(t("looks-button-file"), ImaginedFile(draft=draft.id, version=draft.version))],
            *_rows(manners, 2),
        ]
    )


def failed_keyboard(
    draft: ImaginedDraft, card: CardDraft, media: UUID | None, t: Texts
) -> InlineKeyboardMarkup:
    """Nothing came: once more, or what works without anybody."""
    instead = instead_keyboard(card, media, t).inline_keyboard
    return InlineKeyboardMarkup(inline_keyboard=[[_again(draft, t)], *instead])


def instead_keyboard(
    card: CardDraft, media: UUID | None, t: Texts, *, ask: bool = False
) -> InlineKeyboardMarkup:
    """A card of the words, a look of the newest photo; ask: the question that would allow more."""
    rows = [[_button(t("looks-button-card"), _card(card, CardAct.SHOW))]]
    if media is not None:
        rows.append([_button(t("looks-button-a-look"), OpenLooks(media=media))])
    if ask:
        question = AskConsent(purpose=Purpose.SUGGEST_EXTERNAL_AI)
        rows.insert(0, [_button(t("looks-button-ask"), question)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def card_keyboard(draft: CardDraft, t: Texts) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                _button(t("looks-button-dress"), _card(draft, CardAct.DRESS)),
                _button(t(f"looks-button-from-{draft.shape}"), _card(draft, CardAct.SHAPE)),
            ],
            [
                _button(t("looks-button-file"), _card(draft, CardAct.FILE)),
                _share(draft, DraftKind.IMAGINED, t),
            ],
        ]
    )


def _rows(
    listed: Sequence[InlineKeyboardButton], most: int = NUMBERS_A_ROW
) -> list[list[InlineKeyboardButton]]:
    return [list(listed[k : k + most]) for k in range(0, len(listed), most)]


def _wear(draft: LookDraft, look: Look, strength: Strength) -> WearLook:
    return WearLook(draft=draft.id, version=draft.version, look=look, strength=strength)


def _on(draft: LookDraft, act: LookAct) -> OnLook:
    return OnLook(draft=draft.id, version=draft.version, act=act)


def _as(draft: ImaginedDraft, preset: str) -> ImagineAs:
    return ImagineAs(draft=draft.id, version=draft.version, preset=preset)


def _again(draft: ImaginedDraft, t: Texts) -> InlineKeyboardButton:
    return _button(t("looks-button-again"), _as(draft, draft.preset or ""))


def _card(draft: CardDraft, act: CardAct) -> OnCard:
    return OnCard(draft=draft.id, version=draft.version, act=act)


def _share(draft: Draft, kind: DraftKind, t: Texts) -> InlineKeyboardButton:
    data = OpenShare(kind=kind, draft=draft.id, version=draft.version)
    return _button(t("looks-button-share"), data, style="primary")


def _button(label: str, data: CallbackData, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack(), style=style)
