"""Nouns and rules of the ward office. Standard library only; imports nothing else of the kiosk."""
