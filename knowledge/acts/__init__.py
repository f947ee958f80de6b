"""Recognising the structure of an official text: sections, chapters, articles, parts, clauses, notes, amendments."""
