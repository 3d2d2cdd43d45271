"""What is remembered of a report, and what follows from it for the next run."""
