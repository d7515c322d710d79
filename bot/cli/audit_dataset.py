"""What `pepite audit dataset` does: every row that taught the ranker is asked again."""

import asyncio
from collections.abc import Mapping

from bot.cli.audit_work import storage_here
from bot.clock import WallClock
from bot.consent.notices import Notices, Operator
from bot.consent.regions import read_regions
from bot.consent.registrar import Registrar
from bot.consent.verify import Lines
from bot.errors import OperatorError
from bot.improve.eligibility import Why
from bot.improve.manifest import Audit
from bot.improve.trainer import Trainer
from bot.jobs.pool import Pool
from bot.settings import Settings


def audit_dataset(settings: Settings, version: int | None) -> Lines:
    """Raises OperatorError as `told` does, and where there is no such dataset."""
    found = asyncio.run(look_again(settings, version))
    if found is None:
        raise OperatorError(f"There is no dataset {f'v{version}' if version else 'yet'}.")
    return told(found)


def told(found: Audit) -> Lines:
    """Raises OperatorError where a row was not allowed, or is not any more and still teaches."""
    if found.violations:
        why = _counted(found.at_build) or _counted(found.now) or f"{found.gone} rows are gone"
        raise OperatorError(f"Dataset v{found.version}: {_violations(found.violations)} ({why}).")
    grounds = found.manifest.get("by_basis") or {}
    return [
        (f"dataset v{found.version}", f"built {found.built_at:%Y-%m-%d %H:%M} UTC"),
        (f"{found.rows} rows", f"0 violations at the build; {_counted(grounds) or 'no ground'}"),
        (f"{found.gone} gone", "deleted since, with their owners' yes"),
        ("now", _now(found)),
        ("left out", _counted(found.manifest.get("excluded") or {}) or "nothing"),
    ]


async def look_again(settings: Settings, version: int | None) -> Audit | None:
    """None where there is no such dataset."""
    operator = Operator(settings.operator, settings.contact, settings.public_url)
    async with storage_here(settings) as storage, Pool() as pool:
        regions = read_regions(settings.regions_file)
        notices = Notices.read(operator, needs_ok=regions.needs_ok)
        registrar = Registrar(storage, regions, notices, WallClock())
        await registrar.rollout.reload()
        return await Trainer(storage, registrar, pool).audit(version)


def _now(found: Audit) -> str:
    if found.is_serving:
        return "it serves, and 0 rows may not teach any more"
    return f"it serves no more; {sum(found.now.values())} of its rows may not teach any more"


def _counted(numbers: Mapping[Why, int] | Mapping[str, int]) -> str:
    return ", ".join(f"{name}: {number}" for name, number in sorted(numbers.items()))


def _violations(number: int) -> str:
    return f"{number} violation{'' if number == 1 else 's'}"
