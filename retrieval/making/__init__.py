"""Making the models of the search from the project's own texts; nothing here runs when a family asks."""
