"""What a corpus answers when it is asked: measures as tables of estimates that show themselves."""
