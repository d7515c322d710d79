"""Europe in the ranker: public posts after an OK and a month; an objection leaves no trace."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from bot.consent.acts import How, Method
from bot.consent.notices import Notices, Operator
from bot.consent.objection import Scope
from bot.consent.regions import PRESETS, read_regions
from bot.consent.registrar import Registrar
from bot.improve.trainer import Trainer
from bot.jobs.pool import Pool
from storage.people import PersonId
from storage.personal_data import Purpose
from storage.traits import Trait
from tests.improve.conftest import School

LIVE = ('improve = "notice" }', 'improve = "live" }\nlia_ref = "LIA 1"\ndpia_ref = "DPIA 1"')
DARK = frozenset({Trait.THEME_DARK, Trait.SHAPE_STORY})
DAY = timedelta(days=1)
CHOICES = Purpose.IMPROVE_CHOICES


def to_europe(school: School, folder: Path, pool: Pool) -> None:
    """The same people, where Europe is live."""
    path = folder / "regions.toml"
    path.write_text(PRESETS["open"].read_text().replace(*LIVE))
    notices = Notices.read(Operator("somebody"))
    school.registrar = Registrar(school.storage, read_regions(path), notices, school.clock)
    school.trainer = Trainer(school.storage, school.registrar, pool)


async def posts(school: School, owner: PersonId, *, is_public: bool) -> None:
    async with school.storage.begin() as tx:
        await school.trainer.published(tx, owner, uuid4(), traits=DARK, is_public=is_public)


async def built(school: School) -> tuple[str, dict[str, float] | None]:
    """Of what the ranker that serves is made, and what it weighs."""
    await school.trainer.rebuild()
    audit = await school.trainer.audit()
    assert audit
    assert audit.violations == 0
    return str(audit.manifest["sha256"]), await school.weights()


async def test_an_objection_gives_the_ranker_back_as_it_was_without_them(
    full_school: School, tmp_path: Path, pool: Pool
) -> None:
    school = full_school
    to_europe(school, tmp_path, pool)
    without = await built(school)
    lou = await school.welcome(7_000_000_001, country="FR", purposes=(Purpose.SUGGEST_ANALYSE,))
    await posts(school, lou, is_public=True)  # nobody told them yet
    await school.registrar.interest.informed(lou, "fr", message=1)
    await school.registrar.given(lou, CHOICES, version="eu-1.0", language="fr")
    await posts(school, lou, is_public=True)  # within the month
    school.clock.move(31 * DAY)
    await posts(school, lou, is_public=False)
    assert await school.count("choices WHERE ground = 'eu_li'") == 0
    await posts(school, lou, is_public=True)
    assert await school.count("choices WHERE ground = 'eu_li'") == 1
    school.clock.move(8 * DAY)
    assert (await built(school))[0] != without[0]

    done = await school.registrar.objected(lou, Scope.EVERYTHING, "fr", how=How(Method.COMMAND))
    assert done
    assert done.rows == 1
    assert done.rebuild_before
    assert await school.jobs("improve.rebuild") == ["all"]
    assert await built(school) == without


async def test_a_minor_is_never_collected(school: School, tmp_path: Path, pool: Pool) -> None:
    to_europe(school, tmp_path, pool)
    born = school.clock.now().year - 17
    sam = await school.welcome(
        7_000_000_002, country="FR", born=born, purposes=(Purpose.SUGGEST_ANALYSE,)
    )
    await school.registrar.interest.informed(sam, "fr", message=1)  # as if by mistake
    await school.registrar.given(sam, CHOICES, version="eu-1.0", language="fr")
    school.clock.move(31 * DAY)
    await posts(school, sam, is_public=True)
    assert await school.trainer.question(sam) is None
    assert await school.count("choices") == 0
