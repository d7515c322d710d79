"""Abuse 35 to 37: a thousand of the bench's ten thousand, opened by one warm child."""

from bot.app import read_texts
from bot.bench.hostile.bench import MOST_MEBIBYTES
from bot.bench.hostile.corpus import FAMILIES, hostile_files
from bot.bench.hostile.file import MODEST, Way
from bot.bench.hostile.trial import Fate, Trial
from bot.gallery.opening import INTAKE_LIMIT
from bot.jobs.pool import Kind, Pool


async def test_a_thousand_hostile_files_are_kept_or_refused_in_one_sentence_by_the_same_child(
    pool: Pool,
) -> None:
    """Within the child's limits of time and memory: whatever is not, is STOPPED."""
    await pool.run(abs, -1, kind=Kind.OPEN, limit=INTAKE_LIMIT)
    first, trial = pool.process_of(Kind.OPEN), Trial(pool, read_texts())

    tried = [await trial.give(file) for file in hostile_files(1_000, MODEST)]

    odd = [one for one in tried if one.fate not in {Fate.KEPT, Fate.REFUSED}]
    assert not odd
    assert pool.process_of(Kind.OPEN) == first
    assert {one.family for one in tried} == {family.name for family in FAMILIES}
    several = {family.name for family in FAMILIES if family.way is Way.ARCHIVE}
    refused = [one for one in tried if one.fate is Fate.REFUSED]
    assert all(len(one.said) == 1 or (one.family in several and one.said) for one in refused)
    assert max(one.peak_mebibytes or 0 for one in tried) < MOST_MEBIBYTES


def test_the_same_seed_makes_the_same_files_and_another_makes_others() -> None:
    first, again, other = (list(hostile_files(100, MODEST, seed)) for seed in (1, 1, 2))
    assert first == again != other
