"""What stops a release: everything wrong in the corpus is found and named at once, by file and line."""
