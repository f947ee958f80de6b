"""What is known: acts, reports and guides, and the citations that name them."""
