"""The staff area as a pure table: room and event give the next area and what is asked for."""
