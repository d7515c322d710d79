"""What the endpoint is told before a chat: the rules, then turns that alternate."""

from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.prompt import MOST_CHARACTERS, MOST_TURNS, messages
from bot.remote.turns import MOST_CHARACTERS as MOST_TOGETHER
from bot.remote.turns import Call
from bot.texts import LANGUAGES, Language

turns = st.tuples(st.booleans(), st.text(max_size=2 * MOST_CHARACTERS))


@given(st.lists(turns, max_size=12), st.text(), st.sampled_from(LANGUAGES))
def test_the_person_and_the_model_take_turns_and_the_person_is_last(
    said: list[tuple[bool, str]], asked: str, language: Language
) -> None:
    told = messages(language, [*said, (True, asked)])
    speakers = [turn.role for turn in told]
    assert speakers[:2] == ["system", "user"]
    assert speakers[1::2] == ["user"] * len(speakers[1::2])
    assert speakers[2::2] == ["assistant"] * len(speakers[2::2])
    assert told[-1].text.endswith(asked[:MOST_CHARACTERS])
    assert Call(told, most_tokens=1).bytes_sent > 0
    assert MOST_TURNS * MOST_CHARACTERS < MOST_TOGETHER
