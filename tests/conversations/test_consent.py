"""A question, its details, its answers; old, foreign and doubled presses."""

from datetime import timedelta

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from handlers.doors import AnswerNotice, AskConsent, NoticeDetails
from storage.personal_data import Purpose
from tests.conversations.first_steps import (
    NOTICES,
    data_of,
    no,
    press_again,
    until_the_question,
    welcomed,
    yes,
)
from tests.conversations.given import IN_ENGLISH, IN_FRENCH

ANALYSE = Purpose.SUGGEST_ANALYSE
NUDGES = Purpose.NUDGE_MEMORIES


@IN_FRENCH
async def test_the_details_keep_both_answers_and_lead_back(lou: Person, t: Texts) -> None:
    question = await until_the_question(lou, t)
    await lou.press(t("consent-button-details"))
    details = await lou.wait_for(lambda m: t("consent-button-back") in m.buttons)

    assert [yes(t), no(t)] == details.buttons[:2]
    await lou.press(t("consent-button-back"))

    back = await lou.wait_for(lambda m: t("consent-button-details") in m.buttons)
    assert back.buttons == question.buttons


@IN_FRENCH
async def test_an_answer_to_an_older_wording_asks_again_and_changes_nothing(
    lou: Person, t: Texts
) -> None:
    question = await until_the_question(lou, t)
    older = AnswerNotice(purpose=ANALYSE, version="0.9", yes=True).pack()

    await press_again(lou, older, question)

    again = await lou.wait_for(t("consent-outdated"))
    assert yes(t) in again.buttons
    await lou.start()
    assert yes(t) in (await lou.wait_for()).buttons


@IN_ENGLISH
async def test_a_no_is_heard_even_from_an_old_button(lou: Person, t: Texts) -> None:
    question = await until_the_question(lou, t)
    refuse = data_of(question, no(t))
    await lou.press(yes(t))
    await lou.wait_for(t("consent-given-suggest-analyse"))

    await press_again(lou, refuse, question)
    await lou.wait_for(t("consent-refused-suggest-analyse"))
    await press_again(lou, refuse, question)
    await lou.settle()

    await lou.start()
    await lou.wait_for(t("welcome-back-manual", bot="Pépite"))


@IN_FRENCH
async def test_another_conversation_may_ask_one_purpose(lou: Person, t: Texts) -> None:
    said = await welcomed(lou, t)

    await press_again(lou, AskConsent(purpose=NUDGES).pack(), said)
    asked = await lou.wait_for(lambda m: yes(t, NUDGES) in m.buttons)
    assert "{" not in asked.words
    await lou.press(yes(t, NUDGES))

    await lou.wait_for(t("consent-given-nudge-memories"))


@IN_ENGLISH
async def test_a_question_that_is_answered_or_closed_is_not_put_again(
    lou: Person, t: Texts
) -> None:
    said = await welcomed(lou, t)

    await press_again(lou, AskConsent(purpose=ANALYSE).pack(), said)
    await lou.wait_for(t("consent-answered-on"))
    await press_again(lou, AskConsent(purpose=Purpose.IMPROVE_MEDIA).pack(), said)
    await lou.wait_for(t("consent-closed"))
    await press_again(lou, NoticeDetails(purpose=Purpose.IMPROVE_MEDIA).pack(), said)
    await lou.settle()
    await press_again(
        lou, AnswerNotice(purpose=Purpose.IMPROVE_MEDIA, version="1.0", yes=True).pack(), said
    )
    await lou.settle()

    assert lou.last_message.words == t("consent-closed")


@IN_FRENCH
async def test_somebody_elses_press_answers_for_themselves_only(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    """A custom client may press a button that it was never shown."""
    question = await until_the_question(lou, t)
    sam = sandbox.person("Sam", language_code=t.language)
    await sam.start()
    own = await sam.wait_for()

    await press_again(sam, data_of(question, yes(t)), own)
    await sam.wait_for(t("consent-closed"))

    await lou.start()
    assert yes(t) in (await lou.wait_for()).buttons


@IN_ENGLISH
async def test_a_yes_runs_out_after_a_year_and_the_question_comes_back(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    said = await welcomed(lou, t)

    await sandbox.move_clock(timedelta(days=366))
    await press_again(lou, AskConsent(purpose=ANALYSE).pack(), said)

    await lou.wait_for(lambda m: yes(t) in m.buttons)


def test_taps_for_yes_and_no_are_equal_and_labels_alike() -> None:
    for purpose in (ANALYSE, NUDGES):
        for language in ("en", "fr"):
            shown = NOTICES.show(purpose, language, most=1, quiet="")
            lengths = sorted((len(shown.yes), len(shown.no)))
            assert lengths[1] <= 2 * lengths[0]
            assert shown.yes[0].isalpha() == shown.no[0].isalpha()  # no emoji on one only
