"""Measurements against peers and floors, one file a room."""
