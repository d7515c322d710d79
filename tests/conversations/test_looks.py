"""Another look for a photo: a sheet, one look, how strong, a file; and what is not there."""

import io

from PIL import Image

from bot.app import App
from bot.looks.catalogue import OF_PLACES, Look, Recipe
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.looks.buttons import OnLook
from storage.looks import LookId
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    count,
    dated,
    file,
    forgotten,
    give_two,
    open_page,
    owner_of,
    until,
)

DIGITAL_SOURCE = b"http://cv.iptc.org/newscodes/digitalsourcetype/"


async def a_sheet(lou: Person, t: Texts) -> StoredMessage:
    """The contact sheet of the newest photo, from the gallery's page."""
    await welcomed(lou, t)
    await lou.send_album([file("a.jpg", dated("palace"))])
    await lou.wait_for(t("gallery-one-more"))
    await open_page(lou, t)
    await lou.press(t("gallery-button-looks"))
    return await lou.wait_for(lambda m: bool(m.photo) and t("looks-sheet-title") in m.words)


async def a_look(lou: Person, t: Texts, number: int = 1) -> StoredMessage:
    sheet = await a_sheet(lou, t)
    await lou.press(str(number), sheet)
    return await lou.wait_for(lambda m: t("looks-button-another") in m.buttons)


def opened(sandbox: Sandbox, message: StoredMessage) -> Image.Image:
    return Image.open(io.BytesIO(sandbox.download(message)))  # noqa: TID251 - the bot's own


@IN_ENGLISH
async def test_one_photo_in_eleven_looks_then_one_of_them_in_the_same_message(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    sheet = await a_sheet(lou, t)
    assert sheet.wire["has_protected_content"]
    assert t("looks-sheet-nobody") in sheet.words
    assert [str(n) for n in range(1, 12)] == [b for b in sheet.buttons if b.isdigit()]

    await lou.press("2", sheet)
    look = await lou.wait_for(lambda m: t("looks-button-another") in m.buttons)

    assert look.id == sheet.id
    assert t("looks-name-embers") in look.words
    assert t("looks-label-edited") in look.words
    assert t("looks-button-full", chosen="yes") in look.buttons
    before = sandbox.download(look)
    await lou.press(t("looks-button-light", chosen="no"), look)
    lighter = await lou.wait_for(lambda m: t("looks-button-light", chosen="yes") in m.buttons)
    assert sandbox.download(lighter) != before
    await lou.press(t("looks-button-another"), lighter)
    again = await lou.wait_for(lambda m: t("looks-sheet-title") in m.words)
    assert again.id == sheet.id


@IN_ENGLISH
async def test_an_old_button_changes_nothing_and_says_so(lou: Person, t: Texts, app: App) -> None:
    sheet = await a_sheet(lou, t)
    old = data_of(sheet, "1")
    await lou.press("3", sheet)
    look = await lou.wait_for(lambda m: t("looks-button-another") in m.buttons)

    await press_again(lou, old, look)
    await lou.wait_for(t("error-look-changed"))
    assert await count(app, "looks WHERE version = 2 AND look = 'starry'") == 1


@IN_FRENCH
async def test_the_photo_stays_as_it_is_and_its_draft_goes(
    lou: Person, t: Texts, app: App
) -> None:
    look = await a_look(lou, t, 1)
    pressed = data_of(look, t("looks-button-file"))

    await lou.press(t("looks-button-keep"))
    said = await lou.wait_for(t("looks-kept"))
    await press_again(lou, pressed, said)
    await lou.wait_for(t("error-look-gone"))

    assert await count(app, "looks") == 0
    assert await count(app, "media") == 1


@IN_FRENCH
async def test_another_photo_of_the_gallery_lends_its_style(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    await lou.send_album([file("a.jpg", dated("palace")), file("b.jpg", dated("dahlia"))])
    await lou.wait_for(lambda m: t("collage-button-looks") in m.buttons)
    await lou.press(t("collage-button-looks"))
    await lou.press("1", await lou.wait_for(t("looks-which-photo")))
    sheet = await lou.wait_for(lambda m: t("looks-sheet-title") in m.words)

    await lou.press(t("looks-button-style"), sheet)
    page = await lou.wait_for(lambda m: t("looks-style-how") in m.words)
    assert page.id == sheet.id
    assert [b for b in page.buttons if b.isdigit()] == ["1"]
    await lou.press("1", page)
    look = await lou.wait_for(lambda m: t("looks-button-another") in m.buttons)

    assert look.id == sheet.id
    assert t("looks-name-own") in look.words
    assert t("looks-label-edited") in look.words
    assert await count(app, "looks WHERE look = 'own' AND style_of IS NOT NULL") == 1
    await lou.press(t("looks-button-light", chosen="no"), look)
    await lou.wait_for(lambda m: t("looks-button-light", chosen="yes") in m.buttons)


@IN_FRENCH
async def test_a_picture_sent_for_its_style_is_not_kept(lou: Person, t: Texts, app: App) -> None:
    sheet = await a_sheet(lou, t)
    await lou.press(t("looks-button-style"), sheet)
    asked = await lou.wait_for(lambda m: t("looks-style-send") in m.words)
    assert asked.buttons == [t("looks-button-back")]

    await lou.send_photo(dated("dahlia"))
    look = await lou.wait_for(lambda m: t("looks-button-another") in m.buttons)

    assert look.id > asked.id
    assert asked.id not in {message.id for message in lou.from_bot}
    assert await count(app, "media") == 1
    assert await count(app, "looks WHERE look = 'own' AND style_of IS NULL") == 1


@IN_ENGLISH
async def test_back_at_the_sheet_a_picture_is_one_for_the_gallery_again(
    lou: Person, t: Texts, app: App
) -> None:
    sheet = await a_sheet(lou, t)
    await lou.press(t("looks-button-style"), sheet)
    await lou.press(t("looks-button-back"), await lou.wait_for(t("looks-style-send")))
    await lou.wait_for(lambda m: t("looks-sheet-title") in m.words)

    await lou.send_photo(dated("dahlia"))
    await lou.settle()
    assert await count(app, "media") == 2


@IN_ENGLISH
async def test_a_collage_asks_which_photo(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await give_two(lou, t)

    await lou.press(t("collage-button-looks"))
    asked = await lou.wait_for(t("looks-which-photo"))
    assert asked.buttons == ["1", "2"]
    await lou.press("2", asked)
    await lou.wait_for(lambda m: bool(m.photo) and t("looks-sheet-title") in m.words)


@IN_ENGLISH
async def test_while_another_look_is_drawn_the_one_before_is_not_shared_under_its_label(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    look = await a_look(lou, t, 1)
    shown = OnLook.unpack(data_of(look, t("looks-button-file")))
    await lou.press(t("looks-button-share"), look)
    places = await lou.wait_for(lambda m: t("sharing-button-chat") in m.buttons)
    button = places.button(t("sharing-button-chat"))
    assert button is not None
    query = button["switch_inline_query_chosen_chat"]["query"]
    assert (await lou.inline(query, chat=sam)).results

    owner = await owner_of(app, lou)
    draft = LookId(shown.draft)
    await app.roles.atelier.choose(owner, draft, shown.version, Recipe(Look.PENCIL))
    while_drawn = await app.roles.atelier.shareable(owner, draft)

    assert while_drawn is not None
    assert while_drawn.label == "filter"
    assert while_drawn.telegram_photo is None
    await lou.wait_for(lambda m: t("looks-name-pencil") in m.words)
    [offer] = (await lou.inline(query, chat=sam)).results
    assert t("sharing-label-filter") in offer["description"]


@IN_FRENCH
async def test_forgetting_the_photo_takes_its_look_from_the_chat(
    lou: Person, t: Texts, app: App
) -> None:
    look = await a_look(lou, t, 1)
    page = next(m for m in lou.from_bot if t("gallery-button-forget") in m.buttons)

    await lou.press(t("gallery-button-forget"), page)
    await lou.wait_for(forgotten(t, 1))

    assert look.id not in {message.id for message in lou.from_bot}
    assert await count(app, "looks") == 0


@IN_ENGLISH
async def test_a_look_goes_to_a_chat_with_its_label_and_the_shelf_knows(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    look = await a_look(lou, t, 1)
    await lou.press(t("looks-button-share"))
    places = await lou.wait_for(lambda m: t("sharing-button-chat") in m.buttons)
    button = places.button(t("sharing-button-chat"))
    assert button is not None
    query = button["switch_inline_query_chosen_chat"]["query"]

    await lou.press(t("sharing-button-back"))
    back = await lou.wait_for(lambda m: t("looks-button-another") in m.buttons)
    assert back.id == look.id
    received = (await lou.inline(query, chat=sam)).choose(0, sam)
    await lou.wait_for(t("sharing-done", count=1))
    assert t("sharing-label-edited") in received.words
    assert await count(app, "media WHERE shared_at IS NOT NULL") == 1


@IN_ENGLISH
async def test_a_file_says_inside_and_out_what_it_is_and_nothing_else(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    """A filter, then a painting: that is an AI edit, which asks about training once."""
    look = await a_look(lou, t, OF_PLACES.index("pencil") + 1)
    assert t("looks-label-filter") in look.words
    await lou.press(t("looks-button-file"))
    sent = await lou.wait_for(lambda m: m.document is not None)
    content = sandbox.download(sent)
    assert sent.words == t("looks-label-filter")
    assert DIGITAL_SOURCE + b"algorithmicallyEnhanced" in content
    assert b"photoshop:Credit" not in content
    assert await count(app, "jobs WHERE name = 'improve.ask'") == 0

    await lou.press(t("looks-button-another"))
    sheet = await lou.wait_for(lambda m: t("looks-sheet-title") in m.words)
    await lou.press("1", sheet)
    await lou.wait_for(lambda m: t("looks-label-edited") in m.words)
    await lou.press(t("looks-button-file"))
    sent = await lou.wait_for(lambda m: m.words == t("looks-label-edited"))
    content = sandbox.download(sent)
    assert DIGITAL_SOURCE + b"compositeWithTrainedAlgorithmicMedia" in content
    assert b"photoshop:Credit" in content
    assert b"Exif\0" not in content
    assert not opened(sandbox, sent).getexif()

    async def is_asked() -> bool:
        return await count(app, "jobs WHERE name = 'improve.ask'") == 1

    await until(is_asked)
