"""What each Bot API method does here; `table` says which one lives where."""
