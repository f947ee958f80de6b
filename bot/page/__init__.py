"""A way in without a token: the chat as on a phone, for this computer alone, under the same session rules."""
