"""/admin: how much there is, and how far each feature is open in each region."""

from aiogram import Bot
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.consent.countries import find_country
from bot.consent.regions import Feature, Stage
from bot.consent.registrar import Registrar
from bot.consent.stages import Refusal, refusal
from bot.texts import Texts
from handlers.operator import buttons, view
from handlers.screen import Screen, say, turn
from storage.people import Person

ADMIN = Command("admin")
REGION = "region"


async def runs_it(_: Message | CallbackQuery, *, is_operator: bool = False) -> bool:
    """By the number in PEPITE_ADMINS, nothing else; to others the command does not exist."""
    return is_operator


async def administer(
    message: Message, command: CommandObject, registrar: Registrar, t: Texts
) -> None:
    """`/admin`, `/admin region`, `/admin region fr gallery live`."""
    words = (command.args or "").split()
    await say(message, await _screen(words, registrar, t))


async def change(
    query: CallbackQuery,
    callback_data: buttons.ChangeStage,
    bot: Bot,
    person: Person,
    registrar: Registrar,
    t: Texts,
) -> None:
    data = callback_data
    refused = await registrar.rollout.change(
        person.id, data.region, data.feature, data.stage, before=data.before
    )
    told = view.refused(refused, data.region, t) if refused else view.changed(data, t)
    await turn(query, told, bot)


async def keep(query: CallbackQuery, bot: Bot, t: Texts) -> None:
    await turn(query, Screen(t("operator-kept")), bot)


async def _screen(words: list[str], registrar: Registrar, t: Texts) -> Screen:
    match words:
        case []:
            return view.house(await registrar.rollout.house(), t)
        case ["region" | "regions"]:
            return view.regions(registrar.regions, t)
        case ["region", where, feature, stage] if feature in set(Feature) and stage in set(Stage):
            return await _asked(where, Feature(feature), Stage(stage), registrar, t)
        case _:
            return view.how(t)


async def _asked(
    where: str, feature: Feature, stage: Stage, registrar: Registrar, t: Texts
) -> Screen:
    """The change read back, or why it may not be."""
    region = registrar.regions.named(where)
    is_region = region is not None and region.id == where.lower()
    if region is None or not (is_region or find_country(where.upper())):
        return view.refused(Refusal.NO_REGION, where, t)
    if (why := refusal(region, feature, stage)) is not None:
        return view.refused(why, region.id, t)
    return view.change(region, feature, stage, await registrar.rollout.waiting_in(region), t)
