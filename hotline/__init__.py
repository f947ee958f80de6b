"""The hotline's edge, for people who read the interview aloud. It is empty: the interview itself is in dialogs."""
