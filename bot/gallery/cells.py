"""Squares of about 5 km that stand for a place once its coordinates are forgotten."""

from math import cos, radians

CELL_DEGREES = 0.045  # 5 km of latitude
MIN_COSINE = 0.01  # keeps the rows at the poles from vanishing


def cell(latitude: float, longitude: float) -> str:
    """Name the square that holds a point given in degrees."""
    row = int((latitude + 90) // CELL_DEGREES)
    return f"{row}.{int((longitude + 180) % 360 // _column_degrees(row))}"


def are_neighbours(one: str, other: str) -> bool:
    """Whether two squares are the same or touch."""
    (row, column), (other_row, other_column) = _parts(one), _parts(other)
    if abs(row - other_row) > 1:
        return False
    apart = abs(_longitude(row, column) - _longitude(other_row, other_column))
    return min(apart, 360 - apart) < 1.6 * _column_degrees(row)  # rows differ a little in width


def _parts(cell_name: str) -> tuple[int, int]:
    row, column = cell_name.split(".")
    return int(row), int(column)


def _longitude(row: int, column: int) -> float:
    return (column + 0.5) * _column_degrees(row)


def _column_degrees(row: int) -> float:
    """How many degrees of longitude make about 5 km in this row."""
    return CELL_DEGREES / max(cos(radians((row + 0.5) * CELL_DEGREES - 90)), MIN_COSINE)
