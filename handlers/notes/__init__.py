"""What a person says of their media in words: dates, places and notes, taken back as easily."""
