"""What is hidden or private is proposed by no room: every room starts from the same question."""

import ast
import inspect

from storage.gallery_browse import BrowseRows
from storage.gallery_rows import GalleryRows
from tests.architecture.house import name_of, python_files, tree

ROOMS = ("assistant", "collage", "improve", "looks", "memories", "sharing", "writing")
# What may be proposed; what a draft that is there may still show.
STARTS = {"suggestible", "drawable"}
OTHERWISE = {
    "bot/assistant/lookup.py": {"shelved"},  # its owner searches; what is made of it asks again
    "bot/looks/easel.py": {"get"},  # to say that a photo is private
}
FILES = [path for room in ROOMS for path in python_files(f"bot/{room}")]


def _giving_media() -> set[str]:
    """The methods that hand out rows of media."""
    return {
        name
        for gateway in (GalleryRows, BrowseRows)
        for name, method in vars(gateway).items()
        if inspect.isfunction(method) and "MediaRow" in str(inspect.signature(method))
    }


def test_the_gallery_hands_out_media_in_ways_that_this_law_knows() -> None:
    assert _giving_media() >= STARTS | {"get", "some", "kept", "shelved", "of_album"}


def test_a_room_that_proposes_starts_from_what_may_be_suggested() -> None:
    giving = _giving_media()
    for path in FILES:
        asked = {
            node.attr
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Attribute)
            if ast.unparse(node.value) in {"tx.gallery", "tx.browse"}
        }
        assert asked & giving <= STARTS | OTHERWISE.get(name_of(path), set()), name_of(path)


def test_no_room_looks_into_the_tables_itself() -> None:
    for path in FILES:
        imported = {
            alias.name
            for node in ast.walk(tree(path))
            if isinstance(node, ast.ImportFrom) and node.module == "storage.gallery"
            for alias in node.names
        }
        assert not imported & {"MEDIA", "SIGHTS", "PLACES", "FACE_BOXES"}, name_of(path)
