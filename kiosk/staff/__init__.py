"""What those who run the kiosk use: readiness, the month's report, the staff area."""
