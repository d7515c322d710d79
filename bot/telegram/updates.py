"""Reading an update before anybody parses it: whose it is, and whether it still matters."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

# Telegram itself forgets them then; an answer would come too late.
LIFETIMES: Final[Mapping[str, timedelta]] = {
    "callback_query": timedelta(seconds=150),
    "inline_query": timedelta(seconds=30),
}

RawUpdate = dict[str, Any]


def chat_of(update: Mapping[str, Any]) -> int:
    """The chat in whose line it waits; 0 for what belongs to none.

    A private chat has its person's id, so what a person does elsewhere stays in their order.
    """
    for kind, event in update.items():
        if kind == "update_id" or not isinstance(event, Mapping):
            continue
        for holder in (event, event.get("message") or {}):
            if "chat" in holder:
                return int(holder["chat"]["id"])
        author = event.get("from") or event.get("user") or {}
        return int(author.get("id") or 0)
    return 0


def is_stale(update: Mapping[str, Any], age: timedelta) -> bool:
    """Whether nobody waits for its answer any more."""
    return any(kind in update and age > lifetime for kind, lifetime in LIFETIMES.items())
