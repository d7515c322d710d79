"""Hello, the country, the year, the question: in both languages, pressed twice, out of turn."""

from bot.app import App
from bot.consent.countries import country_name
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.texts import Texts
from tests.conversations.first_steps import (
    data_of,
    no,
    press_again,
    until_the_question,
    welcomed,
    yes,
)
from tests.conversations.given import IN_ENGLISH, IN_FRENCH
from tests.sandbox.pictures import jpeg


async def test_the_very_first_line_says_it_is_an_ai(lou: Person, t: Texts) -> None:
    await lou.start()
    hello = await lou.wait_for()

    assert hello.words.split("\n")[0] == t("welcome-hello", bot="Pépite").split("\n")[0]
    assert {"en": "AI", "fr": "IA"}[t.language] in hello.words.split("\n")[0]


@IN_ENGLISH
async def test_a_deep_link_is_a_plain_welcome(lou: Person, t: Texts) -> None:
    for payload in ("share_1", "obj_42", "a", "_w", "consent-yes-FR-1990"):
        await lou.start(payload)

        hello = await lou.wait_for(t("welcome-hello", bot="Pépite"))

        assert country_name("FR", t.language) in hello.buttons


async def test_three_taps_lead_to_the_question_with_two_equal_answers_in_one_row(
    lou: Person, t: Texts
) -> None:
    question = await until_the_question(lou, t)

    rows = question.wire["reply_markup"]["inline_keyboard"]
    assert [button["text"] for button in rows[0]] == [yes(t), no(t)]
    assert t("consent-button-details") in question.buttons
    assert t("welcome-button-rehearse") in question.buttons


async def test_yes_says_what_to_do_next_and_twice_is_once(lou: Person, t: Texts) -> None:
    question = await until_the_question(lou, t)
    data = data_of(question, yes(t))
    await lou.press(yes(t))
    await lou.wait_for(t("consent-given-suggest-analyse"))
    said = [message.words for message in lou.from_bot]

    await press_again(lou, data, question)
    await lou.settle()

    assert [message.words for message in lou.from_bot] == said


@IN_FRENCH
async def test_no_is_one_tap_as_well_and_the_bot_goes_on_without_ai(lou: Person, t: Texts) -> None:
    await until_the_question(lou, t)
    await lou.press(no(t))
    await lou.wait_for(t("consent-refused-suggest-analyse"))

    await lou.start()

    await lou.wait_for(t("welcome-back-manual", bot="Pépite"))


@IN_FRENCH
async def test_a_country_may_be_typed_with_or_without_accents(lou: Person, t: Texts) -> None:
    await lou.start()
    await lou.wait_for()
    await lou.press(t("welcome-button-country-other"))
    await lou.wait_for(t("welcome-country-typed"))
    await lou.say("Atlantis")
    await lou.wait_for(t("welcome-country-unknown"))
    await lou.say("cote d'ivoire")

    await lou.wait_for(t("welcome-year"))

    kept = t("welcome-country-kept", country=country_name("CI", t.language))
    assert kept in [message.words for message in lou.from_bot]


@IN_ENGLISH
async def test_a_photo_before_any_choice_is_neither_read_nor_kept(
    lou: Person, t: Texts, sandbox: Sandbox
) -> None:
    await lou.start()
    await lou.wait_for()

    await lou.send_photo(jpeg(40, 30))

    await lou.wait_for(t("welcome-country"))
    assert t("welcome-photo-not-kept") in [message.words for message in lou.from_bot]
    assert not [call for call in sandbox.calls if call.method == "getFile"]


@IN_FRENCH
async def test_an_album_before_any_choice_is_answered_once(lou: Person, t: Texts) -> None:
    await until_the_question(lou, t)

    await lou.send_album([jpeg(40, 30 + number) for number in range(4)])
    await lou.wait_for(t("welcome-photo-not-kept"))
    await lou.settle()

    said = [message.words for message in lou.from_bot]
    assert said.count(t("welcome-photo-not-kept")) == 1


async def test_somebody_under_sixteen_hears_no_and_a_second_answer_does_not_count(
    lou: Person, t: Texts
) -> None:
    await _to_the_year(lou, t, "2012")
    await lou.wait_for(t("welcome-under-age"))

    await _to_the_year(lou, t, "2000")

    await lou.wait_for(t("welcome-under-age"))


async def test_one_photo_shows_what_would_be_read_and_the_question_comes_again(
    lou: Person, t: Texts
) -> None:
    await until_the_question(lou, t)
    await lou.press(t("welcome-button-rehearse"))
    await lou.wait_for(t("welcome-rehearse-ready"))
    await lou.send_file("beach.jpg", jpeg(400, 300), "image/jpeg")

    again = await lou.wait_for(lambda message: yes(t) in message.buttons)

    shown = [m.words for m in lou.from_bot if t("welcome-rehearsal-title") in m.words]
    assert len(shown) == 1
    assert t("welcome-rehearsal-rest") in shown[0]
    assert again.id == lou.last_message.id


@IN_FRENCH
async def test_the_rehearsal_is_for_one_photo_only(lou: Person, t: Texts) -> None:
    await until_the_question(lou, t)
    await lou.press(t("welcome-button-rehearse"))
    await lou.wait_for(t("welcome-rehearse-ready"))
    await lou.send_photo(jpeg(400, 300))
    await lou.wait_for(lambda message: yes(t) in message.buttons)

    await lou.send_photo(jpeg(401, 300))

    await lou.wait_for(t("welcome-photo-not-kept"))


@IN_FRENCH
async def test_a_birth_year_may_be_typed_and_what_is_none_is_told_why(
    lou: Person, t: Texts, app: App
) -> None:
    await lou.start()
    await lou.wait_for()
    await lou.press(country_name("FR", t.language))
    await lou.wait_for(t("welcome-year"))
    today = app.clock.now().year
    for words in ("92", "1492", str(today + 1)):
        await lou.say(words)
        first = str((today - 110) // 10 * 10)
        await lou.wait_for(t("welcome-year-unknown", first=first, last=str(today)))

    await lou.say("en 1992")

    await lou.wait_for(lambda message: yes(t) in message.buttons)


@IN_ENGLISH
async def test_a_typed_year_that_is_too_young_hears_no_as_well(lou: Person, t: Texts) -> None:
    await lou.start()
    await lou.wait_for()
    await lou.press(country_name("FR", t.language))
    await lou.wait_for(t("welcome-year"))

    await lou.say("2020")

    await lou.wait_for(t("welcome-under-age"))


@IN_ENGLISH
async def test_old_buttons_of_the_welcome_change_nothing(lou: Person, t: Texts) -> None:
    await lou.start()
    hello = await lou.wait_for()
    country = data_of(hello, country_name("US", t.language))
    await welcomed(lou, t)

    for data in (country, "wo", "wb", "wd:1990", "wy:2012", "wr"):
        await press_again(lou, data, hello)
        await lou.wait_for(t("welcome-answered"))


async def test_the_language_changes_with_one_tap(lou: Person, t: Texts, app: App) -> None:
    await lou.say("/language")
    await lou.wait_for(t("welcome-language"))
    label = "Français" if t.language == "en" else "English"
    await lou.press(label)

    other = app.texts["fr" if t.language == "en" else "en"]
    await lou.wait_for(other("welcome-country"))
    assert other("welcome-language-kept") in [message.words for message in lou.from_bot]
    await lou.say("/help")
    await lou.wait_for(other("welcome-help", bot="Pépite"))


@IN_ENGLISH
async def test_the_language_is_said_and_the_question_at_hand_comes_in_it(
    lou: Person, t: Texts, app: App
) -> None:
    french = app.texts["fr"]
    await lou.start()
    await lou.wait_for()
    await lou.say("/langue français")
    await lou.wait_for(french("welcome-country"))
    await lou.press(country_name("FR", "fr"))
    await lou.wait_for(french("welcome-year"))

    await lou.say("/language en")

    await lou.wait_for(t("welcome-year"))


@IN_ENGLISH
async def test_help_is_short_and_names_the_way_out(lou: Person, t: Texts) -> None:
    for words in ("/help", "/aide"):
        await lou.say(words)

        helped = await lou.wait_for(t("welcome-help", bot="Pépite"))

        assert "/privacy" in helped.words


async def _to_the_year(lou: Person, t: Texts, year: str) -> None:
    await lou.start()
    await lou.wait_for(t("welcome-hello", bot="Pépite"))
    await lou.press(country_name("FR", t.language))
    await lou.wait_for(t("welcome-year"))
    await lou.press(f"{year[:3]}0–{year[:3]}9")
    await lou.wait_for(t("welcome-year-exact"))
    await lou.press(year)
