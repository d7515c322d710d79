"""Undated media of an album that several moments share: which of these each belongs to."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from bot.gallery.joining import Moment, join_undated
from bot.gallery.moment_item import Key, MomentItem

MomentKey = TypeVar("MomentKey", bound=Hashable)


def place_undated(
    album: Sequence[MomentItem[Key]], known: Mapping[Key, MomentKey]
) -> dict[Key, MomentKey]:
    """What joins a moment that is there; nothing for what fits none, or two.

    album: in the order in which it was given. known: the moments of its dated media.
    """
    moments: dict[MomentKey, Moment[Key]] = defaultdict(list)
    for item in album:
        if item.taken and item.key in known:
            moments[known[item.key]].append(item)
    names, groups = list(moments), list(moments.values())
    undated = [item for item in album if item.taken is None]
    join_undated(undated, groups)
    return {
        item.key: name
        for name, moment in zip(names, groups, strict=True)
        for item in moment
        if item.taken is None
    }
