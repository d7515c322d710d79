"""What cannot be kept: hostile files, too large ones, and what is no picture at all."""

from bot.app import App
from bot.sandbox.person import Person
from bot.texts import Texts
from tests.conversations.first_steps import welcomed
from tests.conversations.given import (
    IN_ENGLISH,
    IN_FRENCH,
    collage_of,
    count,
    dated,
    file,
    kept,
    owner_of,
)

TOO_MUCH = 20 * 1024 * 1024 + 1
HOSTILE = {
    "cut short": ("a.jpg", dated("cat")[:4000], "error-picture-unreadable"),
    "renamed text": ("b.jpg", b"not a picture at all, whatever the name says" * 9, None),
    "drawing that runs": ("c.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
    "playlist": ("d.mp4", b"#EXTM3U\nfile:///etc/passwd\n", "error-film-unsupported"),
    "empty": ("e.png", b"", "error-picture-empty"),
}


@IN_FRENCH
async def test_hostile_files_are_told_apart_and_nothing_else_is_lost(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)
    parts = [file(name, data) for name, data, _ in HOSTILE.values() if data]

    await lou.send_album([file("good.jpg", dated("cat")), *parts, file("g.jpg", dated("palace"))])
    await collage_of(lou, t)
    said = await lou.wait_for(t("gallery-refused", count=len(parts)))
    await app.queue.idle()

    for reason in ("picture-unreadable", "picture-unsupported", "film-unsupported"):
        assert t(f"error-{reason}") in said.words
    assert all(one in said.words for one in ("a.jpg", "b.jpg", "c.jpg", "d.mp4"))
    assert await kept(app, await owner_of(app, lou)) == 2
    assert await count(app, "media") == 2  # of what was refused nothing stays


@IN_ENGLISH
async def test_a_file_beyond_telegrams_limit_gets_a_sentence(
    lou: Person, t: Texts, app: App
) -> None:
    await welcomed(lou, t)

    await lou.send_file("huge.jpg", dated("cat").ljust(TOO_MUCH, b"\0"), "image/jpeg")

    await lou.wait_for(t("error-file-too-big", megabytes=20))
    await app.queue.idle()
    assert await count(app, "media") == 0


@IN_FRENCH
async def test_what_nobody_can_use_is_left_alone(lou: Person, t: Texts, app: App) -> None:
    await welcomed(lou, t)

    await lou.send_file("accounts.xlsx", b"PK\x03\x04" * 20, "application/vnd.ms-excel")

    await lou.wait_for(t("gallery-cannot-use"))
    assert await count(app, "media") == 0
