"""The country and the birth year: asked, typed or pressed, kept as little of as will do."""

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.clock import Clock
from bot.consent.countries import find_country
from bot.consent.gate import Standing
from bot.consent.registrar import Registrar
from bot.texts import Texts
from handlers.middleware.person import Conversation
from handlers.screen import Screen, say, tell, turn
from handlers.welcome import asking, buttons, view
from handlers.welcome.asking import question_after
from storage.people import Person
from storage.telegram import Awaiting


async def type_country(
    message: Message,
    person: Person,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    code = find_country(message.text or "")
    if code is None:
        await say(message, Screen(t("welcome-country-unknown")))
        return
    for screen in await _moved_to(code, person, conversation, registrar, clock, t):
        await say(message, screen)


async def choose_country(
    query: CallbackQuery,
    callback_data: buttons.ChooseCountry,
    bot: Bot,
    person: Person,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
    awaiting: Awaiting | None = None,
) -> None:
    code = find_country(callback_data.code)
    if code is None or awaiting is None or awaiting.question != asking.COUNTRY:
        return await tell(query, Screen(t("welcome-answered")), bot)
    first, *more = await _moved_to(code, person, conversation, registrar, clock, t)
    await turn(query, first, bot)
    for screen in more:
        await tell(query, screen, bot)
    return None


async def other_country(
    query: CallbackQuery, bot: Bot, t: Texts, awaiting: Awaiting | None = None
) -> None:
    is_awaited = awaiting is not None and awaiting.question == asking.COUNTRY
    words = "welcome-country-typed" if is_awaited else "welcome-answered"
    await tell(query, Screen(t(words)), bot)


async def ask_country(
    query: CallbackQuery, bot: Bot, conversation: Conversation, t: Texts
) -> None:
    await conversation.expect(asking.COUNTRY)
    await tell(query, view.country(t), bot)


async def show_decades(
    query: CallbackQuery, bot: Bot, standing: Standing, clock: Clock, t: Texts
) -> None:
    if standing.age_band is not None:
        return await tell(query, Screen(t("welcome-answered")), bot)
    return await turn(query, view.decades(clock.now().date(), t), bot)


async def show_years(
    query: CallbackQuery,
    callback_data: buttons.ShowYears,
    bot: Bot,
    standing: Standing,
    clock: Clock,
    t: Texts,
) -> None:
    if standing.age_band is not None:
        return await tell(query, Screen(t("welcome-answered")), bot)
    return await turn(query, view.years(callback_data.first, clock.now().date(), t), bot)


async def choose_year(
    query: CallbackQuery,
    callback_data: buttons.ChooseYear,
    bot: Bot,
    person: Person,
    standing: Standing,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> None:
    if standing.age_band is not None:
        return await tell(query, Screen(t("welcome-answered")), bot)
    year = callback_data.year
    return await turn(
        query, await year_taken(year, person, conversation, registrar, clock, t), bot
    )


async def year_taken(
    year: int,
    person: Person,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> Screen:
    """What follows a birth year, pressed or typed."""
    band = await registrar.declare_birth_year(person.id, year)
    if band is None:  # everything is erased already: nothing may be written any more
        return Screen(t("welcome-under-age"))
    screen = await question_after(person, conversation, registrar, clock, t)
    return screen or view.back(t, analyses=True)


async def _moved_to(
    code: str,
    person: Person,
    conversation: Conversation,
    registrar: Registrar,
    clock: Clock,
    t: Texts,
) -> list[Screen]:
    """Note the country; what to say of it, then the question that follows."""
    move = await registrar.declare_country(person.id, code)
    await conversation.clear()
    question = await question_after(person, conversation, registrar, clock, t)
    kept = view.moved(move, t)
    return [kept, question] if question else [kept]
