"""One person's visit as a pure table: page and event give the next page and what is asked for."""
