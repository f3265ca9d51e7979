"""Is the kiosk ready for the day? One check a part, each with the one thing to do."""
