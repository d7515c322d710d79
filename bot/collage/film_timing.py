"""How long each shot of a film lasts, and how many there is time for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.collage.film import FADE, FRAMES_A_SECOND, LONGEST_S, SHORTEST_S

SHORTEST, LIKED, LONGEST = 66, 78, 96  # frames of a photo: 2.2, 2.6 and 3.2 s
CLIP: Final = 75  # frames of a clip: 2.5 s
CARD: Final = 60  # frames of the title card
MOST_FRAMES: Final = LONGEST_S * FRAMES_A_SECOND
FEWEST_FRAMES: Final = SHORTEST_S * FRAMES_A_SECOND


@dataclass(frozen=True, slots=True)
class Span:
    """Frames that a shot may last: at least, as is liked, at most."""

    least: int = SHORTEST
    liked: int = LIKED
    most: int = LONGEST


def clip_span(frames: int) -> Span | None:
    """Of a video that has so many frames from the calmest on; None for one too short to be cut."""
    if frames < SHORTEST:
        return None
    return Span(SHORTEST, min(CLIP, frames), min(LONGEST, frames))


def most_shots(seconds: float | None, *, has_card: bool) -> int:
    """How many shots there is time for, each as short as may be."""
    frames = MOST_FRAMES if seconds is None else round(seconds * FRAMES_A_SECOND)
    room = frames - (CARD if has_card else FADE)
    return max(1, room // (SHORTEST - FADE))


def lengths(spans: Sequence[Span], *, seconds: float | None, has_card: bool) -> list[int]:
    """Frames of each shot, so that the film lasts that long, or as near as the shots allow.

    seconds: None for as long as is liked, within what a film may last.
    """
    card = CARD - FADE if has_card else 0
    shared = FADE * (len(spans) - 1)
    liked = card - shared + sum(span.liked for span in spans)
    wanted = liked if seconds is None else round(seconds * FRAMES_A_SECOND)
    wanted = min(MOST_FRAMES, max(FEWEST_FRAMES, wanted))
    return _stretched(spans, wanted - card + shared)


def _stretched(spans: Sequence[Span], total: int) -> list[int]:
    """Lengths that sum to `total` where the spans allow; all give or take by the same share."""
    found = [span.liked for span in spans]
    missing = total - sum(found)
    rooms = [span.most - span.liked if missing > 0 else span.liked - span.least for span in spans]
    room = sum(rooms)
    change = min(abs(missing), room)
    sign = 1 if missing > 0 else -1
    given = [room_of * change // room if room else 0 for room_of in rooms]
    for place, room_of in enumerate(rooms):  # what rounding left over, one frame each
        if sum(given) < change and given[place] < room_of:
            given[place] += 1
    return [length + sign * more for length, more in zip(found, given, strict=True)]
