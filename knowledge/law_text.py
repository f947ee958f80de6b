"""Which text of the Criminal Code the rules were read against: the Ministry of Justice's law bank, in Tajik."""

AMENDED_UP_TO = "17.12.2025"
EXPORTED_ON = "19.05.2026"
