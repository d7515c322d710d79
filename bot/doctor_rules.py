"""What the doctor asks about the rules: the notices, the regions, and who may change them."""

from collections.abc import Iterator, Sequence

from bot.consent.notices import Notices, Operator
from bot.consent.regions import NOT_BUILT, Feature, Regime, Region, Stage, read_regions
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


def _training(found: Sequence[Region], settings: Settings) -> Iterator[Finding]:
    """Where people are told rather than asked."""
    told = {Stage.NOTICE, Stage.LIVE}
    for region in found:
        if region.regime is not Regime.EU_LI or region.stage(Feature.IMPROVE) not in told:
            continue
        lacking = [] if region.is_assessed else ["lia_ref and dpia_ref (needed to go live)"]
        if not settings.public_url:
            lacking.append("PEPITE_PUBLIC_URL (needed for the objection page)")
        if lacking:
            said = f"the notice goes out in {region.id} without {' and '.join(lacking)}"
            mend = "Set them; until then people object in the chat, and nothing is learnt there."
            yield Finding("training", State.WARNING, said, mend)


def regions(settings: Settings) -> Iterator[Finding]:
    try:
        found = read_regions(settings.regions_file).region
    except OperatorError as why:
        yield Finding("regions", State.WRONG, str(why), "See bot/consent/open.toml.")
        return
    yield from _training(found, settings)
    stages = ((r, f, r.stage(f)) for r in found for f in Feature if f not in NOT_BUILT)
    closed = [f"{r.id} {f} {stage}" for r, f, stage in stages if stage is not Stage.LIVE]
    said = f"{settings.regions_file}; not live there: {', '.join(closed) or 'nothing'}"
    yield Finding("regions", State.WELL, said)
    if settings.admins:
        yield Finding("operators", State.WELL, f"{len(settings.admins)} may use /admin")
    else:
        mend = "Set PEPITE_ADMINS to your own number at Telegram, if you want it."
        yield Finding("operators", State.WARNING, "nobody may use /admin", mend)
