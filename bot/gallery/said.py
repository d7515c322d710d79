"""What a person says of their media in words, and what came of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.gallery.facts import Before, Facts, Place, TakenAt
from storage.gallery import AlbumId, MediaId

LONGEST_NICKNAME: Final = 40  # characters: a title with its date still fits a line
LONGEST_NOTE: Final = 300


@dataclass(frozen=True, slots=True)
class Said:
    """One message's words: when, where, and what else; at least one of them.

    where: a town or an own name for the place, as it was typed. is_sure: it is a place even
    where no town is called so; else it is a note, and `otherwise` says which. is_alone: nothing
    was said with it, so that only a town that everybody knows is one.
    """

    when: TakenAt | None = None
    where: str | None = None
    note: str | None = None
    is_sure: bool = False
    otherwise: str | None = None
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """The media that words are about; album: where they are all of one.

    is_reply: the person pointed at one of their own messages. is_undated: nobody said when.
    """

    media: tuple[MediaId, ...]
    album: AlbumId | None = None
    is_reply: bool = False
    is_undated: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be written down. name: what the owner calls the place, where it is no town."""

    when: TakenAt | None = None
    town: Place | None = None
    name: str | None = None
    note: str | None = None

    @property
    def place(self) -> Place | None:
        return nicknamed(self.name) if self.name else self.town


@dataclass(frozen=True, slots=True)
class Noted:
    """What was written down, of how many media; at: names these words when they are taken back.

    is_for_later: a nickname that photos from there will bear from now on. closes: the messages
    that asked for a date and have nothing left to ask.
    """

    words: Words
    count: int
    at: datetime
    is_for_later: bool = False
    closes: tuple[int, ...] = ()


def noted_in(known: Facts, words: Words, at: datetime, *, in_named_square: bool) -> Facts:
    """What is known of a media once these words are written down; what was, to take them back.

    in_named_square: the place's name is kept for its whole square, and not with the media.
    """
    said_place = None if in_named_square and words.name else words.place or known.said_place
    return replace(
        known,
        taken=words.when or known.taken,
        note=words.note or known.note,
        said_place=said_place,
        before=Before(at, known.taken, known.note, known.said_place),
    )


def taken_back(known: Facts, at: datetime) -> Facts | None:
    """What was known before the words of that moment; None where others came since."""
    before = known.before
    if before is None or before.said_at != at:
        return None
    return replace(
        known,
        taken=before.taken,
        note=before.note,
        said_place=before.said_place,
        before=None,
    )


def nickname(words: str) -> str | None:
    """An own name for a place, on one line; None for one too long or without a letter."""
    plain = " ".join(words.split()).strip(" .,;!")
    is_name = any(sign.isalpha() for sign in plain) and len(plain) <= LONGEST_NICKNAME
    return plain if is_name else None


def nicknamed(name: str) -> Place:
    """A place of which nothing is known but what its owner calls it."""
    return Place(name, "", nickname=name)


def note_of(words: str | None) -> str | None:
    """A note on one line, cut where it is longer than one; None where it says nothing."""
    plain = " ".join((words or "").split())[:LONGEST_NOTE].rstrip()
    return plain or None
