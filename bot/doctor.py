"""What is wrong here, and how to mend it: one finding a part, nothing is changed."""

import os
import shutil
import sqlite3
import zoneinfo
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from bot.doctor_rules import notices, regions
from bot.errors import OperatorError
from bot.findings import Finding, State
from bot.settings import Settings
from bot.telegram.checkup import Account, TokenRefused, Unreachable, look_up
from storage.checkup import Condition, look_at_database
from storage.database import sqlite_file
from storage.key_file import KeyFile

LITTLE_SPACE: Final = 2 * 2**30  # bytes; an album of thirty large photos is about 0.2 GiB
NO_SPACE: Final = 200 * 2**20
FEW_ZONES: Final = 300  # IANA names about 600
BOT_FATHER: Final = "Talk to @BotFather"
BACK_UP: Final = "Stop the bot and put your last backup back."


async def examine(settings: Settings) -> list[Finding]:
    """Everything, in the order in which it would stop the bot."""
    found = [*await _telegram(settings), await _remote(settings)]
    for check in CHECKS:
        found += check(settings)
    return found


async def _telegram(settings: Settings) -> list[Finding]:
    if settings.bot_token is None:
        mend = f"{BOT_FATHER}, /newbot, and set PEPITE_BOT_TOKEN."
        return [Finding("token", State.WRONG, "PEPITE_BOT_TOKEN is not set", mend)]
    try:
        account = await look_up(settings.telegram_api, settings.bot_token.get_secret_value())
    except TokenRefused:
        mend = f"{BOT_FATHER}, /mybots, API Token, and set PEPITE_BOT_TOKEN anew."
        return [Finding("token", State.WRONG, "Telegram does not know this token", mend)]
    except Unreachable as why:
        mend = "Look at the network, a proxy, or PEPITE_TELEGRAM_API."
        return [Finding("endpoint", State.WRONG, f"{settings.telegram_api}: {why}", mend)]
    return [
        Finding("token", State.WELL, f"the bot is @{account.username}"),
        Finding("endpoint", State.WELL, f"{settings.telegram_api} answers"),
        _updates(settings, account),
        _inline(account),
        _business(account),
    ]


async def _remote(settings: Settings) -> Finding:
    part, mend = "AI endpoint", "Look at PEPITE_AI_URL, PEPITE_AI_KEY and PEPITE_AI_MODEL."
    if settings.ai_url is None:
        return Finding(part, State.WELL, "none is set: all words are made here")
    from bot.remote.checkup import RemoteUnavailable, look_up

    try:
        host, missing = await look_up(settings, settings.ai_url)
    except OperatorError as why:
        return Finding(part, State.WRONG, str(why), mend)
    except RemoteUnavailable as why:
        return Finding(part, State.WARNING, f"no usable answer ({why.reason})", mend)
    if missing:
        said = f"{host} answers and does not list {', '.join(missing)}"
        return Finding(part, State.WARNING, said, mend)
    return Finding(part, State.WELL, f"{host} answers and has its models")


def _updates(settings: Settings, account: Account) -> Finding:
    """By webhook or by polling, and whether Telegram has the same in mind."""
    waiting = f", {account.waiting} waiting" if account.waiting else ""
    if not settings.webhook_url:
        said = f"by polling{waiting}"
        if not account.webhook_url:
            return Finding("updates", State.WELL, said)
        mend = "Stop what listens there; `pepite run` takes the webhook away when it starts."
        said += "; Telegram still sends them to a webhook"
        return Finding("updates", State.WARNING, said, mend)
    if not account.webhook_url:
        said = f"by webhook, not set at Telegram yet{waiting}"
        return Finding("updates", State.WARNING, said, "`pepite run` sets it when it starts.")
    if account.webhook_error:
        said = f"by webhook{waiting}; Telegram’s last attempt failed: {account.webhook_error}"
        mend = "The address must be reachable by https and lead to PEPITE_WEB_PORT."
        return Finding("updates", State.WARNING, said, mend)
    return Finding("updates", State.WELL, f"by webhook{waiting}")


def _inline(account: Account) -> Finding:
    if account.has_inline:
        return Finding("inline mode", State.WELL, "on: Share can open the list of chats")
    mend = f"{BOT_FATHER}, /setinline, choose @{account.username}, and type any hint."
    return Finding("inline mode", State.WRONG, "off: no chat can be shared to", mend)


def _business(account: Account) -> Finding:
    if account.has_business:
        return Finding("Business mode", State.WELL, "on: people can let the bot post Stories")
    mend = f"{BOT_FATHER}, /mybots, @{account.username}, Bot Settings, Business Mode: turn on."
    return Finding("Business mode", State.WARNING, "off: no Stories", mend)


def _key(settings: Settings) -> Iterator[Finding]:
    path = settings.key_file
    if not path.exists():
        yield _missing_key(settings)
        return
    try:
        KeyFile.open_or_create(path, data_folder=settings.home)
    except OperatorError as why:
        yield Finding("key file", State.WRONG, str(why), "Without the key no data can be opened.")
        return
    yield Finding("key file", State.WELL, f"{path}, for its owner’s eyes only")
    yield _copy(path)


def _missing_key(settings: Settings) -> Finding:
    if settings.key_file.resolve().is_relative_to(settings.home.resolve()):
        mend = "Set PEPITE_KEY_FILE to a place that is not backed up with the data."
        return Finding("key file", State.WRONG, "it would lie in the data folder", mend)
    if (settings.home / "pepite.sqlite3").exists():
        mend = f"Put your copy back at {settings.key_file}: without it no data can be opened."
        return Finding("key file", State.WRONG, "it is missing, and there is data", mend)
    return Finding("key file", State.WELL, f"will be made at the first run: {settings.key_file}")


def _copy(key_file: Path) -> Finding:
    if _copied(key_file).exists() and _copied(key_file).read_text() == _fingerprint(key_file):
        return Finding("key’s copy", State.WELL, "you confirmed one")
    mend = f"Copy {key_file} to another place than the data, then `pepite doctor --key-copied`."
    return Finding("key’s copy", State.WARNING, "none is confirmed", mend)


def confirm_copy(settings: Settings) -> None:
    """Remember that this very key has a copy. Raises OperatorError where there is no key."""
    if not settings.key_file.exists():
        raise OperatorError(f"There is no key file at {settings.key_file} yet.")
    _copied(settings.key_file).write_text(_fingerprint(settings.key_file))


def _copied(key_file: Path) -> Path:
    return key_file.with_name(f"{key_file.name}.copied")


def _fingerprint(key_file: Path) -> str:
    return sha256(key_file.read_bytes()).hexdigest()


def _folder(settings: Settings) -> Iterator[Finding]:
    home = settings.home.resolve()
    lowest = next(folder for folder in (home, *home.parents) if folder.exists())
    if not lowest.is_dir() or not os.access(lowest, os.W_OK | os.X_OK):
        mend = "Give it to whoever runs the bot, or set PEPITE_HOME."
        yield Finding("data folder", State.WRONG, f"{lowest} cannot be written to", mend)
        return
    said = str(home) if lowest == home else f"will be made at the first run: {home}"
    yield Finding("data folder", State.WELL, said)
    yield _disk(lowest)


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    said = f"{free / 2**30:.1f} GiB free"
    if free >= LITTLE_SPACE:
        return Finding("disk", State.WELL, said)
    state = State.WRONG if free < NO_SPACE else State.WARNING
    return Finding("disk", state, said, "Make room, or set PEPITE_HOME to a larger disk.")


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        file = sqlite_file(settings.database)
        condition = look_at_database(file)
    except OperatorError as why:
        mend = "Leave PEPITE_DATABASE_URL out: SQLite is the default."
        yield Finding("database", State.WRONG, str(why), mend)
        return
    except sqlite3.Error as why:
        yield Finding("database", State.WRONG, f"it cannot be opened: {why}", BACK_UP)
        return
    yield _state_of(file, condition)
    yield _feedback(condition.shares if condition else 0)


def _state_of(file: Path, condition: Condition | None) -> Finding:
    if condition is None:
        return Finding("database", State.WELL, f"will be made at the first run: {file}")
    if condition.damage:
        return Finding("database", State.WRONG, f"it is damaged: {condition.damage}", BACK_UP)
    if condition.is_at_head:
        return Finding("database", State.WELL, f"whole, schema {condition.revision}")
    said = f"its schema is {condition.revision or 'unknown'}, not this version’s"
    mend = "The next start brings an older one up to date; copy the data folder first."
    return Finding("database", State.WARNING, said, mend)


def _feedback(shares: int) -> Finding:
    """Telegram tells nobody whether it is on; a share that was noted is the only sign."""
    if shares:
        said = f"shares noted so far: {shares}; if people are asked each time, it is off"
        return Finding("inline feedback", State.WELL, said)
    mend = f"{BOT_FATHER}, /setinlinefeedback, choose the bot, 100%."
    said = "cannot be read from Telegram, and no share was noted yet"
    return Finding("inline feedback", State.WARNING, said, mend)


def _networks(_settings: Settings) -> Iterator[Finding]:
    from bot.looks.brushes import check as check_brushes
    from bot.looks.manner import check as check_manner
    from bot.vision.networks import Network, check

    problems = check() + check_brushes() + check_manner()
    if not problems:
        yield Finding("networks", State.WELL, f"all {len(Network) + 3} open")
    for problem in problems:
        mend = "Install the package again; until then simpler means look, and nothing is painted."
        yield Finding("networks", State.WARNING, problem, mend)


def _places(_settings: Settings) -> Iterator[Finding]:
    from bot.gallery.places import town

    try:
        town(0.0, 0.0)
    except OperatorError as why:
        yield Finding("place names", State.WARNING, str(why), "Until then photos have no town.")
    else:
        yield Finding("place names", State.WELL, "there")


def _fonts(_settings: Settings) -> Iterator[Finding]:
    missing = [name for name in ("fontpkg_inter", "fontpkg_playfair_display") if not _has(name)]
    if missing:
        said, mend = f"{', '.join(missing)} missing", "Install the package again."
        yield Finding("fonts", State.WRONG, said, mend)
    else:
        yield Finding("fonts", State.WELL, "there")


def _zones(_settings: Settings) -> Iterator[Finding]:
    known = len(zoneinfo.available_timezones())
    if known >= FEW_ZONES:
        yield Finding("time zones", State.WELL, f"{known} known")
    else:
        mend = "Install tzdata, from the package index or the system."
        yield Finding("time zones", State.WRONG, f"only {known} known", mend)


def _films(_settings: Settings) -> Iterator[Finding]:
    if _has("av"):
        yield Finding("films", State.WELL, "a few pictures of each are looked at")
    else:
        mend = "Install pepite[video] if you want their best pictures in collages."
        yield Finding("films", State.WARNING, "kept, dated, never opened", mend)


def _intimate(_settings: Settings) -> Iterator[Finding]:
    from bot.vision.sensitive import can_tell, problem

    broken = problem() if can_tell() else None
    if broken:
        yield Finding("intimate photos", State.WARNING, broken, "Install pepite[safety] again.")
    elif can_tell():
        yield Finding("intimate photos", State.WELL, "left aside until their owner says yes")
    else:
        mend = "Install pepite[safety] if the bot should ask before it shows one."
        yield Finding("intimate photos", State.WARNING, "never told from others", mend)


def _has(module: str) -> bool:
    return find_spec(module) is not None


Check = Callable[[Settings], Iterator[Finding]]
CHECKS: Final[tuple[Check, ...]] = (
    _key, _folder, _database, notices, regions, _networks, _places, _fonts, _zones, _films,
    _intimate,
)  # fmt: skip
