"""Point 7: somebody where the gallery waits, an operator who opens it, and one message."""

from bot.consent.countries import country_name
from bot.sandbox.tour_scenes import yes_to
from bot.sandbox.tour_traveller import Traveller
from storage.personal_data import Purpose


async def play(you: Traveller, operator: Traveller, country: str) -> None:
    """country: where `you` lives, and which the operator opens."""
    t, yes = you.t, yes_to(you, Purpose.INFORM_LAUNCH)
    named = country_name(country, t.language)
    await you.say("/start")
    await you.see_button(t("welcome-button-country-other"), "the countries")
    await you.say(named)
    await you.see_button(yes, "that it is not open there, and whether to write once")
    await you.press(yes)
    await you.see(t("consent-given-inform-launch"), "thanks for the answer")
    you.person.mark()
    await _open(operator, country)
    told = t("welcome-now-open", bot="Pépite", country=named)
    await you.see(told, "that it is open now")
    await you.settle()
    times = [one.words for one in you.person.from_bot].count(told)
    you.promise(times == 1, f"it was said {times} times")
    await you.say("/start")
    await you.see(t("welcome-year"), "the next question")


async def _open(operator: Traveller, country: str) -> None:
    t = operator.t
    operator.note("tour-operator", name=operator.name)
    await operator.say(f"/admin region {country.lower()} gallery live")
    await operator.see_button(t("operator-button-change"), "what would change")
    await operator.press(t("operator-button-change"))
    await operator.see(lambda one: not one.buttons, "that it is done")
