# Sourced by setup.sh: which Python makes .venv.

# usable PROGRAM: is it a Python that the kiosk runs on?
usable() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

# find_python: prints the first usable Python; $PYTHON goes before all others.
find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if command -v "$candidate" >/dev/null && usable "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    echo "No Python 3.11, 3.12 or 3.13 was found. Install one and name it: make setup PYTHON=/path/to/python3.13" >&2
    return 1
}
