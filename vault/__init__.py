"""What we hold: sealed sessions, inbox, outbox and sweep list. The only code that opens the database."""
