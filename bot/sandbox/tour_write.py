"""Point 1: a text of one's own, its change shown before it is taken; and in a friend's chat."""

from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_traveller import Traveller


async def play(you: Traveller, collage: StoredMessage, friend: Person) -> None:
    you.chapter("tour-write")
    await _shorter_then_corrected(you)
    await _warmer_and_not(you)
    await _a_collage(you, collage)
    await _in_a_friends_chat(you, friend)


async def _shorter_then_corrected(you: Traveller) -> None:
    """The second is taken; it then stands alone, to copy."""
    t = you.t
    await begin(you, "write")
    await wish(you, "shorter")
    await you.press(t("writing-button-wishes"))
    await you.see_button(t("writing-wish-proofread"), "the wishes again")
    await wish(you, "proofread")
    await you.press(t("writing-button-accept"))
    await you.see(lambda one: t("writing-button-copy") in one.buttons, "the words that were taken")


async def _warmer_and_not(you: Traveller) -> None:
    """Two ways of it; in the end one's own words stay."""
    t = you.t
    await begin(you, "write-again")
    shown = await wish(you, "warmer")
    before = shown.words
    await you.press(t("writing-button-again"))
    await you.see(
        lambda one: t("writing-button-keep") in one.buttons and one.words != before, "another way"
    )
    await you.press(t("writing-button-keep"))
    await you.see(t("writing-kept-below"), "that nothing has changed")


async def _a_collage(you: Traveller, collage: StoredMessage) -> None:
    """From the button under it, back to it."""
    t = you.t
    await you.press(t("collage-button-words"), collage)
    await you.see(t("writing-title-collage"), "the words of the collage")
    await wish(you, "emojify")
    await you.press(t("writing-button-use"))
    await you.see(t("writing-used"), "that the collage has them")
    await you.settle()
    you.notebook.file("write-collage.jpg", you.sandbox.download(collage))


async def _in_a_friends_chat(you: Traveller, friend: Person) -> None:
    typed = you.notebook.tell("tour-say-inline")
    name = friend.state.first_name
    you.note("tour-types", name=you.name, friend=name, words=f"@pepite_bot {typed}")
    offer = await you.person.inline(typed, chat=friend)
    you.promise(offer.results, "nothing is proposed under the text field")
    proposed = [f"**{one['title']}** · {one['description']}" for one in offer.results]
    you.notebook.listing(you.notebook.tell("tour-proposed"), proposed)
    you.notebook.has_now(name, offer.choose(0, friend))


async def begin(you: Traveller, line: str) -> StoredMessage:
    """/write, the words, and the wishes under them."""
    await you.say_line(line)
    return await you.see_button(you.t("writing-wish-rephrase"), "the wishes")


async def wish(you: Traveller, kind: str) -> StoredMessage:
    """Press it; returns the change, to be taken or not."""
    await you.press(you.t(f"writing-wish-{kind}"))
    others = you.t("writing-button-wishes")
    title = you.t(f"writing-wish-{kind}")
    return await you.see(
        lambda one: others in one.buttons and one.words.startswith(title), "what was changed"
    )
