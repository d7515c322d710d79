"""Abuse 33, 37 and 39: words and names that mean harm, shown everywhere and harming nowhere."""

import io
import random
import re
import zipfile
from html import escape

import pytest

from bot.app import App
from bot.sandbox.person import Person
from bot.texts import Texts
from bot.writing.captions import captions
from bot.writing.facts import CaptionFacts
from tests.abuse.checks import never_at_a_loss
from tests.abuse.forged import handled
from tests.conversations.first_steps import welcomed
from tests.conversations.given import collage_of, file, kept, owner_of, picture

ENGLISH = pytest.mark.parametrize("language", ["en"])
FRENCH = pytest.mark.parametrize("language", ["fr"])
EVIL = (
    '<a href="https://evil.example">win</a> *[x](tg://user?id=1)* <script>alert(1)</script> '
    "\u202eesrever \u200b\u2066\ufeff & &lt;b&gt; {0} %s ' OR 1=1; -- =HYPERLINK(1)"
)
LEADS_OUT = re.compile(r"<[^>]*evil\.example")  # said in letters it leads nowhere
LONG = 10_000
FAMILY = "👨‍👩‍👧‍👦"
NAMES = (
    "../../../etc/passwd.jpg",
    "/etc/shadow.jpg",
    "C:\\Windows\\win.ini.jpg",
    "nul\0byte.jpg",
    "\u202egpj.exe.jpg",
    "a" * 300 + ".jpg",
    "<b>bold<script>.jpg",
    "99999999_999999.jpg",
    "IMG_20240231_256199.jpg",
    "=HYPERLINK('x').jpg",
)


@ENGLISH
async def test_33_a_caption_is_words_wherever_it_is_shown(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await lou.send_photo(picture("cat"), caption=EVIL)
    await lou.wait_for(t("gallery-kept", count=1))

    await lou.say("/gallery")
    await lou.wait_for(lambda m: t("gallery-button-browse") in m.buttons)
    await lou.press(t("gallery-button-browse"))
    page = await lou.wait_for(lambda m: bool(m.photo))

    assert "<script>alert(1)</script>" in page.words  # as letters
    assert {entity["type"] for entity in page.entities} <= {"italic", "bold", "url"}
    assert not [entity for entity in page.entities if entity["type"] == "text_link"]


@FRENCH
async def test_33_own_words_and_a_title_are_letters_on_the_collage_and_in_the_share(
    lou: Person, sam: Person, t: Texts
) -> None:
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), picture("coffee")], caption=EVIL)
    await collage_of(lou, t)

    await lou.press(t("collage-button-own-words"))
    await lou.say(EVIL)
    await lou.wait_for(t("collage-words-set"))
    await lou.press(t("collage-button-change"))
    await lou.wait_for(lambda m: t("collage-button-title") in m.buttons)
    await lou.press(t("collage-button-title"))
    await lou.say("<b>\u202e" + FAMILY + "</b>")
    await lou.wait_for(t("collage-title-set"))
    collage = next(m for m in lou.from_bot if m.photo)

    assert "<script>alert(1)</script>" in collage.words
    assert not [e for e in collage.entities if e["type"] in {"text_link", "text_mention"}]
    await lou.press(t("collage-button-share"), collage)
    places = await lou.wait_for(lambda m: t("sharing-button-chat") in m.buttons)
    button = places.button(t("sharing-button-chat"))
    assert button is not None
    offer = await lou.inline(button["switch_inline_query_chosen_chat"]["query"])
    shared = offer.choose(0, sam)
    assert "<script>alert(1)</script>" in shared.words
    assert not [e for e in shared.entities if e["type"] in {"text_link", "text_mention"}]


@ENGLISH
async def test_33_what_is_too_long_is_said_and_what_was_there_stays(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await lou.send_album([picture("cat"), picture("coffee")])
    collage = await collage_of(lou, t)
    words = collage.words

    await lou.press(t("collage-button-own-words"))
    for text in ("long " * (LONG // 5), FAMILY * 90, "\U0001f600" * 699, "&" * 4096):
        await lou.say(text)
        await lou.wait_for(t("error-too-long", limit=700))
    await lou.say("\U0001f600" * 300)
    await lou.wait_for(t("collage-words-set"))
    await lou.press(t("collage-button-change"))
    await lou.wait_for(lambda m: t("collage-button-title") in m.buttons)
    await lou.press(t("collage-button-title"))
    for text in ("long " * (LONG // 5), "x" * LONG, FAMILY * 81):
        await lou.say(text)
        await lou.wait_for(t("error-too-long", limit=80))

    assert words != collage.words
    assert never_at_a_loss(lou, t)


@FRENCH
async def test_33_ten_thousand_characters_are_no_country_no_date_and_no_command(
    lou: Person, t: Texts
) -> None:
    await lou.start()
    await lou.wait_for()
    for text in ("France " * (LONG // 7), "\u202e" * LONG, "1" * LONG, "(" * LONG):
        await lou.say(text)
        await lou.wait_for(t("welcome-country-unknown"))
    await lou.say("/start " + "A" * LONG)
    await lou.wait_for()
    await lou.say("/" + "x" * LONG)
    await lou.settle()

    assert never_at_a_loss(lou, t)


@ENGLISH
async def test_33_ten_thousand_characters_are_no_date(lou: Person, t: Texts) -> None:
    await welcomed(lou, t)
    await lou.send_photo(picture("cat"))
    await lou.wait_for(lambda m: t("gallery-button-type-date") in m.buttons)
    await lou.press(t("gallery-button-type-date"))
    await lou.wait_for(t("gallery-ask-date"))

    for text in ("9" * LONG, "12/10/" * 1600, "1" + " " * LONG + "1", "٣" * 50, EVIL, "0/0/0"):
        await lou.say(text)
        await lou.wait_for(t("gallery-date-unclear"))

    assert never_at_a_loss(lou, t)


@ENGLISH
async def test_37_a_file_name_is_never_a_path(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    names = ["cat", "coffee", "dahlia", "motorcycle", "palace", "rocket"]
    good = [picture(name) for name in names]

    await lou.send_album([file(name, data) for name, data in zip(NAMES, good, strict=False)])
    await collage_of(lou, t)
    for name in NAMES[len(good) :]:
        await lou.send_file(name, good[0])
    await handled(app)
    await app.queue.idle()

    assert await kept(app, await owner_of(app, lou)) == len(good)
    home = app.settings.home
    assert all(path.is_relative_to(home) for path in home.rglob("*"))
    assert not [path for path in home.rglob("*") if path.suffix in {".jpg", ".exe"}]


@ENGLISH
async def test_27_a_copy_shows_harm_as_letters(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)
    await lou.send_file("<script>.jpg", picture("cat"), caption=EVIL)
    await lou.wait_for(t("gallery-kept", count=1))
    await lou.say("/privacy")
    await lou.wait_for(lambda m: t("privacy-button-export") in m.buttons)
    await lou.press(t("privacy-button-export"))
    await lou.wait_for(lambda m: t("privacy-button-export-make") in m.buttons)
    await lou.press(t("privacy-button-export-make"))
    await handled(app)
    await app.queue.idle()

    sent = await lou.wait_for(lambda m: bool(m.document))
    found = lou.world.files.by_id(sent.wire["document"]["file_id"])
    copy = zipfile.ZipFile(io.BytesIO(found.data))
    pages = [copy.read(name).decode() for name in copy.namelist() if name.endswith(".html")]

    assert pages
    assert not [page for page in pages if "<script" in page or LEADS_OUT.search(page)]
    assert not [name for name in copy.namelist() if name.startswith("/") or ".." in name]
    assert escape(EVIL[:20]) not in copy.namelist()


@pytest.mark.parametrize(
    "note",
    [
        EVIL,
        "see www.evil.example",
        "https://evil.example/?x",
        "ask @evil_bot",
        "call +33 6 12 34 56 78",
        "06 12 34 56 78",
        "555-123-4567",
        "\u202edenrut",
        "zero\u200bwidth",
    ],
)
def test_33_a_proposed_caption_leads_nowhere(note: str) -> None:
    facts = CaptionFacts(1, note=note)
    for seed in range(20):
        proposed = captions(facts, "en", random.Random(seed))
        assert not [one for one in proposed if note[:9] in one.text]


def test_33_a_note_that_leads_nowhere_may_be_proposed() -> None:
    facts = CaptionFacts(1, note="Lou, 12.10.2024, 8 h 30 👩‍👧")
    told = [one.text for seed in range(20) for one in captions(facts, "en", random.Random(seed))]

    assert [text for text in told if "Lou, 12.10.2024" in text]
