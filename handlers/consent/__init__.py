"""The questions about consent, their details and their answers."""
