"""Official texts that an editor imported: each edition of an act in one language as of one day, kept as it was read."""
