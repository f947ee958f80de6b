"""Finding and quoting passages. So far: folding typed words, and recognising the language of a question."""
