"""What the gallery says: counts, dates and places, put into sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from bot.gallery.answers import AlbumReport, MomentLine, Outcome, Overview, Page, Refusal
from bot.gallery.facts import Facts, TakenAt
from bot.gallery.periods import Period, period_of, say_period, say_taken
from bot.texts import Texts
from bot.writing.grammar import town_name
from storage.gallery import MediaKind


def reading(done: int, total: int, t: Texts) -> str:
    return t("gallery-reading", done=done, total=total)


def album(report: AlbumReport, outcomes: Iterable[Outcome], t: Texts) -> str:
    """What an album came to, where no collage says it: one fact a line."""
    counts = Counter(outcomes)
    lines = []
    if report.photos:
        lines.append(t("gallery-kept", count=report.photos))
    if report.films:
        lines.append(t("gallery-kept-films", count=report.films))
    if counts[Outcome.KNOWN]:
        lines.append(t("gallery-kept-known", count=counts[Outcome.KNOWN]))
    if counts[Outcome.CONVERTED]:
        lines.append(t("gallery-kept-converted", count=counts[Outcome.CONVERTED]))
    if report.photos + report.films and not report.was_looked_at:
        lines.append(t("gallery-kept-without-looking"))
    elif report.good == 1:
        lines.append(t("gallery-one-more"))
    if report.refused:
        lines.append(refusals(report.refused, t))
    return "\n".join(lines) or t("gallery-gone")


def refusals(refused: Sequence[Refusal], t: Texts) -> str:
    """Each different reason once, under how many there are."""
    reasons = dict.fromkeys(t(one.text_id, **one.facts) for one in refused)
    lines = [t("gallery-refused-line", reason=escape(reason)) for reason in reasons]
    return "\n".join([t("gallery-refused", count=len(refused)), *lines])


def aside(report: AlbumReport, outcomes: Iterable[Outcome], t: Texts) -> str | None:
    """What a collage does not say: films, conversions, refusals; None when there is nothing."""
    counts = Counter(outcomes)
    lines = []
    if counts[Outcome.CONVERTED]:
        lines.append(t("gallery-kept-converted", count=counts[Outcome.CONVERTED]))
    if counts[Outcome.KNOWN]:
        lines.append(t("gallery-kept-known", count=counts[Outcome.KNOWN]))
    if counts[Outcome.FILM]:
        lines.append(t("gallery-kept-films", count=counts[Outcome.FILM]))
    if report.refused:
        lines.append(refusals(report.refused, t))
    return "\n".join(lines) or None


def undated(count: int, t: Texts) -> str:
    return t("gallery-undated", count=count)


def date_noted(taken: TakenAt, count: int, t: Texts, country: str | None) -> str:
    when = say_taken(taken, t.language, country=country)
    return t("gallery-date-noted", count=count, when=escape(when))


def overview(found: Overview, t: Texts, country: str | None) -> str:
    shelf = found.shelf
    if not shelf.photos + shelf.films:
        return t("gallery-empty")
    total = shelf.photos + shelf.films
    lines = [
        t(
            "gallery-summary",
            photos=shelf.photos,
            films=shelf.films,
            **_span(shelf.first_on, shelf.last_on),
        ),
        t("gallery-shelf", waiting=total - shelf.shared, shared=shelf.shared),
        *([t("gallery-taken-back", count=found.taken_back)] if found.taken_back else []),
        "",
        t("gallery-moments"),
        *_moments(found.moments, t, country),
    ]
    return "\n".join(lines)


def _span(first: date | None, last: date | None) -> dict[str, str]:
    """The years of a gallery; `known` says whether there are any."""
    if first is None or last is None:
        return {"known": "no", "span": ""}
    years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return {"known": "yes", "span": years}


def _moments(lines: Sequence[MomentLine], t: Texts, country: str | None) -> list[str]:
    """One line a title: what reads alike is counted together."""
    counts: Counter[str] = Counter()
    for line in lines:
        title = moment_title(line.facts, t, country) or t("gallery-moment-untitled")
        counts[title] += len(line.facts)
    return [
        t("gallery-moment-line", title=escape(title), count=count)
        for title, count in counts.items()
    ]


def moment_title(facts: Sequence[Facts], t: Texts, country: str | None) -> str | None:
    """Where and when: "Lyon, 12–14 octobre 2024"; None where neither is known."""
    places = Counter(town_name(one.place, t.language) for one in facts if one.place)
    period: Period | None = period_of(one.taken for one in facts if one.taken)
    parts = [places.most_common(1)[0][0]] if places else []
    if period:
        parts.append(say_period(period, t.language, country=country))
    return ", ".join(parts) or None


def page(found: Page, t: Texts, country: str | None) -> str:
    lines = [t("gallery-page", position=found.position, total=found.total)]
    if found.kind is MediaKind.VIDEO:
        lines.append(t("gallery-page-film"))
    if found.facts.taken:
        when = say_taken(found.facts.taken, t.language, country=country)
        lines.append(t("gallery-page-date", when=escape(when)))
    if found.facts.place:
        lines.append(
            t("gallery-page-place", place=escape(town_name(found.facts.place, t.language)))
        )
    if found.facts.note:
        lines.append(f"<i>{escape(found.facts.note)}</i>")
    if found.is_shared:
        lines.append(t("gallery-page-shared"))
    return "\n".join(lines)
