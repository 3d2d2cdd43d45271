"""What the kinds of file of Telegram share: JSON that streams, and what a message says of itself."""
