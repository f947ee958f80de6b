"""Content is released, not edited in place: numbered, hashed, immutable, put in force by swapping one small file."""
