"""A collage under one message: layouts, shapes, words, a file; old, foreign and late presses."""

import io
from datetime import timedelta

from PIL import Image

from bot.app import App
from bot.collage.draft import LONGEST_CAPTION, LONGEST_TITLE
from bot.collage.edits import Change
from bot.collage.themes import THEMES
from bot.sandbox.album_light import Light, as_jpeg, photo
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.collage.data import (
    LOOKS,
    PICKED,
    Act,
    ChangeCollage,
    ChooseTheme,
    ChooseWords,
    DressPhoto,
    OnCollage,
    PickPhoto,
    TakePhoto,
)
from tests.conversations.collage_steps import a_collage
from tests.conversations.first_steps import data_of, press_again, welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    picture,
)


def size_of(sandbox: Sandbox, message: StoredMessage) -> tuple[int, int]:
    with Image.open(io.BytesIO(sandbox.download(message))) as image:  # noqa: TID251 - the bot's own
        return image.size


@IN_ENGLISH
async def test_another_layout_edits_the_same_message_and_an_old_button_says_so(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    collage = await a_collage(lou, t)
    old, before = data_of(collage, t("collage-button-layout")), sandbox.download(collage)
    count_before = len(lou.from_bot)

    await lou.press(t("collage-button-layout"))
    changed = await lou.wait_for(lambda m: m.id == collage.id)

    assert sandbox.download(changed) != before
    assert data_of(changed, t("collage-button-layout")) != old
    assert len(lou.from_bot) == count_before
    await press_again(lou, old, changed)
    await lou.wait_for(t("error-collage-changed"))
    assert await count(app, "collages WHERE version = 2") == 1


@IN_ENGLISH
async def test_words_count_what_is_on_the_page_and_not_what_was_left_out(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    photos = [dated(name) for name in ("cat", "coffee", "palace", "rocket", "motorcycle")]
    again = as_jpeg(photo("palace", Light(brightness=1.1), size=(480, 360)), b"", quality=70)
    await lou.send_album([file(f"{n}.jpg", data) for n, data in enumerate([*photos, again])])
    words = (await collage_of(lou, t)).words.lower()

    assert await count(app, "media") == 6
    assert "six" not in words
    assert "6 photos" not in words
    await lou.press(t("collage-button-change"))
    await lou.wait_for(lambda m: t("collage-button-pick-back") in m.buttons)
    await lou.press(t("collage-button-pick-back"))
    await lou.wait_for(lambda m: m.words == t("collage-pick-back"))
    await lou.press(t("collage-button-number", number=1))
    renewed = await lou.wait_for(lambda m: bool(m.photo) and m.words.lower() != words)
    assert "five" not in renewed.words.lower()


@IN_FRENCH
async def test_shapes_light_title_and_details_each_in_place(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    collage = await a_collage(lou, t)

    for label, what in (("wide", (2560, 1440)), ("story", (1080, 1920)), ("title-off", None)):
        await lou.press(t("collage-button-change"), collage)
        await lou.wait_for(lambda m: t("collage-button-back") in m.buttons)
        await lou.press(t(f"collage-button-{label}"), collage)
        shown = await collage_of(lou, t)
        assert shown.id == collage.id
        if what:
            width, height = size_of(sandbox, shown)
            assert abs(width / height - what[0] / what[1]) < 0.01
    await lou.press(t("collage-button-details"), collage)
    told = await lou.wait_for(t("collage-details-stretch"))
    assert t("collage-details-photos", count=2) in told.words
    await lou.press(t("collage-button-back"), collage)
    await collage_of(lou, t)


@IN_ENGLISH
async def test_as_a_file_it_is_whole_free_to_pass_on_and_says_only_where_it_comes_from(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    collage = await a_collage(lou, t)

    await lou.press(t("collage-button-file"))
    sent = await lou.wait_for(lambda m: m.document is not None)
    content = sandbox.download(sent)

    assert not sent.wire.get("has_protected_content")
    assert collage.wire["has_protected_content"]
    assert b"http://ns.adobe.com/xap/1.0/" in content
    assert b"Exif\0" not in content
    with Image.open(io.BytesIO(content)) as image:  # noqa: TID251 - the bot's own
        assert max(image.size) >= 2000
        assert not image.getexif()


@IN_FRENCH
async def test_words_are_chosen_changed_and_typed(lou: Person, t: Texts) -> None:
    collage = await a_collage(lou, t)
    proposals = [line for line in collage.words.splitlines() if line[:1].isdigit()]
    assert len({line[4:] for line in proposals}) == 3

    await lou.press(t("collage-button-word", number=2))
    chosen = await lou.wait_for(lambda m: t("collage-button-other-words") in m.buttons)
    assert chosen.words == proposals[1].split("·", 1)[1].strip()
    await lou.press(t("collage-button-other-words"))
    await lou.wait_for(proposals[0])
    await lou.press(t("collage-button-own-words"))
    await lou.wait_for(t("collage-ask-words", limit=LONGEST_CAPTION))
    await lou.say("x" * 4096)
    await lou.wait_for(t("error-too-long", limit=LONGEST_CAPTION))
    await lou.say("<b>Nous</b> & le chat")
    await lou.wait_for(t("collage-words-set"))

    assert collage.words == "<b>Nous</b> & le chat"
    assert not collage.entities


@IN_FRENCH
async def test_a_title_is_typed_and_one_that_is_too_long_gets_a_sentence(
    lou: Person, t: Texts, sandbox: Sandbox, app: App
) -> None:
    collage = await a_collage(lou, t)
    before = sandbox.download(collage)
    await lou.press(t("collage-button-change"))
    await lou.wait_for(lambda m: t("collage-button-title") in m.buttons)
    await lou.press(t("collage-button-title"))
    await lou.wait_for(t("collage-ask-title", limit=LONGEST_TITLE))

    await lou.say("y" * (LONGEST_TITLE + 1))
    await lou.wait_for(t("error-too-long", limit=LONGEST_TITLE))
    await lou.say("Élodie, été à Évian")
    await lou.wait_for(t("collage-title-set"))

    assert sandbox.download(collage) != before
    assert await count(app, "collages WHERE title_mode = 'own'") == 1


@IN_ENGLISH
async def test_words_for_a_draft_that_is_gone_end_the_question(lou: Person, t: Texts) -> None:
    collage = await a_collage(lou, t)
    await lou.say("/gallery")
    gallery = await lou.wait_for(lambda m: t("gallery-button-forget-all") in m.buttons)
    await lou.press(t("collage-button-own-words"), collage)
    await lou.wait_for(t("collage-ask-words", limit=LONGEST_CAPTION))
    await lou.press(t("gallery-button-forget-all"), gallery)
    await lou.wait_for(lambda m: t("gallery-button-forget-all-now") in m.buttons)
    await lou.press(t("gallery-button-forget-all-now"))
    await lou.wait_for(t("gallery-forgotten-all", count=2))

    await lou.say("Trop tard")
    await lou.wait_for(t("error-collage-gone"))
    await lou.say("Trop tard, encore")
    await lou.settle()

    said = [message.words for message in lou.from_bot]
    assert said.count(t("error-collage-gone")) == 1


@IN_FRENCH
async def test_a_collage_whose_message_was_deleted_is_shown_anew(lou: Person, t: Texts) -> None:
    collage = await a_collage(lou, t)
    choose = data_of(collage, t("collage-button-word", number=1))
    del lou.chat.messages[collage.id]

    await press_again(lou, choose, lou.last_message)
    again = await collage_of(lou, t)

    assert again.id != collage.id
    assert t("collage-button-other-words") in again.buttons
    assert again.wire["has_protected_content"]


@IN_ENGLISH
async def test_two_photos_that_look_alike_are_both_shown(lou: Person, t: Texts) -> None:
    """Near-twins are left out beside others; two twins alone were meant."""
    await welcomed(lou, t)

    await lou.send_photo(picture("cat"))
    await lou.send_file("a.jpg", dated("cat"))
    collage = await collage_of(lou, t)

    await lou.press(t("collage-button-details"), collage)
    await lou.wait_for(t("collage-details-photos", count=2))


@IN_ENGLISH
async def test_every_button_by_a_stranger_twice_and_after_forgetting(
    lou: Person, sam: Person, t: Texts, app: App
) -> None:
    """Another's draft is as good as none, and so is one's own once it is forgotten."""
    collage = await a_collage(lou, t)
    data = ChangeCollage.unpack(data_of(collage, t("collage-button-layout")))
    about = {"collage": data.collage, "version": data.version}
    every = [
        *(ChangeCollage(**about, change=change).pack() for change in Change),
        *(OnCollage(**about, act=act).pack() for act in Act),
        *(ChooseWords(**about, number=number).pack() for number in (0, 1, 9)),
        *(ChooseTheme(**about, theme=theme).pack() for theme in (*THEMES, "none")),
        *(PickPhoto(**about, change=change).pack() for change in Change),
        *(TakePhoto(**about, change=change, number=2).pack() for change in PICKED),
        *(DressPhoto(**about, look=look, number=0).pack() for look in LOOKS),
    ]
    await welcomed(sam, t)
    own = sam.last_message

    for one in every:
        await press_again(sam, one, own)
    await sam.settle()
    await app.storage.leave_no_trace()

    assert await count(app, "collages WHERE version = 1") == 1
    assert not any(message.photo or message.document for message in sam.from_bot)
    await lou.say("/gallery")
    await lou.wait_for(lambda m: t("gallery-button-forget-all") in m.buttons)
    await lou.press(t("gallery-button-forget-all"))
    await lou.wait_for(lambda m: t("gallery-button-forget-all-now") in m.buttons)
    await lou.press(t("gallery-button-forget-all-now"))
    await lou.wait_for(t("gallery-forgotten-all", count=2))
    for one in every:
        await press_again(lou, one, lou.last_message)
    await lou.settle()
    for person in (sam, lou):
        said = {message.words for message in person.from_bot}
        assert t("error-collage-gone") in said
        assert t("error-unexpected") not in said


@IN_FRENCH
async def test_drafts_go_after_thirty_days(
    lou: Person, t: Texts, app: App, sandbox: Sandbox
) -> None:
    collage = await a_collage(lou, t)
    sandbox.clock.move(timedelta(days=31))

    assert await app.roles.studio.drop_old() == 1
    await lou.press(t("collage-button-layout"), collage)

    await lou.wait_for(t("error-collage-gone"))
    assert await count(app, "collages") == 0
    assert await count(app, "media") == 2
