"""What is shown: pages, the front page, and what a corpus holds."""
