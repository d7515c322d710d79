"""The buttons of sharing: where to, as it would be, yes or no, and back again."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    ChatAdministratorRights,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestChat,
    ReplyKeyboardMarkup,
    SwitchInlineQueryChosenChat,
)

from bot.sharing.shareable import MOST_CHANNELS, PERIODS, Channel, Post, Recap, Ref
from bot.texts import Texts
from handlers.doors import LeaveShare, OpenShare, ShareDraft
from handlers.sharing.data import (
    AsFile,
    ChoosePeriod,
    LinkChannel,
    OnRecap,
    RecapAct,
    SaidShared,
    TakeBack,
    ToChannel,
    ToStory,
    Unlink,
)
from storage.sharing import DraftKind

REQUEST: Final = 1  # one question at a time, so one number will do
# Each is named, as Telegram wants it; the bot asks for no more than to post.
NO_RIGHTS: Final = dict.fromkeys(ChatAdministratorRights.model_fields, False)


def asked_keyboard(kind: DraftKind, draft: UUID, t: Texts) -> InlineKeyboardMarkup:
    answers = {True: t("sharing-button-yes"), False: t("sharing-button-no")}
    return _keyboard(
        [
            [
                _button(label, SaidShared(collage=draft, yes=yes, kind=kind))
                for yes, label in answers.items()
            ]
        ]
    )


def destinations(ref: Ref, channels: Sequence[Channel], t: Texts) -> InlineKeyboardMarkup:
    """A chat first, which is what people do most; nothing goes anywhere by these buttons alone."""
    which = {"kind": ref.kind, "draft": ref.draft, "version": ref.version}
    linked = [[_channel(ref, one, t)] for one in channels]
    link = [[_button(t("sharing-button-link"), LinkChannel(**which))]]
    return _keyboard(
        [
            [_to_chat(ref, t)],
            *linked,
            *(link if len(channels) < MOST_CHANNELS else []),
            [_button(t("sharing-button-story"), ToStory(**which))],
            [
                _button(t("sharing-button-file"), AsFile(**which)),
                _button(t("sharing-button-back"), LeaveShare(**which)),
            ],
        ]
    )


def _channel(ref: Ref, channel: Channel, t: Texts) -> InlineKeyboardButton:
    """Where nothing can be posted any more, the way to link it anew."""
    which = {"kind": ref.kind, "draft": ref.draft, "version": ref.version}
    title = channel.place.title
    if channel.is_lost:
        return _button(t("sharing-button-channel-lost", title=title), LinkChannel(**which))
    data = ToChannel(**which, channel=channel.number)
    return _button(t("sharing-button-channel", title=title), data)


def _to_chat(ref: Ref, t: Texts) -> InlineKeyboardButton:
    """Opens Telegram's own list of chats."""
    picker = SwitchInlineQueryChosenChat(
        query=ShareDraft.query(ref.kind, ref.draft),
        allow_user_chats=True,
        allow_group_chats=True,
        allow_channel_chats=True,
    )
    return InlineKeyboardButton(
        text=t("sharing-button-chat"), switch_inline_query_chosen_chat=picker, style="primary"
    )


def ask_for_channel(t: Texts) -> ReplyKeyboardMarkup:
    """Telegram lists the channels where the person may let the bot post, and grants just that."""
    rights = ChatAdministratorRights(**NO_RIGHTS | {"can_post_messages": True})
    wanted = KeyboardButtonRequestChat(
        request_id=REQUEST,
        chat_is_channel=True,
        user_administrator_rights=rights.model_copy(update={"can_promote_members": True}),
        bot_administrator_rights=rights,
        request_title=True,
    )
    return ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=t("sharing-button-choose-channel"), request_chat=wanted)],
            [KeyboardButton(text=t("sharing-button-no-channel"))],
        ],
        resize_keyboard=True,
        one_time_keyboard=True,
        input_field_placeholder=t("sharing-choose-channel-hint"),
    )


def linked(channel: Channel, ref: Ref | None, t: Texts) -> InlineKeyboardMarkup:
    """On with what was being shared, or not."""
    label = t("sharing-button-channel", title=channel.place.title)
    go_on = ref and _button(
        label,
        ToChannel(kind=ref.kind, draft=ref.draft, version=ref.version, channel=channel.number),
    )
    return _keyboard([*([[go_on]] if go_on else []), [_unlink(channel.number, t)]])


def channel_recap(recap: Recap, t: Texts) -> InlineKeyboardMarkup:
    """Yes and no in one row; how, and a way to forget the channel, below."""
    act = RecapAct.NO_FILE if recap.with_file else RecapAct.FILE
    return _keyboard(
        [
            _yes_no(recap, t("sharing-button-post"), t),
            [_on(recap, act, t(f"sharing-button-recap-{act}"))],
            [_unlink(recap.channel or 0, t)],
        ]
    )


def periods(recap: Recap, t: Texts) -> InlineKeyboardMarkup:
    hours = [int(period.total_seconds()) // 3600 for period in PERIODS]
    row = [
        _button(t("sharing-button-hours", count=one), ChoosePeriod(recap=recap.id, hours=one))
        for one in hours
    ]
    return _keyboard([row, [_on(recap, RecapAct.CANCEL, t("sharing-button-cancel"))]])


def story_recap(recap: Recap, t: Texts) -> InlineKeyboardMarkup:
    other = _on(recap, RecapAct.PERIODS, t("sharing-button-other-period"))
    return _keyboard([_yes_no(recap, t("sharing-button-post-story"), t), [other]])


def waiting_story(recap: Recap, t: Texts) -> InlineKeyboardMarkup:
    again = ToStory(kind=recap.ref.kind, draft=recap.ref.draft, version=recap.ref.version)
    cancel = _on(recap, RecapAct.CANCEL, t("sharing-button-cancel"))
    return _keyboard([[_button(t("sharing-button-story-again"), again), cancel]])


def to_story(ref: Ref, t: Texts) -> InlineKeyboardMarkup:
    go_on = ToStory(kind=ref.kind, draft=ref.draft, version=ref.version)
    return _keyboard([[_button(t("sharing-button-story"), go_on)]])


def posted(post: Post, link: str | None, t: Texts) -> InlineKeyboardMarkup:
    see = [InlineKeyboardButton(text=t("sharing-button-see"), url=link)] if link else []
    return _keyboard([[*see, _button(t("sharing-button-take-back"), TakeBack(post=post.id))]])


def share_anew(ref: Ref, t: Texts) -> InlineKeyboardMarkup:
    where = OpenShare(kind=ref.kind, draft=ref.draft, version=ref.version)
    return _keyboard([[_button(t("sharing-button-anew"), where)]])


def _yes_no(recap: Recap, yes: str, t: Texts) -> list[InlineKeyboardButton]:
    return [
        _on(recap, RecapAct.POST, yes),
        _on(recap, RecapAct.CANCEL, t("sharing-button-cancel")),
    ]


def _unlink(number: int, t: Texts) -> InlineKeyboardButton:
    return _button(t("sharing-button-unlink"), Unlink(channel=number))


def _on(recap: Recap, act: RecapAct, label: str) -> InlineKeyboardButton:
    return _button(label, OnRecap(recap=recap.id, act=act))


def _button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())


def _keyboard(rows: list[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=rows)
