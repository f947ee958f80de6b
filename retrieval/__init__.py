"""Finding and quoting passages. So far: folding typed words, so that a phone without Tajik letters is understood."""
