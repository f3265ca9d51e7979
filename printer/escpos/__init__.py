"""The bytes of ESC/POS: pictures and commands out, answers in. No link, no clock."""
