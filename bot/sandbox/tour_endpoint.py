"""Point 2: an endpoint agreed to by name; it writes, chats, sees, is stopped, and dies."""

import asyncio

from bot.remote.errors import Reason
from bot.sandbox import tour_traveller
from bot.sandbox.endpoint import STAND_IN_HOST, StandIn, Trouble
from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_scenes import yes_to
from bot.sandbox.tour_traveller import Traveller
from bot.sandbox.tour_write import begin, wish
from storage.personal_data import Purpose


async def play(you: Traveller, collage: StoredMessage, stand_in: StandIn) -> None:
    you.chapter("tour-endpoint")
    you.note("tour-stand-in")
    await _agree(you, stand_in)
    await _it_chats(you)
    await _it_sees(you, collage, stand_in)
    await begin(you, "write-endpoint")
    await wish(you, "rephrase")
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


async def _it_chats(you: Traveller) -> None:
    """What is no order is answered, under a line that says by whom."""
    ask = you.t("assistant-button-ask", host=STAND_IN_HOST)
    await you.say_line("strange")
    await you.see_button(ask, "that it was not understood, and who may be asked")
    await you.press(ask)
    await you.see(you.t("assistant-chat-line"), "an answer, and that an AI wrote it")


async def _it_sees(you: Traveller, collage: StoredMessage, stand_in: StandIn) -> None:
    """Three captions by somebody who sees a small copy of the collage."""
    t = you.t
    await you.press(t("collage-button-words"), collage)
    await you.see(t("writing-title-collage"), "the words of the collage")
    await you.press(t("writing-button-others"))
    await you.see(t("writing-others"), "three other captions")
    await you.settle()
    you.promise(len(stand_in.seen[-1].pictures) == 1, "the endpoint saw no picture")


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
