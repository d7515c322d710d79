"""The purposes, my copy, forgetting me."""
