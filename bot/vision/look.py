"""Look at one picture, once and for all: a glance in, a Sight out; runs in a child process."""

from dataclasses import replace

from bot.pixels.geometry import Box
from bot.pixels.glance import SIDE, Glance, glance_at
from bot.pixels.header import probe
from bot.pixels.orientation import upright_size
from bot.vision.boxes import Floats
from bot.vision.colours import hue_shares, lab
from bot.vision.concepts import name_what_is_seen
from bot.vision.faces import find_faces
from bot.vision.kind import kind_of
from bot.vision.likeness import likeness
from bot.vision.networks import OURS, Networks
from bot.vision.objects import PERSON, Found, find_objects
from bot.vision.people import person_mask
from bot.vision.quality import judge
from bot.vision.saliency import contrast, profiles
from bot.vision.sensitive import sensitive
from bot.vision.sight import Seen, Sight
from bot.vision.tags import Tags, read_tags

LOOK_SIDE = SIDE
HUE_STEP = 4  # every fourth pixel tells the hues as well as all of them


def look_at(data: bytes | Glance, *, faces: bool, networks: Networks = OURS) -> Sight:
    """Everything later steps may know. Raises the refusals of bot.pixels.

    faces: whether face boxes may be made at all; if not, no face is looked for, and none can
    be in the result, not even in where the eye goes.
    """
    return look_apart(data, faces=faces, networks=networks)[1]


def look_apart(
    data: bytes | Glance, *, faces: bool, networks: Networks = OURS
) -> tuple[Sight, Sight]:
    """What is known without any face, and all that is; once the same where there is none.

    The first stays when a person no longer wants face boxes: nothing in it comes from them.
    """
    glance = data if isinstance(data, Glance) else _glance(data)
    pixels = glance.pixels
    objects = find_objects(pixels, networks)
    people = tuple(found.box for found in objects if found.label == PERSON)
    tags = read_tags(pixels, networks)
    mask = person_mask(pixels, networks) if people else None
    plain = contrast(pixels)
    across, down = _profiles(plain, objects, people, (), mask)
    faceless = Sight(
        size=glance.whole,
        faces=(),
        people=people,
        seen=_seen(tags, objects, with_people=bool(people)),
        quality=judge(pixels),
        saliency_x=across,
        saliency_y=down,
        likeness=likeness(pixels, tags.vector),
        hues=hue_shares(lab(pixels[::HUE_STEP, ::HUE_STEP])),
        kind=kind_of(pixels, glance.whole),
        sensitive=sensitive(pixels),
    )
    found = find_faces(pixels, networks, people) if faces else ()
    if not found:
        return faceless, faceless
    across, down = _profiles(plain, objects, people, found, mask)
    seen = _seen(tags, objects, with_people=True)
    return faceless, replace(faceless, faces=found, seen=seen, saliency_x=across, saliency_y=down)


def look_with_faces(data: bytes | Glance) -> tuple[Sight, Sight]:
    """`look_apart` for the pool, where the purpose for boxes is on."""
    return look_apart(data, faces=True)


def look_without_faces(data: bytes | Glance) -> tuple[Sight, Sight]:
    """`look_apart` for the pool, where it is off."""
    return look_apart(data, faces=False)


def _glance(data: bytes) -> Glance:
    known = probe(data)
    return glance_at(data, upright_size(known.size, known.orientation))


def _seen(tags: Tags, objects: tuple[Found, ...], *, with_people: bool) -> tuple[Seen, ...]:
    surest = {found.label: found.confidence for found in reversed(objects)}
    return name_what_is_seen(tags.shares.tolist(), surest, with_people=with_people)


def _profiles(
    plain: Floats,
    objects: tuple[Found, ...],
    people: tuple[Box, ...],
    faces: tuple[Box, ...],
    mask: Floats | None,
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    things = [found.box for found in objects if found.label != PERSON]
    return profiles(plain, faces=faces, people=people, things=things, mask=mask)
