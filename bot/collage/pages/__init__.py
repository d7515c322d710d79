"""How each theme arranges a page: one file a theme, all of them rules."""
