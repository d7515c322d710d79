"""An album's caption is said of the whole album: Telegram hangs it on one picture."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.gallery.facts import Facts, Source, TakenAt
from bot.gallery.record import facts_bytes, facts_from
from storage.gallery import MediaRow
from storage.people import PersonId
from storage.transaction import Transaction

Word = TypeVar("Word")


def told_of_all(together: Sequence[Facts]) -> list[Facts]:
    """What came in one group, each with what its one caption says of them all.

    What was said of one of them since is that one's alone.
    """
    as_given = [facts for facts in together if facts.before is None]
    when = _only(one.taken for one in as_given if one.taken and _is_typed(one.taken))
    note = _only(one.note for one in as_given if one.note)
    return [_with(facts, when, note) for facts in together]


def _with(facts: Facts, when: TakenAt | None, note: str | None) -> Facts:
    """Who took a note back, or wrote another, keeps it so."""
    is_vague = facts.taken is None or (facts.taken.is_guess and not _is_typed(facts.taken))
    is_silent = facts.note is None and facts.before is None
    return replace(
        facts,
        taken=when if when and is_vague else facts.taken,
        note=note if is_silent else facts.note,
    )


def _is_typed(taken: TakenAt) -> bool:
    return taken.source is Source.TYPED


def _only(said: Iterable[Word]) -> Word | None:
    different = set(said)
    return different.pop() if len(different) == 1 else None


async def spread_captions(tx: Transaction, owner: PersonId, rows: Sequence[MediaRow]) -> None:
    """Write down of what came in one group what the caption of one of them says."""
    groups: dict[str, list[MediaRow]] = defaultdict(list)
    for row in rows:
        if row.group and row.facts:
            groups[row.group].append(row)
    opened = await tx.vault.opener(tx, owner)
    for group in groups.values():
        known = [facts_from(opened(row.facts or b"")) for row in group]
        for row, before, facts in zip(group, known, told_of_all(known), strict=True):
            if facts != before:
                taken_on = facts.taken and facts.taken.first
                sealed = await tx.seal(owner, facts_bytes(facts))
                await tx.gallery.change(owner, row.id, {"facts": sealed, "taken_on": taken_on})
