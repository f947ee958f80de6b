"""The conversation: questions, interview, screens, session, words. Pure: knows no Telegram, clock or database."""
