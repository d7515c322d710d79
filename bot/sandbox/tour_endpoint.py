"""Point 2: an endpoint that is agreed to by name, stopped once, and dying in mid-answer."""

import asyncio

from bot.remote.errors import Reason
from bot.sandbox import tour_traveller
from bot.sandbox.endpoint import STAND_IN_HOST, StandIn, Trouble
from bot.sandbox.tour_scenes import yes_to
from bot.sandbox.tour_traveller import Traveller
from bot.sandbox.tour_write import begin, wish
from storage.personal_data import Purpose


async def play(you: Traveller, stand_in: StandIn) -> None:
    you.chapter("tour-endpoint")
    you.note("tour-stand-in")
    await _agree(you, stand_in)
    await _stop_it(you, stand_in)
    await _it_dies(you, stand_in)
    await _where_it_went(you)


async def _agree(you: Traveller, stand_in: StandIn) -> None:
    """Asked where it is wanted; a yes goes on with what was wished."""
    t, yes = you.t, yes_to(you, Purpose.SUGGEST_EXTERNAL_AI, STAND_IN_HOST)
    asked = len(stand_in.seen)
    await begin(you, "write-endpoint")
    await wish(you, "rephrase")
    you.promise(len(stand_in.seen) == asked, "something went outside before the yes")
    await you.press(t("writing-button-host", host=STAND_IN_HOST))
    question = await you.see_button(yes, "the question, with its host")
    you.promise(STAND_IN_HOST in question.words, "the question does not name the host")
    await you.press(yes)
    await you.see(t("writing-by-host", host=STAND_IN_HOST), "what the endpoint wrote")


async def _stop_it(you: Traveller, stand_in: StandIn) -> None:
    """It is slow, and is stopped under the words that have come."""
    stand_in.trouble, stand_in.troubles_left = Trouble.STALLS, 1
    await you.press(you.t("writing-button-again"))
    draft = await _preview(you)
    you.note("tour-preview", name=you.name, words=draft)
    await you.person.stop_generation()
    await you.see(you.t("writing-stopped"), "that it stopped")


async def _preview(you: Traveller) -> str:
    """The first words that appear."""
    chat = you.person.chat
    try:
        async with asyncio.timeout(tour_traveller.PATIENCE_SECONDS):
            while chat.draft is None or not chat.draft.text:
                await chat.changed.wait()
    except TimeoutError:
        raise you.failed("no words appeared while they were written") from None
    return chat.draft.text


async def _it_dies(you: Traveller, stand_in: StandIn) -> None:
    """The connection breaks in the middle, twice: the rules answer, and say why."""
    t = you.t
    you.note("tour-dies")
    stand_in.trouble, stand_in.troubles_left = Trouble.DIES_MIDWAY, None
    await you.press(t("writing-button-wishes"))
    await you.see_button(t("writing-wish-shorter"), "the wishes again")
    await you.press(t("writing-wish-shorter"))
    await you.see(t(Reason.BROKEN.text_id, host=STAND_IN_HOST), "an answer, and why it is its own")
    stand_in.trouble = None


async def _where_it_went(you: Traveller) -> None:
    t = you.t
    await you.say("/privacy")
    await you.see_button(t("privacy-button-outbound"), "the first screen")
    await you.press(t("privacy-button-outbound"))
    await you.see(STAND_IN_HOST, "where data went")
