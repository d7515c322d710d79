"""The welcome: an AI, the country, the birth year, one photo to see, the languages, help."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.clock import Clock
from bot.consent.gate import Standing, may
from bot.consent.registrar import Registrar
from bot.telegram.commands import called
from bot.texts import Texts
from handlers.doors import AskCountry, AskLanguage, Rehearse
from handlers.middleware.person import Awaits, Conversation
from handlers.screen import say
from handlers.welcome import (
    answers,
    asking,
    buttons,
    languages,
    one_photo,
    typed_year,
    view,
    waiting,
)
from storage.people import Person
from storage.personal_data import Purpose

MEDIA = F.photo | F.document | F.video | F.animation | F.video_note | F.voice
PICTURE = F.photo | F.document.mime_type.startswith("image/")
OTHERWISE = ~Command(*called(*waiting.GOES_ON))
PLAIN_TEXT = F.text & ~F.text.startswith("/")


def build_router() -> Router:
    router = Router(name="welcome")
    router.message.register(start, Command(*called("start")))
    router.message.register(languages.ask_or_take, Command(*called("language")))
    router.message.register(answers.type_country, PLAIN_TEXT, Awaits(asking.COUNTRY))
    router.message.register(one_photo.rehearse_on, PICTURE, one_photo.rehearses)
    router.message.register(one_photo.do_not_keep, MEDIA, one_photo.comes_too_early)
    router.message.register(waiting.stay_closed, F.text, OTHERWISE, waiting.is_closed)
    router.message.register(typed_year.take, PLAIN_TEXT, typed_year.is_typed)
    router.message.register(guide, Command(*called("help")))
    router.callback_query.register(answers.choose_country, buttons.ChooseCountry.filter())
    router.callback_query.register(answers.other_country, buttons.OtherCountry.filter())
    router.callback_query.register(answers.show_decades, buttons.ShowDecades.filter())
    router.callback_query.register(answers.show_years, buttons.ShowYears.filter())
    router.callback_query.register(answers.choose_year, buttons.ChooseYear.filter())
    router.callback_query.register(one_photo.begin_rehearsal, Rehearse.filter())
    router.callback_query.register(waiting.wait_no_more, buttons.WaitNoMore.filter())
    router.callback_query.register(languages.speak, buttons.Speak.filter())
    router.callback_query.register(answers.ask_country, AskCountry.filter())
    router.callback_query.register(languages.offer, AskLanguage.filter())
    return router


async def start(
    message: Message,
    person: Person,
    standing: Standing,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    """A plain welcome, whatever a link carries: a link never sets anything."""
    question = await asking.next_question(
        person, standing, registrar=registrar, conversation=conversation, now=clock.now(), t=t
    )
    if standing.country is None and not standing.is_frozen:
        question = view.hello(t)
    analyses = may(standing, Purpose.SUGGEST_ANALYSE, clock.now())
    await say(message, question or view.back(t, analyses=analyses))


async def guide(message: Message, t: Texts) -> None:
    await say(message, view.guide(t))
