"""Deciding: a pure function over closed sets of answers, and the reasons for it."""
