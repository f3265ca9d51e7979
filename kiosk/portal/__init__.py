"""Asking the portal: one protocol, one client for each dialect, and its stand-in beside it."""
