import pytest

from bot.sandbox.person import Person
from tests.sandbox.raw import Json, RawApi

EMOJI = "🐚"  # one letter, two units of UTF-16


async def test_lengths_are_counted_in_utf16_after_the_marks_are_gone(
    api: RawApi, lou: Person
) -> None:
    fits, spills = EMOJI * 2048, EMOJI * 2048 + "x"
    marked = f"<b>{'x' * 4096}</b>"

    assert (await api("sendMessage", chat_id=lou.id, text=fits))["ok"]
    assert (await api("sendMessage", chat_id=lou.id, text=marked, parse_mode="HTML"))["ok"]
    words = await api.refusal("sendMessage", chat_id=lou.id, text=spills)
    assert words == "400 Bad Request: message is too long"


async def test_an_edit_that_is_too_long_has_its_own_words(api: RawApi, lou: Person) -> None:
    sent = (await api("sendMessage", chat_id=lou.id, text="hi"))["result"]
    words = await api.refusal(
        "editMessageText", chat_id=lou.id, message_id=sent["message_id"], text="x" * 4097
    )
    assert words == "400 Bad Request: MESSAGE_TOO_LONG"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b> b", "a b", [("bold", 0, 1)]),
        (f"{EMOJI} <i>a</i>", f"{EMOJI} a", [("italic", 3, 1)]),
        ("<s>a<b>b</b></s>", "ab", [("strikethrough", 0, 2), ("bold", 1, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &eacute;", 'a <b> & "c" &eacute;', []),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("<pre><code>x</code></pre>", "x", [("pre", 0, 1), ("code", 0, 1)]),
    ],
)
async def test_html_becomes_entities(
    api: RawApi, lou: Person, source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    sent = await api("sendMessage", chat_id=lou.id, text=source, parse_mode="HTML")
    assert (sent["result"]["text"], _entities(sent["result"])) == (text, sorted(entities, key=_at))


def _entities(message: Json) -> list[tuple[str, int, int]]:
    found = [
        (entity["type"], entity["offset"], entity["length"])
        for entity in message.get("entities", [])
    ]
    return sorted(found, key=_at)


def _at(entity: tuple[str, int, int]) -> tuple[int, int, str]:
    return entity[1], -entity[2], entity[0]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'can\'t find end tag corresponding to start tag "b"'),
        ("a <h1>b</h1>", 'unsupported start tag "h1" at byte offset 2'),
        ("é <h1>b</h1>", 'unsupported start tag "h1" at byte offset 3'),
        ("a < b", 'unsupported start tag "" at byte offset 2'),
        ("a <b", "unclosed start tag at byte offset 2"),
        ("a</b>", "unexpected end tag at byte offset 1"),
        (
            "<b><i>a</b></i>",
            'unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<span>a</span>", 'tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_wrong_html_is_refused_with_its_place(
    api: RawApi, lou: Person, source: str, words: str
) -> None:
    refusal = await api.refusal("sendMessage", chat_id=lou.id, text=source, parse_mode="HTML")
    assert refusal.lower() == f"400 bad request: can't parse entities: {words}".lower()


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a* _b_", "a b", [("bold", 0, 1), ("italic", 2, 1)]),
        ("__u__ ||p||", "u p", [("underline", 0, 1), ("spoiler", 2, 1)]),
        ("~s~", "s", [("strikethrough", 0, 1)]),
        ("`a_b`", "a_b", [("code", 0, 3)]),
        ("```py\nx = 1\n```", "x = 1", [("pre", 0, 5)]),
        (r"1\. a\!", "1. a!", []),
        (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 4)]),
        ("*a _b_*", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
    ],
)  # fmt: skip
async def test_markdown_becomes_entities(
    api: RawApi, lou: Person, source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    sent = await api("sendMessage", chat_id=lou.id, text=source, parse_mode="MarkdownV2")
    assert (sent["result"]["text"], _entities(sent["result"])) == (text, sorted(entities, key=_at))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a.", "character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a *b", "can't find end of Bold entity at byte offset 2"),
        ("[a](b", "can't find end of a URL at byte offset 4"),
    ],
)
async def test_wrong_markdown_is_refused_with_its_place(
    api: RawApi, lou: Person, source: str, words: str
) -> None:
    refusal = await api.refusal(
        "sendMessage", chat_id=lou.id, text=source, parse_mode="MarkdownV2"
    )
    assert refusal.lower() == f"400 bad request: can't parse entities: {words}".lower()


async def test_links_keep_their_address(api: RawApi, lou: Person) -> None:
    for text, mode in (
        ('<a href="https://example.org/?a=1&amp;b=2">a</a>', "HTML"),
        ("[a](https://example.org/?a=1&b=2)", "MarkdownV2"),
    ):
        sent = await api("sendMessage", chat_id=lou.id, text=text, parse_mode=mode)
        assert sent["result"]["entities"][0]["url"] == "https://example.org/?a=1&b=2"


async def test_entities_given_apart_must_lie_in_the_text(api: RawApi, lou: Person) -> None:
    entities = [{"type": "bold", "offset": 1, "length": 2}]
    assert "can't parse entities" in await api.refusal(
        "sendMessage", chat_id=lou.id, text="ab", entities=entities
    )
