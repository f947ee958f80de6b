"""The Telegram edge: what comes in is stored before Telegram may forget it; what goes out waits its turn."""
