"""Hello: an AI, the country, the birth year, the first question."""
