"""Yours to take away: my copy, a pause, erasing everything and the proof that it went."""
