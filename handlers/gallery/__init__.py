"""What a person gives: photos, albums, files, dates, forgetting."""
