"""What a slip says, and the one-bit picture that is printed or shown of it."""
