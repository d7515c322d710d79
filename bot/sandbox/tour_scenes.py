"""The scenes of the journey, in the order a newcomer meets them: each acts, waits, checks."""

from collections.abc import Sequence
from datetime import timedelta

from bot.collage.draft import LONGEST_CAPTION, LONGEST_TITLE
from bot.consent.countries import country_name
from bot.consent.notices import Notices, Operator
from bot.pixels.exif import NO_FACTS, read_facts
from bot.pixels.header import probe
from bot.sandbox.album import AlbumFile
from bot.sandbox.person import Person
from bot.sandbox.state import StoredMessage
from bot.sandbox.tour_traveller import Traveller
from storage.personal_data import Purpose

BORN = 1990
HOUR = 18
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
JPEG_MARK = b"\xff\xd8"


def yes_to(you: Traveller, purpose: Purpose, host: str | None = None) -> str:
    """The label of the yes, as the notice words it. host: of the endpoint that it names."""
    notices = Notices.read(Operator(""), recipient=host)
    return notices.show(purpose, you.t.language, most=1, quiet="").yes


async def welcome(you: Traveller, country: str, shown: AlbumFile) -> None:
    """An AI, the country, the year, one photo to see, and the answer."""
    t, yes = you.t, yes_to(you, Purpose.SUGGEST_ANALYSE)
    you.chapter("tour-hello")
    await you.say("/start")
    await you.see_button(country_name(country, t.language), "the countries")
    await you.press(country_name(country, t.language))
    await _born(you)
    await you.see_button(yes, "the question whether it may analyse")
    await _rehearse(you, shown)
    await you.press(yes)
    await you.see(t("consent-given-suggest-analyse"), "thanks for the answer")


async def settle_in(you: Traveller, country: str) -> None:
    """The same in short: the country in words, the year, and yes."""
    t, yes = you.t, yes_to(you, Purpose.SUGGEST_ANALYSE)
    await you.say("/start")
    await you.see_button(t("welcome-button-country-other"), "the countries")
    await you.say(country_name(country, t.language))
    await _born(you)
    await you.see_button(yes, "the question whether it may analyse")
    await you.press(yes)
    await you.see(t("consent-given-suggest-analyse"), "thanks for the answer")


async def _born(you: Traveller) -> None:
    t, decade = you.t, BORN // 10 * 10
    await you.see(t("welcome-year"), "the question of the birth year")
    await you.press(f"{decade}–{decade + 9}")
    await you.see(t("welcome-year-exact"), "the years of a decade")
    await you.press(str(BORN))


async def _rehearse(you: Traveller, shown: AlbumFile) -> None:
    t = you.t
    await you.press(t("welcome-button-rehearse"))
    await you.see(t("welcome-rehearse-ready"), "that it is ready for one photo")
    you.notebook.says(you.name, you.notebook.tell("tour-sends-file", file=shown.name))
    await you.person.send_file(shown.name, shown.data, shown.mime)
    await you.see(t("welcome-rehearsal-title"), "what it would read in the photo")
    await you.see_button(yes_to(you, Purpose.SUGGEST_ANALYSE), "the question again")


async def send_album(
    you: Traveller, files: Sequence[AlbumFile], picture: str = "collage.jpg"
) -> StoredMessage:
    """Sent as files in one go; returns the collage that comes of them."""
    you.chapter("tour-album")
    return await give(you, files, picture)


async def give(you: Traveller, files: Sequence[AlbumFile], picture: str) -> StoredMessage:
    """The same within a chapter."""
    label = you.t("collage-button-layout")
    names = ", ".join(file.name for file in files)
    sends = you.notebook.tell("tour-sends-files", count=len(files), files=names)
    you.notebook.says(you.name, sends)
    await you.person.send_album([("file", file.name, file.data) for file in files])
    first = await you.see_button(label, "a collage")
    await you.settle()
    you.notebook.file(picture, you.sandbox.download(first))
    return first


async def change(you: Traveller, collage: StoredMessage, title: str) -> None:
    """Another layout, a title, a theme, a swap taken back, a story; one message all along."""
    t = you.t
    you.chapter("tour-another")
    await you.press(t("collage-button-layout"), collage)
    await you.see_changed(collage, "another layout", picture="another-layout.jpg")
    await _entitle(you, collage, title)
    await _theme(you, collage, t("collage-theme-mosaic-dark"))
    await _swap_and_undo(you, collage)
    await _pick(you, collage, "collage-button-story", "story.jpg")
    await details(you, collage)


async def _entitle(you: Traveller, collage: StoredMessage, title: str) -> None:
    t = you.t
    await you.press(t("collage-button-change"), collage)
    await you.see_button(t("collage-button-title"), "the ways to change it")
    await you.press(t("collage-button-title"), collage)
    await you.see(t("collage-ask-title", limit=LONGEST_TITLE), "the question for a title")
    await you.say(title)
    await you.see(t("collage-title-set"), "that the title is set")
    you.notebook.file("titled.jpg", you.sandbox.download(collage))


async def _theme(you: Traveller, collage: StoredMessage, name: str) -> None:
    """A page of the themes that can show these photos."""
    t = you.t
    await you.press(t("collage-button-change"), collage)
    await you.see_button(t("collage-button-themes"), "the ways to change it")
    await you.press(t("collage-button-themes"), collage)
    label = t("collage-button-theme", name=name, star="no")
    await you.see_button(label, "the themes")
    await you.press(label, collage)
    await you.see_button(t("collage-button-layout"), "the theme", picture="theme.jpg")


async def _swap_and_undo(you: Traveller, collage: StoredMessage) -> None:
    """The photos bear numbers while two are chosen; then it is as it was before."""
    t, before = you.t, you.sandbox.download(collage)
    await you.press(t("collage-button-change"), collage)
    await you.see_button(t("collage-button-pick-swap"), "the ways to change it")
    await you.press(t("collage-button-pick-swap"), collage)
    await you.see(t("collage-pick-swap"), "the numbers", picture="numbers.jpg")
    await you.press(t("collage-button-number", number=1), collage)
    await you.see(t("collage-pick-swap-second", number=1), "the question for the second")
    await you.press(t("collage-button-number", number=2), collage)
    await you.see_button(t("collage-button-undo"), "the swap", picture="swapped.jpg")
    await you.press(t("collage-button-undo"), collage)
    await you.see_changed(collage, "that it is undone")
    is_as_before = you.sandbox.download(collage) == before
    you.promise(is_as_before, "undo did not bring the same picture back")


async def _pick(you: Traveller, collage: StoredMessage, label: str, picture: str) -> None:
    await you.press(you.t("collage-button-change"), collage)
    await you.see_button(you.t(label), "the ways to change it")
    await you.press(you.t(label), collage)
    await you.see_button(you.t("collage-button-layout"), "the changed collage", picture=picture)


async def details(you: Traveller, collage: StoredMessage) -> str:
    """The certificate's words."""
    await you.press(you.t("collage-button-details"), collage)
    shown = await you.see(you.t("collage-details-title"), "the certificate")
    words = shown.words
    await you.press(you.t("collage-button-back"), collage)
    await you.see_button(you.t("collage-button-layout"), "the collage again")
    return words


async def choose_words(you: Traveller, collage: StoredMessage, own: str) -> str:
    """The second of the three proposals, then words of one's own; returns the proposal."""
    t = you.t
    you.chapter("tour-words")
    await you.press(t("collage-button-word", number=2), collage)
    chosen = await you.see_button(t("collage-button-other-words"), "the chosen words")
    proposal = chosen.words.splitlines()[-1]
    await you.press(t("collage-button-own-words"), collage)
    await you.see(t("collage-ask-words", limit=LONGEST_CAPTION), "the question for words")
    await you.say(own)
    await you.see(t("collage-words-set"), "that the words are set")
    you.promise(own in collage.words, "the collage does not carry the person’s own words")
    return proposal


async def share(you: Traveller, collage: StoredMessage, friend: Person) -> None:
    """The list of chats, the friend, and what the friend then has; the shelf knows."""
    you.chapter("tour-sharing")
    received = await share_with(you, collage, friend)
    you.notebook.file("friend.jpg", you.sandbox.download(received))
    await you.say("/gallery")
    await you.see_button(you.t("gallery-button-browse"), "the gallery")


async def share_with(you: Traveller, collage: StoredMessage, friend: Person) -> StoredMessage:
    """Returns what the friend then has; the collage has its own buttons again."""
    t = you.t
    await you.press(t("collage-button-share"), collage)
    label = t("sharing-button-chat")
    await you.see_button(label, "the places where it may go")
    you.notebook.presses(you.name, label)
    button = collage.button(label) or {}
    query = button["switch_inline_query_chosen_chat"]["query"]
    offer = await you.person.inline(query, chat=friend)
    you.promise(offer.results, "nothing was offered for sharing")
    you.note("tour-offers", what=offer.results[0]["description"])
    await you.press(t("sharing-button-back"), collage)
    await you.see_button(t("collage-button-layout"), "the collage’s own buttons")
    received = offer.choose(0, friend)
    you.notebook.has_now(friend.state.first_name, received)
    await you.see(lambda one: not one.buttons, "that it was shared")
    return received


async def take_file(you: Traveller, collage: StoredMessage) -> None:
    """Full quality, and nothing in it of when and where the photos were taken."""
    you.chapter("tour-file-chapter")
    await you.press(you.t("collage-button-file"), collage)
    sent = await you.see(lambda one: one.document is not None, "the file", picture="file.jpg")
    data = you.sandbox.download(sent)
    found = read_facts(probe(data).exif)
    is_bare = data.startswith(JPEG_MARK) and found == NO_FACTS
    you.promise(is_bare, "the file still says when or where a photo was taken")


async def reminders(you: Traveller, collage: StoredMessage) -> None:
    """The question, the hour, how many; the next day one comes, blurred, and is opened."""
    t, yes = you.t, yes_to(you, Purpose.NUDGE_MEMORIES)
    you.chapter("tour-reminders")
    await you.press(t("collage-button-remind"), collage)
    await you.see_button(yes, "the question about reminders")
    await you.press(yes)
    await you.see_button(t("consent-button-reminders"), "thanks for the answer")
    await you.press(t("consent-button-reminders"))
    await you.see_button(t("memories-button-hour", hour=HOUR), "the hours")
    await you.press(t("memories-button-hour", hour=HOUR))
    await you.see_button(t("memories-button-times", count=1), "how many a week")
    await you.press(t("memories-button-times", count=1))
    await you.see_button(t("memories-button-pause"), "what was set")
    you.person.mark()
    you.note("tour-clock-day")
    await you.sandbox.move_clock(DAY)
    await _open_reminder(you)


async def _open_reminder(you: Traveller) -> None:
    t = you.t
    label = t("memories-button-open")
    reminder = await you.see_button(label, "a reminder", picture="reminder.jpg")
    you.promise(reminder.has_spoiler, "the reminder’s picture is not behind a spoiler")
    await you.press(t("memories-button-why"), reminder)
    await you.see(t("memories-why"), "why it was chosen")
    await you.press(label, reminder)
    await you.see_changed(reminder, "the memory", picture="memory.jpg")
    album = [one for one in you.person.from_bot if one.id > reminder.id and one.photo]
    for number, message in enumerate(album[1:], start=2):  # the first is the memory itself
        you.notebook.file(f"memory-{number}.jpg", you.sandbox.download(message))
