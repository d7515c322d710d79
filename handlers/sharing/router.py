"""What sharing hears: where to, yes or no, a channel, a connection, and what is taken back."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType

from handlers.doors import OpenShare, TakeBackPosts
from handlers.middleware.consent import needs
from handlers.middleware.person import Awaits
from handlers.sharing import channel, chat, recap, story, taking
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
from storage.personal_data import Purpose

SHARES = needs(Purpose.SHARE_PUBLISH)


def build_router() -> Router:
    router = Router(name="sharing")
    router.inline_query.register(chat.offer, flags=SHARES)
    router.chosen_inline_result.register(chat.note_share, flags=SHARES)
    pressed: dict[Any, Callable[..., Awaitable[None]]] = {
        SaidShared.filter(F.yes): chat.say_shared,
        SaidShared.filter(~F.yes): chat.say_not_shared,
        OpenShare.filter(): chat.show_destinations,
        AsFile.filter(): chat.send_file,
        ToChannel.filter(): channel.ask,
        LinkChannel.filter(): channel.ask_which,
        Unlink.filter(): channel.unlink,
        ToStory.filter(): story.show,
        ChoosePeriod.filter(): story.choose_period,
        OnRecap.filter(F.act == RecapAct.PERIODS): story.show_periods,
        OnRecap.filter(F.act == RecapAct.FILE): recap.with_file,
        OnRecap.filter(F.act == RecapAct.NO_FILE): recap.without_file,
        OnRecap.filter(F.act == RecapAct.POST): recap.confirm,
        OnRecap.filter(F.act == RecapAct.CANCEL): recap.cancel,
        TakeBack.filter(): taking.take_back,
        TakeBackPosts.filter(): taking.take_all_back,
    }
    for which, handler in pressed.items():
        router.callback_query.register(handler, which, flags=SHARES)
    router.message.register(channel.link, F.chat_shared, flags=SHARES)
    router.message.register(channel.no_link, Awaits(channel.WHICH), channel.says_no)
    router.business_connection.register(story.connection_changed)
    router.my_chat_member.register(channel.rights_changed, F.chat.type == ChatType.CHANNEL)
    return router
