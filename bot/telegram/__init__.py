"""The wire: updates that survive a crash, messages that are sent once, pauses and pace."""
