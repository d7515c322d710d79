"""Told rather than asked, in Europe: the notice, the month, the OK; objecting in chat and page."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.consent.interest import CHOICES, REMIND_AFTER
from bot.consent.objection import Scope
from bot.consent.regions import PRESETS
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.state import StoredMessage
from bot.texts import Texts
from handlers.doors import AnswerNotice, LiftObjection, ObjectTo, ShowReceipt
from tests.conversations.channel_steps import NAME
from tests.conversations.first_steps import (
    NOTICES,
    data_of,
    press_again,
    until_the_question,
    welcomed,
)
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    count,
    owner_of,
    until,
)
from tests.conversations.objecting import (
    is_notice,
    is_ok,
    is_written,
    labels,
    page_of,
    posts_objection,
    privacy,
    teaches,
    told,
)
from tests.conversations.ports import free_port

TAGS = re.compile(r"<[^>]+>")
LIVE = ('improve = "notice" }', 'improve = "live" }\nlia_ref = "LIA 1"\ndpia_ref = "DPIA 1"')
MONTH_AND_MORE = timedelta(days=31)


@pytest.fixture
def changed_settings(tmp_path: Path) -> dict[str, object]:
    """Europe live, and a page that people can reach."""
    regions, port = tmp_path / "regions.toml", free_port()
    regions.write_text(PRESETS["open"].read_text().replace(*LIVE))
    address = f"http://127.0.0.1:{port}"
    return {"regions_file": str(regions), "public_url": address, "web_port": port}


@pytest.fixture
def channel(sandbox: Sandbox, lou: Person) -> int:
    return sandbox.channel(NAME, owner=lou)


async def said_in_privacy(lou: Person, t: Texts, line: str) -> StoredMessage:
    """What /privacy says of improving, up to its date."""
    home = await privacy(lou, t)
    said = t(line, name=t("privacy-name-improve-choices"), date="|")
    assert TAGS.sub("", said).split("|", maxsplit=1)[0].strip() in home.words
    return home


async def objected_on_the_page(lou: Person, t: Texts, app: App) -> None:
    """By the link under /object; the chat confirms it, with the receipt, once."""
    await lou.say("/object")
    url = page_of(await lou.wait_for(t("object-screen").split("\n\n")[1]), t)
    lou.mark()
    page = await posts_objection(url)
    document = await lou.wait_for(lambda m: bool(m.document))
    assert t("object-from-page") in document.words
    assert t("object-removed", rows=1) in document.words
    reference = re.search(r"<code>([^<]+)</code>", page)
    assert reference
    assert reference[1] in document.words
    assert reference[1] in await posts_objection(url)
    assert await count(app, "ledger WHERE kind = 'objection.applied'") == 1


@IN_FRENCH
async def test_told_then_ok_then_a_public_post_then_an_objection_on_the_page(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    notice = await told(lou, t, app, channel)
    await said_in_privacy(lou, t, "privacy-line-told")
    await is_ok(lou, t, notice)
    await said_in_privacy(lou, t, "privacy-line-window")
    await sandbox.move_clock(MONTH_AND_MORE)

    assert await teaches(lou, t, app, "dahlia", "rocket") == 0  # drafts and a private channel
    await lou.rename(channel, NAME, username="lou_and_co")
    assert await teaches(lou, t, app, "palace", "motorcycle") == 1
    assert await count(app, "choices WHERE is_public AND ground = 'eu_li'") == 1

    await objected_on_the_page(lou, t, app)
    assert await count(app, "choices") == 0
    home = await said_in_privacy(lou, t, "privacy-line-objected")
    await lou.press(t("object-button-lift"), home)
    again = await lou.wait_for(lambda m: is_notice(m, t))
    assert await teaches(lou, t, app, "admiral", "nebula") == 0  # it stands until there is an OK
    await is_ok(lou, t, again)
    assert t("error-unexpected") not in [message.words for message in lou.from_bot]


@IN_ENGLISH
async def test_the_notice_has_two_equal_buttons_and_details_that_never_replace_them(
    lou: Person, t: Texts, app: App, channel: int
) -> None:
    notice = await told(lou, t, app, channel)
    assert notice.buttons == [*labels(t), t("consent-button-details"), t("object-button-page")]
    [both, *_] = notice.wire["reply_markup"]["inline_keyboard"]
    assert [button["text"] for button in both] == list(labels(t))
    assert len(notice.words) <= 500
    await lou.press(t("consent-button-details"), notice)
    page = await lou.wait_for(lambda m: t("consent-button-back") in m.buttons)
    assert page.buttons[:2] == list(labels(t))
    await lou.press(t("consent-button-back"), page)
    await lou.wait_for(lambda m: is_notice(m, t) and m.words == notice.words)


@IN_FRENCH
async def test_objecting_under_the_notice_is_one_press_and_an_old_ok_lifts_nothing(
    lou: Person, t: Texts, app: App, channel: int
) -> None:
    notice = await told(lou, t, app, channel)
    yes = data_of(notice, labels(t)[1])
    await lou.press(labels(t)[0], notice)
    done = await lou.wait_for(t("object-stopped-everything"))
    assert t("object-removed", rows=0) in done.words
    await press_again(lou, yes, done)
    await lou.wait_for(t("consent-closed"))
    await press_again(lou, AnswerNotice(purpose=CHOICES, version="1.0", yes=True).pack(), done)
    await lou.settle()
    assert await count(app, "consents WHERE state = 'objected'") == 3
    await press_again(lou, ShowReceipt(purpose=CHOICES).pack(), done)
    await lou.wait_for(lambda m: bool(m.document))


@IN_ENGLISH
async def test_one_reminder_at_day_21_and_then_silence(
    lou: Person, t: Texts, app: App, sandbox: Sandbox, channel: int
) -> None:
    await told(lou, t, app, channel)
    lou.mark()
    await sandbox.move_clock(REMIND_AFTER + timedelta(hours=1))
    again = await lou.wait_for(t("object-reminder"))
    assert is_notice(again, t)
    lou.mark()
    await sandbox.move_clock(timedelta(days=60))
    await lou.settle()
    assert not [m for m in lou.from_bot if m.id > again.id and is_notice(m, t)]
    assert await count(app, "choices") == 0


@IN_ENGLISH
async def test_45_a_notice_that_cannot_be_delivered_is_written_down_and_never_counts(
    lou: Person, t: Texts, app: App
) -> None:
    """Abuse case 45: they blocked the bot before the job ran."""
    await welcomed(lou, t, "FR")
    owner = await owner_of(app, lou)
    await lou.block()
    async with app.storage.begin() as tx:
        await tx.people.change(owner, {"blocked_at": None})
        await tx.jobs.post("improve.ask", subject=owner, key=str(owner), purpose=CHOICES)
    await is_written(app, "notice.undeliverable")
    assert await count(app, "consents WHERE purpose = 'improve.choices'") == 0
    assert await count(app, "jobs WHERE name = 'improve.remind'") == 0


@IN_FRENCH
async def test_who_is_a_minor_is_not_even_told(lou: Person, t: Texts, app: App) -> None:
    await until_the_question(lou, t, "FR", app.clock.now().year - 17)
    owner = await owner_of(app, lou)
    assert await app.roles.trainer.question(owner) is None
    async with app.storage.begin() as tx:
        await tx.jobs.post("improve.ask", subject=owner, key=str(owner), purpose=CHOICES)

    async def done() -> bool:
        return await count(app, "jobs WHERE name = 'improve.ask' AND state = 'queued'") == 0

    await until(done)
    await lou.settle()
    assert not [m for m in lou.from_bot if is_notice(m, t)]


@IN_FRENCH
async def test_object_is_there_for_everybody_and_says_which_uses(
    lou: Person, t: Texts, app: App
) -> None:
    """Before the welcome, under another law, while everything is paused; pressed twice is once."""
    await lou.say("/object")
    screen = await lou.wait_for(t("object-screen").split("\n\n")[1])
    assert screen.buttons[:3] == [
        f"{'●' if one is Scope.EVERYTHING else '○'} {t(f'object-scope-{one}')}" for one in Scope
    ]
    await lou.press(f"○ {t('object-scope-chats')}", screen)
    chosen = await lou.wait_for(lambda m: f"● {t('object-scope-chats')}" in m.buttons)
    assert await count(app, "consents") == 0  # choosing is not objecting
    await lou.press(t("object-button"), chosen)
    done = await lou.wait_for(t("object-stopped-chats"))
    await press_again(lou, ObjectTo(scope=Scope.AI_CHATS).pack(), done)
    await lou.settle()
    assert await count(app, "ledger WHERE kind = 'objection.applied'") == 1


@IN_ENGLISH
async def test_object_goes_on_under_another_law_and_while_everything_is_paused(
    lou: Person, t: Texts, app: App
) -> None:
    """And is taken back in the chat, by an answer to the question put again."""
    await welcomed(lou, t, "US")
    await app.roles.custodian.pause(await owner_of(app, lou))
    await lou.say("/object")
    screen = await lou.wait_for(t("object-screen").split("\n\n")[1])
    await lou.press(t("object-button"), screen)
    await lou.wait_for(t("object-stopped-everything"))
    assert await count(app, "consents WHERE state = 'objected'") == 3
    await app.roles.custodian.resume(await owner_of(app, lou))

    await press_again(lou, LiftObjection().pack(), screen)
    question = await lou.wait_for(NOTICES.show(CHOICES, t.language).text)
    assert await count(app, "consents WHERE state = 'objected'") == 3
    await lou.press(NOTICES.show(CHOICES, t.language).yes, question)
    await lou.wait_for(t("consent-given"))
    assert await count(app, "consents WHERE state = 'objected'") == 2
