"""A bar on standard error while media are read: how many, how fast, how long still."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from bot.gallery.entries import Survey

RECENT_S: Final = 120.0  # the rate of the last two minutes: what was there goes by much faster


class Rate(ProgressColumn):
    """Media a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")


class Bar:
    """Silent where nobody looks: a pipe, a log, a test."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def step(self) -> None:
        self._progress.advance(self._task)

    def settling(self) -> None:
        self._progress.update(self._task, description="Moments")


@contextmanager
def shown(found: Survey) -> Iterator[Bar]:
    """Gone once it is done: the report says it all."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
        speed_estimate_period=RECENT_S,
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with progress:
        yield Bar(progress, progress.add_task("Reading", total=len(found.items)))
