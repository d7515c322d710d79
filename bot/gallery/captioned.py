"""A date in an album's caption is said of the whole album: Telegram hangs it on one picture."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.gallery.facts import Facts, Source, TakenAt
from bot.gallery.record import facts_bytes, facts_from
from storage.gallery import MediaRow
from storage.people import PersonId
from storage.transaction import Transaction


def dates_of_caption(together: Sequence[Facts]) -> list[TakenAt | None]:
    """What each of these came to be dated: as before, or by the one date that was typed."""
    before = [facts.taken for facts in together]
    typed = {taken for taken in before if taken and taken.source is Source.TYPED}
    if len(typed) != 1:
        return before
    said = typed.pop()
    return [said if taken is None or taken.is_guess else taken for taken in before]


async def date_by_caption(tx: Transaction, owner: PersonId, rows: Sequence[MediaRow]) -> None:
    """Date what came in one group with the picture whose caption says when."""
    groups: dict[str, list[MediaRow]] = defaultdict(list)
    for row in rows:
        if row.group and row.facts:
            groups[row.group].append(row)
    opened = await tx.vault.opener(tx, owner)
    for group in groups.values():
        known = [facts_from(opened(row.facts or b"")) for row in group]
        for row, facts, taken in zip(group, known, dates_of_caption(known), strict=True):
            if taken and taken != facts.taken:
                sealed = await tx.seal(owner, facts_bytes(replace(facts, taken=taken)))
                await tx.gallery.change(owner, row.id, {"facts": sealed, "taken_on": taken.first})
