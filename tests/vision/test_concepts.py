import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vision.concepts import CONCEPTS, NEVER, SILENT_UNDER, Kind, concept, name_what_is_seen
from bot.vision.networks import WEIGHTS
from bot.vision.objects import labels

IMAGENET = (WEIGHTS / "imagenet_labels.txt").read_text(encoding="utf-8").splitlines()
VOWELS = "aeiouyàâéèêëîïôûœ"


def shares(**by_label: float) -> list[float]:
    found = np.zeros(1000)
    for label, share in by_label.items():
        found[IMAGENET.index(label.replace("_", " "))] = share
    return found.tolist()


def test_there_are_about_eighty_everyday_words() -> None:
    assert 80 <= len(CONCEPTS) <= 110


def test_no_label_has_two_names_and_none_that_may_never_be_said_has_one() -> None:
    rows = [row for known in CONCEPTS.values() for row in known.imagenet]
    assert len(rows) == len(set(rows))
    assert set(rows) <= set(range(1000))
    assert not NEVER.intersection(rows)


@pytest.mark.parametrize(
    "label",
    ["miniskirt", "brassiere", "bikini", "rifle", "revolver", "nipple", "suit", "wig", "cannon"],
)
def test_clothes_weapons_and_bodies_are_never_said(label: str) -> None:
    assert IMAGENET.index(label) in NEVER
    assert name_what_is_seen(shares(**{label: 1.0}), {}, with_people=False) == ()


def test_every_object_label_exists_once() -> None:
    named = [label for known in CONCEPTS.values() for label in known.coco]
    assert set(named) <= set(labels())
    assert len(named) == len(set(named))
    assert "person" not in named


@pytest.mark.parametrize("key", sorted(CONCEPTS))
def test_every_word_can_stand_in_a_sentence(key: str) -> None:
    one = concept(key)
    assert one.id == key
    assert one.en.gender is None
    assert one.fr.gender in {"m", "f"}
    assert one.en.elides == (one.en.singular[0] in "aeiou")
    assert one.fr.elides == (one.fr.singular[0] in VOWELS or one.fr.singular.startswith("horloge"))
    for noun in (one.en, one.fr):
        assert noun.singular == noun.singular.strip()
        assert noun.countable or noun.plural == noun.singular


def test_breeds_add_up_to_one_word() -> None:
    (seen,) = name_what_is_seen(
        shares(tabby=0.2, tiger_cat=0.1, Egyptian_cat=0.3), {}, with_people=False
    )
    assert seen.concept == "cat"
    assert seen.confidence == pytest.approx(0.6)


def test_beside_people_only_scenes_and_objects_are_named() -> None:
    tags = shares(valley=0.5, tabby=0.5)
    alone = name_what_is_seen(tags, {"dog": 0.8}, with_people=False)
    beside = name_what_is_seen(tags, {"dog": 0.8}, with_people=True)
    assert {one.concept for one in alone} == {"mountain", "cat", "dog"}
    assert {one.concept for one in beside} == {"mountain", "dog"}


def test_an_unsure_object_needs_the_scene_network_to_agree() -> None:
    assert name_what_is_seen(shares(), {"dog": 0.59}, with_people=False) == ()
    assert name_what_is_seen(shares(pug=0.12), {"dog": 0.59}, with_people=False) != ()
    assert name_what_is_seen(shares(pug=0.04), {"dog": 0.61}, with_people=False) != ()
    assert name_what_is_seen(shares(), {"dog": 0.72}, with_people=False) == ()
    assert name_what_is_seen(shares(), {"dog": 0.81}, with_people=False) != ()


def test_the_scene_network_alone_must_be_sure_and_of_things_more_so() -> None:
    assert name_what_is_seen(shares(tabby=0.45), {}, with_people=False) == ()
    assert name_what_is_seen(shares(tabby=0.55), {}, with_people=False) != ()
    assert name_what_is_seen(shares(analog_clock=0.7), {}, with_people=False) == ()
    assert name_what_is_seen(shares(analog_clock=0.8), {}, with_people=False) != ()


@given(
    st.lists(st.tuples(st.integers(0, 999), st.floats(0, 0.3)), max_size=12),
    st.dictionaries(st.sampled_from(labels()), st.floats(0.4, 1)),
    st.booleans(),
)
def test_only_what_is_sure_is_said_and_the_surest_first(
    tags: list[tuple[int, float]],
    objects: dict[str, float],
    with_people: bool,  # noqa: FBT001 - drawn by Hypothesis
) -> None:
    found = np.zeros(1000)
    for row, share in tags:
        found[row] = share
    seen = name_what_is_seen(found.tolist(), objects, with_people=with_people)
    assert all(SILENT_UNDER <= one.confidence <= 1 for one in seen)
    assert [one.confidence for one in seen] == sorted((o.confidence for o in seen), reverse=True)
    if with_people and not objects:
        assert all(CONCEPTS[one.concept].kind is Kind.SCENE for one in seen)
