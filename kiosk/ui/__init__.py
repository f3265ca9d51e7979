"""What is drawn, and the one door off the GUI thread. QML declares; views derive what it shows."""
