from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.pace import A_CHAT, CHATS_REMEMBERED, IN_ALL, Bucket, Pacer

gaps = st.lists(st.floats(0, 0.5, allow_nan=False), min_size=1, max_size=150)


def departures(bucket: Bucket, pauses: list[float]) -> list[float]:
    """When messages asked for after each pause leave; nobody waits for the one before."""
    now, left = 1000.0, []
    for pause in pauses:
        now += pause
        left.append(now + bucket.reserve(now))
    return left


@given(gaps)
def test_never_more_than_thirty_leave_in_any_second(pauses: list[float]) -> None:
    left = departures(Bucket(IN_ALL), pauses)
    for index, moment in enumerate(left):
        assert sum(moment <= other < moment + 1 for other in left[index:]) <= 30


@given(gaps)
def test_messages_leave_in_the_order_they_were_asked_for(pauses: list[float]) -> None:
    left = departures(Bucket(A_CHAT), pauses)
    assert left == sorted(left)


def test_a_short_burst_to_a_chat_leaves_at_once_and_the_rest_once_a_second() -> None:
    left = departures(Bucket(A_CHAT), [0.0] * 5)
    assert [round(moment - 1000, 6) for moment in left] == [0, 0, 0, 1, 2]


def test_after_a_silence_that_telegram_asked_for_there_is_no_burst() -> None:
    bucket = Bucket(A_CHAT)
    bucket.hold(1007.0)
    left = departures(bucket, [0.0, 0.0])
    assert [round(moment - 1000, 6) for moment in left] == [7, 8]


def test_a_chat_keeps_its_bucket_and_a_million_chats_do_not_fill_the_memory() -> None:
    pacer = Pacer()
    busy = pacer.of_chat(1, 0.0)
    busy.hold(60.0)
    for chat in range(2, CHATS_REMEMBERED + 10):
        pacer.of_chat(chat, 0.0)
    assert pacer.of_chat(1, 0.0) is busy
    assert len(pacer._chats) < 100
