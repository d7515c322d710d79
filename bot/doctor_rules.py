"""What the doctor asks about the rules: the notices, the regions, and who may change them."""

from collections.abc import Iterator

from bot.consent.notices import Notices, Operator
from bot.consent.regions import NOT_BUILT, Feature, Stage, read_regions
from bot.errors import OperatorError
from bot.findings import Finding, State
from bot.settings import Settings


def notices(settings: Settings) -> Iterator[Finding]:
    try:
        Notices.read(Operator(settings.operator, settings.contact, settings.public_url))
    except OperatorError as why:
        yield Finding("notices", State.WRONG, str(why), "Install the package again.")
        return
    if settings.contact:
        yield Finding("notices", State.WELL, f"they name {settings.operator}")
    else:
        mend = "Set PEPITE_OPERATOR and PEPITE_CONTACT."
        said = "they do not say where people can write to you"
        yield Finding("notices", State.WARNING, said, mend)


def regions(settings: Settings) -> Iterator[Finding]:
    try:
        found = read_regions(settings.regions_file).region
    except OperatorError as why:
        yield Finding("regions", State.WRONG, str(why), "See bot/consent/open.toml.")
        return
    stages = ((r, f, r.stage(f)) for r in found for f in Feature if f not in NOT_BUILT)
    closed = [f"{r.id} {f} {stage}" for r, f, stage in stages if stage is not Stage.LIVE]
    said = f"{settings.regions_file}; not live there: {', '.join(closed) or 'nothing'}"
    yield Finding("regions", State.WELL, said)
    if settings.admins:
        yield Finding("operators", State.WELL, f"{len(settings.admins)} may use /admin")
    else:
        mend = "Set PEPITE_ADMINS to your own number at Telegram, if you want it."
        yield Finding("operators", State.WARNING, "nobody may use /admin", mend)
