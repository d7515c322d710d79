"""Inside a room: rules are pure; machines and the role are named here, and the lists are whole."""

import ast
from pathlib import Path

from tests.architecture.house import python_files, tree

ROOMS = (
    "pixels", "consent", "vision", "gallery", "writing", "collage", "looks", "memories", "sharing",
    "privacy", "improve", "remote", "assistant",
)  # fmt: skip
# One role a room, with the files it is written in.
ROLES = {
    "assistant/assistant", "assistant/chatter", "assistant/lookup",
    "consent/book", "consent/ledger", "consent/meeting", "consent/receipts", "consent/registrar",
    "consent/interest",
    "consent/rollout",
    "assistant/easel", "vision/eye",
    "gallery/leaving",
    "gallery/annotator", "gallery/captioned", "gallery/keeper", "gallery/bringing",
    "gallery/importer", "gallery/intimate", "gallery/drawing",
    "gallery/library", "gallery/live", "gallery/nicknames", "gallery/merging", "gallery/opening",
    "gallery/rehearsing", "gallery/voices", "gallery/expecting", "gallery/meant",
    "gallery/reader", "gallery/shelves", "gallery/viewer", "writing/desk", "writing/distant",
    "writing/writer", "collage/drafts",
    "collage/material", "collage/desk", "collage/occasion", "collage/editor", "collage/painter",
    "collage/camera", "collage/director", "collage/film_draft",
    "collage/studio", "memories/curator", "memories/hearing", "sharing/asked",
    "sharing/linked", "sharing/posts", "sharing/publisher", "sharing/sources",
    "privacy/custodian", "looks/atelier", "looks/drafts", "looks/easel", "looks/stylist",
    "improve/trainer",
    "remote/checkup", "remote/listening", "remote/remote", "remote/transport", "remote/wire",
}  # fmt: skip
# Synchronous: pictures, networks, fonts; they run in children.
MACHINES = {
    "pixels/backdrop", "pixels/colour",
    "gallery/archive", "gallery/folder",
    "pixels/decode", "pixels/encode", "pixels/film", "pixels/fonts", "pixels/glance",
    "pixels/header",
    "pixels/small", "vision/boxes", "vision/faces", "vision/likeness", "vision/networks",
    "vision/objects", "vision/people", "vision/quality", "vision/saliency",
    "vision/sensitive", "vision/tags",
    "gallery/page", "gallery/page_ink", "gallery/thumb",
    "collage/cell_pixels", "collage/compose", "collage/lettering", "collage/lettering_ink",
    "collage/lettering_line", "collage/measured", "collage/paint",
    "collage/film_clip", "collage/film_compose", "collage/film_encode", "collage/film_paint",
    "collage/film_webp",
    "collage/paint_cards", "collage/paint_marks", "looks/brushes", "looks/card",
    "looks/dress", "looks/film", "looks/halftone", "looks/manner", "looks/relight",
    "looks/filters", "looks/received", "looks/restyle", "looks/sheet",
}  # fmt: skip
# Read what the package carries, once, and are rules from then on.
READERS = {
    "assistant/editing", "assistant/prompt", "assistant/vocabulary",
    "assistant/noting", "consent/notices", "consent/regions", "consent/verify",
    "vision/concepts", "gallery/exonyms", "gallery/places", "gallery/zones",
    "writing/corrections", "writing/emojify", "writing/languages", "writing/prompts",
    "writing/tables",
    "writing/phrases", "memories/zones", "looks/refusals",
}  # fmt: skip
PAGES = {"gallery/page", "gallery/page_ink", "gallery/thumb"}  # the only pictures a gallery draws
PICTURES = {"PIL", "av", "simplejpeg", "pillow_heif", "onnxruntime"}
OUTSIDE = {"aiogram", "aiohttp", "asyncio", "pgqueuer", "apscheduler", "sqlalchemy", "sqlmodel"}
READS = {"read_text", "read_bytes", "open"}

FILES = [path for room in ROOMS for path in python_files(f"bot/{room}")]


def key(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def is_async(path: Path) -> bool:
    return any(isinstance(node, ast.AsyncFunctionDef) for node in ast.walk(tree(path)))


def reads(path: Path) -> bool:
    calls = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return any(getattr(call.func, "attr", "") in READS for call in calls)


def test_a_file_is_what_the_lists_say() -> None:
    for path in FILES:
        name, packages = key(path), imported(path)
        assert bool(packages & PICTURES) <= (name in MACHINES), name
        assert is_async(path) == (name in ROLES), name
        if name not in ROLES:
            assert not packages & OUTSIDE, name
        if name not in ROLES | MACHINES | READERS:
            assert not reads(path), name


def test_the_lists_name_only_files_that_are_there() -> None:
    assert {key(path) for path in FILES} >= ROLES | MACHINES | READERS


def test_pictures_are_opened_behind_one_door() -> None:
    openers = {
        path.parent.name
        for path in python_files("bot")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Image.open"
    }
    assert openers <= {"pixels", "sandbox"}


def test_pixels_are_touched_only_where_the_design_says() -> None:
    allowed = {"pixels", "vision", "looks", "collage", "sandbox", "bench", "corpus", "hostile"}
    touching = {path for path in python_files("bot") if imported(path) & PICTURES}
    assert {path.parent.name for path in touching if key(path) not in PAGES} <= allowed


def test_the_endpoint_has_one_client() -> None:
    speaking = {path for path in python_files("bot") if imported(path) & {"openai", "httpx2"}}
    assert {path.parent.name for path in speaking} == {"remote"}
