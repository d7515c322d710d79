"""What the gallery says: counts, dates and places, put into sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

from bot.gallery.answers import AlbumReport, Farewell, Kept, Outcome, Page, Refusal
from bot.gallery.catalogue import Home, Sheet, Span, YearPage
from bot.gallery.entries import shown_name
from bot.gallery.facts import Facts, TakenAt
from bot.gallery.left_out import Reason
from bot.gallery.periods import say_taken
from bot.texts import Texts
from bot.writing.grammar import town_name
from handlers.gallery.captions import moment_title, moment_titles, year_title
from storage.gallery import MediaKind

INDENT = "\N{EM SPACE}"
MOST_NAMED, MOST_NAMED_EACH = 15, 5  # files in one message, and for one reason
LONGEST_NAME = 40  # characters


def reading(done: int, total: int, t: Texts) -> str:
    return t("gallery-reading", done=done, total=total)


def album(report: AlbumReport, outcomes: Iterable[Outcome], t: Texts) -> str:
    """What an album came to, where no collage says it: one fact a line."""
    counts = Counter(outcomes)
    lines = []
    has_new = report.photos + report.films > counts[Outcome.KNOWN]
    if report.photos and has_new:
        lines.append(t("gallery-kept", count=report.photos))
    if report.films and has_new:
        lines.append(t("gallery-kept-films", count=report.films))
    if counts[Outcome.KNOWN]:
        lines.append(t("gallery-kept-known", count=counts[Outcome.KNOWN]))
    if counts[Outcome.CONVERTED]:
        lines.append(t("gallery-kept-converted", count=counts[Outcome.CONVERTED]))
    if report.photos + report.films and not report.was_looked_at:
        lines.append(t("gallery-kept-without-looking"))
    elif report.good == 1:
        lines.append(t("gallery-one-more"))
    lines.extend(filter(None, [left_out(report, t)]))
    if report.refused:
        lines.append(refusals(report.refused, t))
    return "\n".join(lines) or t("gallery-gone")


def refusals(refused: Sequence[Refusal], t: Texts) -> str:
    """Each different reason once, under how many there are; the files it is about, if named."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in refused:
        found[t(one.text_id, **one.facts)] += [one.name] if one.name else []
    lines, room = [t("gallery-refused", count=len(refused))], MOST_NAMED
    for reason, names in found.items():
        lines.append(t("gallery-refused-line", reason=escape(reason)))
        shown = names[: min(MOST_NAMED_EACH, room)]
        room -= len(shown)
        lines += [INDENT + named(shown, len(names) - len(shown), t)] if shown else []
    return "\n".join(lines)


def named(names: Sequence[str], more: int, t: Texts) -> str:
    """Files by their names, which lead nowhere: some end like an address."""
    said = (f"<code>{escape(shown_name(name, LONGEST_NAME))}</code>" for name in names)
    return t("gallery-refused-names", names=", ".join(said), more=more)


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
    lines.extend(filter(None, [left_out(report, t)]))
    if report.refused:
        lines.append(refusals(report.refused, t))
    return "\n".join(lines) or None


def date_noted(taken: TakenAt, count: int, t: Texts, country: str | None) -> str:
    when = say_taken(taken, t.language, country=country)
    return t("gallery-date-noted", count=count, when=escape(when))


def home(found: Home, t: Texts) -> str:
    """How much there is, and how much of it was ever shared."""
    shelf = found.shelf
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
    ]
    return "\n".join([*lines, *_leaf(found.span, t)])


def _span(first: date | None, last: date | None) -> dict[str, str]:
    """The years of a gallery; `known` says whether there are any."""
    if first is None or last is None:
        return {"known": "no", "span": ""}
    years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return {"known": "yes", "span": years}


def year(found: YearPage, t: Texts, country: str | None) -> str:
    """Every moment of the page with its number, its whole title and how much it holds."""
    title = t("gallery-year", title=year_title(found.year, t), count=found.count)
    return "\n".join([f"<b>{title}</b>", *moments(found, t, country), *_leaf(found.span, t)])


def moments(found: YearPage, t: Texts, country: str | None) -> list[str]:
    """A weekend or a journey of several stands above them."""
    lines = []
    before: Sequence[Facts] = ()
    titles = moment_titles(found.moments, t, country)
    for number, (moment, said) in enumerate(zip(found.moments, titles, strict=True), start=1):
        title = said or t("gallery-moment-untitled")
        line = t("gallery-moment-line", number=number, title=escape(title), count=moment.count)
        above = moment_title(moment.journey, t, country)
        if above and moment.journey is not before:
            lines.append(t("gallery-journey", title=escape(above)))
        before = moment.journey
        lines.append(INDENT + line if above else line)
    return lines


def sheet(found: Sheet, title: str, t: Texts) -> str:
    """What the page is of, how much there is, and where one is."""
    first = t("gallery-sheet", title=escape(title), count=found.total)
    return "\n".join([first, *_leaf(found.span, t)])


def found(sheet: Sheet, what: str, t: Texts) -> str:
    """What was asked, and how much answers it."""
    first = t("gallery-found", what=escape(what), count=sheet.total)
    return "\n".join([first, *_leaf(sheet.span, t)])


def left_outs(found: Sheet, reasons: Counter[Reason], t: Texts) -> str:
    """How many of each kind; nothing of them is lost."""
    lines = [
        t("gallery-left-out-title", count=found.total),
        said_of(reasons, t),
        t("gallery-left-out-how"),
    ]
    return "\n".join([*lines, *_leaf(found.span, t)])


def left_out(report: AlbumReport, t: Texts) -> str | None:
    """What of an album is kept and not suggested; None where that is nothing.

    What may be intimate has a question of its own.
    """
    told = dict(report.left_out)
    told.pop(Reason.SENSITIVE, None)
    if not told:
        return None
    return t("gallery-left-out", count=sum(told.values()), what=said_of(told, t))


def said_of(reasons: Mapping[Reason, int], t: Texts) -> str:
    """The most first: "14 screenshots, 2 receipts"."""
    many = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(t("gallery-left-out-of", reason=reason.value, count=n) for reason, n in many)


def reason(why: Reason, t: Texts) -> str:
    return t("gallery-left-out-reason", reason=why.value)


def _leaf(span: Span, t: Texts) -> list[str]:
    if span.pages == 1:
        return []
    return [t("gallery-leaf", page=span.page + 1, pages=span.pages)]


def gone_with(kept: Kept, t: Texts) -> str:
    """The drafts that a private picture takes with it; empty where there were none."""
    counts = {"gallery-private-collages": kept.collages, "gallery-private-looks": kept.looks}
    return "\n".join(t(text_id, count=count) for text_id, count in counts.items() if count)


def forgotten(farewell: Farewell, until: str, t: Texts) -> str:
    return t("gallery-forgotten", count=farewell.count, until=until)


def page(found: Page, t: Texts, country: str | None) -> str:
    number = t("gallery-page", position=found.position, total=found.total)
    lines = [number] if found.total else []
    if found.kind is MediaKind.VIDEO:
        lines.append(t("gallery-page-film"))
    if found.facts.taken:
        when = say_taken(found.facts.taken, t.language, country=country)
        lines.append(t("gallery-page-date", when=escape(when)))
    if found.facts.is_scan:
        lines.append(t("gallery-page-scan"))
    if found.facts.place:
        lines.append(
            t("gallery-page-place", place=escape(town_name(found.facts.place, t.language)))
        )
    if found.facts.note:
        lines.append(f"<i>{escape(found.facts.note)}</i>")
    marks = {"shared": found.is_shared, "hidden": found.is_hidden, "private": found.is_private}
    return "\n".join(
        [*lines, *(t(f"gallery-page-{mark}") for mark, is_so in marks.items() if is_so)]
    )
