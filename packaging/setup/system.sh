#!/bin/sh
# Install the system packages of packages.txt that are missing; where that is not allowed, print
# the exact line to run and stop with 1.
set -eu
cd "$(dirname "$0")"

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system: if something is missing later, install what packages.txt names." >&2
    exit 0
fi

installed=$(dpkg-query --show --showformat='${db:Status-Abbrev}${Package}\n' | sed -n 's/^ii *//p')

has() {
    echo "$installed" | grep --quiet --line-regexp --fixed-strings "$1"
}

# wanted_of "a | b": nothing when one of them is installed, else the one that this Debian knows.
wanted_of() {
    names=$(echo "$1" | tr -d '|')
    for name in $names; do
        if has "$name"; then
            return
        fi
    done
    for name in $names; do
        last=$name
        if [ "$names" != "$1" ] && apt-cache show "$name" >/dev/null 2>&1; then
            break
        fi
    done
    echo "$last"
}

list_missing() {
    grep --invert-match '^#' packages.txt | while read -r line; do
        wanted_of "$line"
    done
    # Debian's own Python makes no virtual environment without this package.
    . ./python.sh
    if python=$(find_python 2>/dev/null) && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        echo python3-venv
    fi
}

missing=$(list_missing | tr '\n' ' ' | sed 's/ $//')
if [ -z "$missing" ]; then
    exit 0
fi

if [ "$(id -u)" = 0 ]; then
    as_root=env
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root="sudo env"
else
    echo "These system packages are missing, and this user may not install them. Please run as root:" >&2
    echo "    apt-get update && apt-get install --no-install-recommends $missing" >&2
    exit 1
fi

echo "Installing system packages: $missing"
if [ -z "$(find /var/lib/apt/lists -name '*Packages*' -mtime -7 2>/dev/null | head -n 1)" ]; then
    $as_root apt-get update --quiet=2
    missing=$(list_missing | tr '\n' ' ' | sed 's/ $//')
fi
# shellcheck disable=SC2086 -- the list is meant to be split into words
if ! $as_root DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes \
        apt-get install --quiet=2 --yes --no-install-recommends \
        $missing >/dev/null; then
    echo "apt-get could not install them. Its own words stand above; then run this again." >&2
    exit 1
fi
