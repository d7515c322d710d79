"""What the bot answers over HTTP: Telegram's webhook, and whether it is well."""
