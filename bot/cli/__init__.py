"""The command pepite, one file a verb."""
