"""The command line. Each command opens one room; what a room needs is imported only when its command runs."""
