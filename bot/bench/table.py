"""A table of figures, the same as text for people and as JSON for machines."""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table as RichTable

Figure = str | int | float | None

WIDTH_CHARACTERS = 110
ROUND = 100  # above, decimals say nothing


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as long as `columns`; None prints as a dash. Notes say how it was measured."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Figure]]
    notes: Sequence[str] = ()

    def text(self) -> str:
        drawn = RichTable(title=self.title, title_justify="left")
        for place, column in enumerate(self.columns):
            drawn.add_column(column, justify="right" if place else "left")
        for row in self.rows:
            drawn.add_row(*(_shown(figure) for figure in row))
        page = Console(file=io.StringIO(), width=WIDTH_CHARACTERS, record=True)
        page.print(drawn)
        return "\n".join([page.export_text().rstrip(), *self.notes])

    def json(self) -> str:
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        told = {"title": self.title, "rows": rows, "notes": list(self.notes)}
        return json.dumps(told, ensure_ascii=False, indent=2)


def _shown(figure: Figure) -> str:
    if figure is None:
        return "–"
    if isinstance(figure, float):
        return f"{figure:.0f}" if abs(figure) >= ROUND else f"{figure:.2f}"
    return str(figure)
