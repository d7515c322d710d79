"""Reminders: the opt-in, the nudge, why this one, never again."""
