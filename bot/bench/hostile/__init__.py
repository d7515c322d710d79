"""Ten thousand files that mean harm or are broken, made by seeded dice, and what they cost."""
