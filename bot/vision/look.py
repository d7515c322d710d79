"""Look at one picture, once and for all: bytes in, a Sight out; runs in a child process."""

from bot.pixels.geometry import Box
from bot.pixels.header import probe
from bot.pixels.orientation import Pixels, upright_size
from bot.pixels.small import small
from bot.vision.colours import hue_shares, lab
from bot.vision.concepts import name_what_is_seen
from bot.vision.faces import find_faces
from bot.vision.likeness import likeness
from bot.vision.networks import OURS, Networks
from bot.vision.objects import PERSON, Found, find_objects
from bot.vision.people import person_mask
from bot.vision.quality import judge
from bot.vision.saliency import profiles
from bot.vision.screenshot import is_screenshot
from bot.vision.sight import Sight
from bot.vision.tags import read_tags

LOOK_SIDE = 640  # pixels: the networks see 192 to 320 of them, sharpness 384
HUE_STEP = 4  # every fourth pixel tells the hues as well as all of them


def look_at(data: bytes, *, faces: bool, networks: Networks = OURS) -> Sight:
    """Everything later steps may know. Raises the refusals of bot.pixels.

    faces: whether face boxes may be made at all; if not, no face is looked for, and none can
    be in the result, not even in where the eye goes.
    """
    known = probe(data)
    pixels = small(data, LOOK_SIDE)
    objects = find_objects(pixels, networks)
    people = tuple(found.box for found in objects if found.label == PERSON)
    face_boxes = find_faces(pixels, networks, people) if faces else ()
    tags = read_tags(pixels, networks)
    across, down = _profiles(pixels, objects, people, face_boxes, networks)
    return Sight(
        size=upright_size(known.size, known.orientation),
        faces=face_boxes,
        people=people,
        seen=name_what_is_seen(
            tags.shares.tolist(),
            {found.label: found.confidence for found in reversed(objects)},
            with_people=bool(people or face_boxes),
        ),
        quality=judge(pixels),
        saliency_x=across,
        saliency_y=down,
        likeness=likeness(pixels, tags.vector),
        hues=hue_shares(lab(pixels[::HUE_STEP, ::HUE_STEP])),
        is_screenshot=is_screenshot(pixels) and not face_boxes,
    )


def look_with_faces(data: bytes) -> Sight:
    """`look_at` for the pool, where the purpose for boxes is on."""
    return look_at(data, faces=True)


def look_without_faces(data: bytes) -> Sight:
    """`look_at` for the pool, where it is off."""
    return look_at(data, faces=False)


def _profiles(
    pixels: Pixels,
    objects: tuple[Found, ...],
    people: tuple[Box, ...],
    faces: tuple[Box, ...],
    networks: Networks,
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return profiles(
        pixels,
        faces=faces,
        people=people,
        things=[found.box for found in objects if found.label != PERSON],
        mask=person_mask(pixels, networks) if people else None,
    )
