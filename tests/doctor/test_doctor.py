"""The doctor finds each thing that can be wrong, says how to mend it, and changes nothing."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest
import typer
from aiohttp import web
from aiohttp.test_utils import TestServer
from typer.testing import CliRunner

from bot.cli.doctor import doctor
from bot.clock import WallClock
from bot.consent.regions import PRESETS
from bot.doctor import confirm_copy, examine
from bot.errors import OperatorError
from bot.findings import Finding, State
from bot.sandbox.endpoint import TEXT_MODEL, StandIn, Trouble
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from storage.key_file import KeyFile
from storage.open import open_storage

SettingsOf = Callable[..., Settings]
SOMEONES = {"bot_token": "1:nobody"}


@pytest.fixture
def settings_of(tmp_path: Path) -> SettingsOf:
    def settings(**changes: object) -> Settings:
        facts = {"home": tmp_path / "data", "key_file": tmp_path / "config" / "key"}
        return Settings(**{**facts, **changes}, _env_file=None)  # type: ignore[arg-type]

    return settings


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    telegram = Sandbox()
    async with telegram.serve():
        yield telegram


async def found(settings: Settings) -> dict[str, Finding]:
    return {finding.part: finding for finding in await examine(settings)}


async def opened_once(settings: Settings) -> None:
    keys = KeyFile.open_or_create(settings.key_file, data_folder=settings.home)
    storage = await open_storage(
        settings.database, files_url=settings.files, keys=keys, clock=WallClock()
    )
    await storage.close()


async def test_before_the_first_run_only_the_token_is_wrong(settings_of: SettingsOf) -> None:
    findings = await found(settings_of())
    wrong = [part for part, finding in findings.items() if finding.state is State.WRONG]
    assert wrong == ["token"]
    assert not settings_of().home.exists()


async def test_whatever_is_not_well_says_how_to_mend_it(settings_of: SettingsOf) -> None:
    for finding in await examine(settings_of()):
        assert bool(finding.mend) == (finding.state is not State.WELL), finding


async def test_all_is_well_where_everything_is_done(
    settings_of: SettingsOf, sandbox: Sandbox, tmp_path: Path
) -> None:
    assessed = tmp_path / "regions.toml"
    refs = 'improve = "notice" }\nlia_ref = "LIA 1"\ndpia_ref = "DPIA 1"'
    assessed.write_text(PRESETS["open"].read_text().replace('improve = "notice" }', refs))
    settings = settings_of(
        bot_token=sandbox.bot_token,
        telegram_api=sandbox.url,
        contact="me@example.org",
        admins=frozenset({4242}),
        public_url="https://pepite.example",
        regions_file=str(assessed),
    )
    await opened_once(settings)
    confirm_copy(settings)
    findings = await found(settings)
    assert {part for part, one in findings.items() if one.state is not State.WELL} == {
        "inline feedback"
    }
    assert findings["token"].said == "the bot is @pepite_bot"
    assert findings["database"].said.startswith("whole")


async def test_a_token_that_telegram_does_not_know(
    settings_of: SettingsOf, sandbox: Sandbox
) -> None:
    settings = settings_of(**SOMEONES, telegram_api=sandbox.url)
    finding = (await found(settings))["token"]
    assert finding.state is State.WRONG
    assert "does not know" in finding.said


async def test_an_endpoint_that_does_not_answer_or_is_something_else(
    settings_of: SettingsOf,
) -> None:
    nowhere = settings_of(**SOMEONES, telegram_api="http://127.0.0.1:9")
    assert "cannot be reached" in (await found(nowhere))["endpoint"].said

    async def page(_request: web.Request) -> web.Response:
        return web.Response(text="<html>hello</html>", content_type="text/html")

    app = web.Application()
    app.router.add_get("/{anything:.*}", page)
    async with TestServer(app) as server:
        other = settings_of(**SOMEONES, telegram_api=str(server.make_url("")).rstrip("/"))
        assert "no Bot API server" in (await found(other))["endpoint"].said


async def telegram(me: dict[str, object], webhook: dict[str, object]) -> TestServer:
    async def answer(request: web.Request) -> web.Response:
        result = me if request.path.endswith("getMe") else webhook
        return web.json_response({"ok": True, "result": result})

    app = web.Application()
    app.router.add_get("/{anything:.*}", answer)
    return TestServer(app)


@pytest.mark.parametrize(
    ("way", "webhook", "state", "said"),
    [
        ("polling", {"url": ""}, State.WELL, "by polling"),
        (
            "polling",
            {"url": "https://a.example/x"},
            State.WARNING,
            "still sends them to a webhook",
        ),
        ("webhook", {"url": ""}, State.WARNING, "not set at Telegram yet"),
        (
            "webhook",
            {"url": "https://a.example", "pending_update_count": 3},
            State.WELL,
            "3 waiting",
        ),
        (
            "webhook",
            {"url": "https://a.example", "last_error_message": "Connection refused"},
            State.WARNING,
            "Connection refused",
        ),
    ],
)
async def test_polling_and_webhook_are_told_apart(
    settings_of: SettingsOf, way: str, webhook: dict[str, object], state: State, said: str
) -> None:
    ours = {"webhook_url": "https://a.example", "webhook_secret": "s"}
    async with await telegram({"username": "a_bot"}, webhook) as server:
        api = str(server.make_url("")).rstrip("/")
        findings = await found(
            settings_of(**SOMEONES, telegram_api=api, **(ours if way == "webhook" else {}))
        )
    assert findings["updates"].state is state
    assert said in findings["updates"].said
    assert findings["inline mode"].state is State.WRONG
    assert "/setinline" in findings["inline mode"].mend
    assert findings["Business mode"].state is State.WARNING


async def test_a_key_that_others_can_read_or_that_lies_with_the_data_is_wrong(
    settings_of: SettingsOf, tmp_path: Path
) -> None:
    settings = settings_of()
    await opened_once(settings)
    settings.key_file.chmod(0o640)
    finding = (await found(settings))["key file"]
    assert finding.state is State.WRONG
    assert "chmod 600" in finding.said
    inside = settings_of(key_file=tmp_path / "data" / "key")
    assert (await found(inside))["key file"].state is State.WRONG


async def test_a_key_that_is_gone_while_there_is_data_is_wrong_and_not_made_anew(
    settings_of: SettingsOf,
) -> None:
    settings = settings_of()
    await opened_once(settings)
    settings.key_file.unlink()
    finding = (await found(settings))["key file"]
    assert finding.state is State.WRONG
    assert "copy back" in finding.mend
    assert not settings.key_file.exists()


async def test_a_confirmed_copy_counts_for_that_very_key(settings_of: SettingsOf) -> None:
    settings = settings_of()
    with pytest.raises(OperatorError, match="no key file"):
        confirm_copy(settings)
    await opened_once(settings)
    assert (await found(settings))["key’s copy"].state is State.WARNING
    confirm_copy(settings)
    assert (await found(settings))["key’s copy"].state is State.WELL
    settings.key_file.write_text(settings.key_file.read_text().replace("1 ", "2 ", 1))
    assert (await found(settings))["key’s copy"].state is State.WARNING


async def test_a_damaged_an_old_and_another_database(settings_of: SettingsOf) -> None:
    settings = settings_of()
    await opened_once(settings)
    file = settings.home / "pepite.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")
        database.commit()
    assert "0000" in (await found(settings))["database"].said
    await asyncio.get_running_loop().run_in_executor(None, _overwrite, file)
    assert (await found(settings))["database"].state is State.WRONG
    other = settings_of(database_url="postgresql://localhost/pepite")
    assert "PEPITE_DATABASE_URL" in (await found(other))["database"].said


def _overwrite(file: Path) -> None:
    file.write_bytes(b"not a database at all" * 1000)


async def test_a_folder_that_cannot_be_one(settings_of: SettingsOf, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    finding = (await found(settings_of(home=tmp_path / "file" / "data")))["data folder"]
    assert finding.state is State.WRONG


def test_the_command_prints_a_line_a_part_or_json_alone_and_exits_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("PEPITE_BOT_TOKEN", raising=False)
    pepite = typer.Typer()
    pepite.command()(doctor)

    text = CliRunner().invoke(pepite, [])
    assert isinstance(text.exception, OperatorError)
    assert str(text.exception) == "To mend before the bot can do its work: token."
    assert "✗ token" in text.stdout
    assert "→ Talk to @BotFather" in text.stdout

    told = json.loads(CliRunner().invoke(pepite, ["--json"]).stdout)
    assert told["is_well"] is False
    assert {"part": "fonts", "state": "well", "said": "there", "mend": ""} in told["findings"]


async def test_a_notice_without_its_page_or_its_assessments_is_told(
    settings_of: SettingsOf,
) -> None:
    told = (await found(settings_of()))["training"]
    assert told.state is State.WARNING
    for lacking in ("europe", "lia_ref and dpia_ref", "PEPITE_PUBLIC_URL"):
        assert lacking in told.said
    told = (await found(settings_of(public_url="https://pepite.example")))["training"]
    assert "PEPITE_PUBLIC_URL" not in told.said


async def test_regions_are_named_with_what_is_not_live_and_a_wrong_file_is_wrong(
    settings_of: SettingsOf,
) -> None:
    told = await found(settings_of(regions_file="rollout-2025"))
    assert "rollout-2025" in told["regions"].said
    assert "rest gallery waitlist" in told["regions"].said
    assert "us gallery" not in told["regions"].said
    assert told["operators"].state is State.WARNING
    assert (await found(settings_of(regions_file="none.toml")))["regions"].state is State.WRONG


async def test_an_endpoint_is_asked_for_its_models(settings_of: SettingsOf) -> None:
    stand_in = StandIn()
    async with stand_in.serve() as url:
        well = await found(settings_of(ai_url=url, ai_model=TEXT_MODEL, ai_key="sk-a-secret"))
        absent = await found(settings_of(ai_url=url, ai_model="another"))
        stand_in.trouble = Trouble.JUNK
        broken = await found(settings_of(ai_url=url))
    assert well["AI endpoint"].state is State.WELL
    assert absent["AI endpoint"].state is State.WARNING
    assert "another" in absent["AI endpoint"].said
    assert broken["AI endpoint"].state is State.WARNING


async def test_an_endpoint_at_an_odd_address_is_wrong(settings_of: SettingsOf) -> None:
    finding = (await found(settings_of(ai_url="http://169.254.169.254/v1")))["AI endpoint"]
    assert finding.state is State.WRONG
    assert finding.mend
