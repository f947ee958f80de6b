"""The cards, one module for each part of the conversation. Words are in the Fluent files; here are keys."""
