"""What you gave me: facts, moments and near-twins of the media somebody gives, kept by Library."""
