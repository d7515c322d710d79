"""Abuse case 13: a link to the objection page opens that and nothing else, and looking is free."""

import re
import string
from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256

import pytest
from itsdangerous import URLSafeTimedSerializer

from bot.consent.acts import How, Method
from bot.consent.interest import CHOICES
from bot.consent.objection import Scope
from bot.texts import LANGUAGES, Language
from bot.web.headers import HEADERS
from bot.web.objection import LONGEST_COMMENT
from storage.personal_data import Purpose
from tests.abuse.site import Site, site

__all__ = ["site"]

DAY = timedelta(days=1)
NOTICE = "improve.choices"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_13_looking_changes_nothing_whoever_looks(site: Site, language: Language) -> None:
    url, before = site.link(language), await site.state()
    for _ in range(2):
        async with site.browser.get(url) as answer:
            assert answer.status == 200
            assert f'<html lang="{language}"' in await answer.text()
        async with site.browser.head(url, headers={"User-Agent": "TelegramBot"}) as answer:
            assert answer.status == 200
    assert await site.state() == before


async def test_13_posted_twice_it_is_the_same_objection(site: Site) -> None:
    url = site.link()
    pages = [(await site.post(url))[1] for _ in range(2)]
    references = [re.findall(r"<code>([^<]+)</code>", page) for page in pages]
    assert references[0]
    assert references[0] == references[1]
    async with site.storage.read() as tx:
        kinds = [str(row["kind"]) async for row in tx.ledger.all()]
    assert kinds.count("objection.applied") == 1


async def refused(site: Site, url: str) -> bool:
    """404 to a look and to a post, and nothing changed."""
    before = await site.state()
    async with site.browser.get(url) as answer:
        looked = answer.status
    posted, _ = await site.post(url)
    return looked == posted == 404 and await site.state() == before


async def test_13_altered_links_open_nothing(site: Site) -> None:
    url = site.link()
    token = url.rsplit("/", 1)[1]
    places = (0, len(token) // 3, len(token) // 2, len(token) - 1)
    for place in places:
        assert await refused(site, url.replace(token, _altered(token, place)))
    for junk in ("a", "_w", token[:-5], token.split(".")[0], "x" * 500):
        assert await refused(site, url.replace(token, junk))


def _altered(token: str, place: int) -> str:
    """Another letter there, by its highest bit: the lowest ones of the last letter say nothing."""
    letters = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
    number = letters.find(token[place])
    other = letters[number ^ 32] if number >= 0 else "A"
    return token[:place] + other + token[place + 1 :]


async def test_13_a_link_signed_for_something_else_opens_nothing(site: Site) -> None:
    vault = site.storage.vault
    sealed = urlsafe_b64encode(vault.server_seal(site.owner.bytes)).decode()
    said = [sealed, NOTICE, "en"]
    own = site.link().rsplit("/", 1)[0]
    for secret, salt in (
        (vault.secret(b"another purpose"), "objection"),
        (vault.secret(b"objection"), "another purpose"),
        (b"guessed", "objection"),
    ):
        forged = URLSafeTimedSerializer(secret, salt).dumps(said)
        assert await refused(site, f"{own}/{forged}")
    links = site.registrar.interest.links
    assert await refused(site, f"{own}/{links.form(site.link().rsplit('/', 1)[1])}")


async def test_13_a_link_runs_out(site: Site) -> None:
    url = site.link()
    site.clock.move(89 * DAY)
    async with site.browser.get(url) as answer:
        assert answer.status == 200
    site.clock.move(2 * DAY)
    assert await refused(site, url)


async def test_13_of_somebody_erased_it_tells_nothing(site: Site) -> None:
    url = site.link()
    async with site.storage.begin() as tx:
        await tx.privacy.erase_person(site.owner)
    before = await site.state()
    status, page = await site.post(url)
    assert status == 200
    assert "<code>" not in page
    assert await site.state() == before


async def test_13_a_link_tells_nobody_whom_it_is_for_and_lifts_nothing(site: Site) -> None:
    url = site.link()
    assert str(site.owner) not in url
    assert site.owner.hex not in url
    assert "4242424242" not in url
    how = How(Method.COMMAND)
    await site.registrar.objected(site.owner, Scope.EVERYTHING, "en", how=how)
    before = await site.state()
    status, _ = await site.post(url, scope="posts")
    assert status == 200
    async with site.storage.read() as tx:
        assert (await tx.consent.states(site.owner))[CHOICES].state == "objected"
    assert len(await site.state()) == len(before)


@pytest.mark.parametrize(
    "said",
    [
        {"form": ""},
        {"form": "forged"},
        {"scope": "nothing"},
        {"scope": ""},
        {"comment": "x" * (LONGEST_COMMENT + 1)},
    ],
    ids=["no token", "forged token", "unknown scope", "no scope", "long comment"],
)
async def test_13_a_form_that_is_wrong_is_shown_again_and_changes_nothing(
    site: Site, said: dict[str, str]
) -> None:
    before = await site.state()
    status, page = await site.post(site.link(), **said)
    assert status == 422
    assert 'role="alert"' in page
    assert await site.state() == before


async def test_13_a_form_of_one_link_is_nothing_under_another(site: Site) -> None:
    other = (await site.registrar.meet(5_555_555_555, "en")).person.id
    theirs = site.registrar.interest.link(other, "en")
    assert theirs
    form = site.registrar.interest.links.form(theirs.rsplit("/", 1)[1])
    status, _ = await site.post(site.link(), form=form)
    assert status == 422


async def test_13_every_answer_forbids_what_a_page_may_be_made_to_do(site: Site) -> None:
    url = site.link()
    for address in (url, url[:-4]):
        async with site.browser.get(address) as answer:
            told = dict(answer.headers)
        assert {name: told.get(name) for name in HEADERS} == dict(HEADERS)
        assert "Set-Cookie" not in told
    async with site.browser.put(url) as answer:
        assert answer.status == 405


async def test_13_what_somebody_writes_is_shown_back_as_words(site: Site) -> None:
    _, page = await site.post(site.link(), comment="<script>alert(1)</script>" + "x" * 500)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


async def test_13_a_receipt_leads_to_the_very_text_that_was_shown(site: Site) -> None:
    """Its hash is the receipt's; what was never published has no address."""
    notice = site.registrar.notices.current(Purpose.SUGGEST_ANALYSE)
    assert notice
    address = f"{site.address}/notices/{notice.id}/fr.md"
    async with site.browser.get(address) as answer:
        assert sha256(await answer.read()).hexdigest() == notice.wordings["fr"].sha256
    for other in (
        f"{notice.id}/de.md",
        "suggest.analyse/9.9/fr.md",
        "..%2f..%2fopen.toml/1.0/en.md",
    ):
        async with site.browser.get(f"{site.address}/notices/{other}") as answer:
            assert answer.status == 404
