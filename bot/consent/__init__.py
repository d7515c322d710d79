"""May I? Purposes, regions, notices and the one gate that everybody asks."""
