"""The family's edge: the same conversation in Telegram, on a page to try it without a token, and in a terminal."""
