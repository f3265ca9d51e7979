#!/bin/sh
# Make this checkout ready: system libraries, then .venv/ with the locked dependencies.
# Debian 12 or 13; needs only git and Python 3.11 to 3.13. Run again, it only looks (under 3 s).
set -eu
cd "$(dirname "$0")/../.."

sh packaging/setup/system.sh

. packaging/setup/python.sh
python=$(find_python) || exit 1
made_from=$(cat requirements.lock pyproject.toml packaging/setup/*.sh | sha256sum | cut -d' ' -f1)
stamp=.venv/made-from

if [ -x .venv/bin/kiosk ] && [ "$(cat "$stamp" 2>/dev/null)" = "$made_from" ]; then
    exit 0
fi

rm -f "$stamp"
usable .venv/bin/python || {
    echo "Making .venv with $("$python" --version)."
    rm -rf .venv
    "$python" -m venv .venv
}
echo "Installing the locked dependencies into .venv (about 120 MB to fetch)."
quiet=--quiet
if [ -t 1 ]; then quiet=; fi
.venv/bin/python -m pip install $quiet --disable-pip-version-check \
    --require-hashes --only-binary :all: -r requirements.lock
log=.venv/setup.log
.venv/bin/python -m pip install --disable-pip-version-check \
    --no-index --no-deps --no-build-isolation --editable . >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
echo "$made_from" > "$stamp"
echo "Ready: .venv/bin/kiosk"
