#!/usr/bin/env bash
# Makes .venv and installs what is needed: `setup.sh run` to serve, `setup.sh test` to test as well.
# Quick when nothing changed: a stamp in .venv remembers which requirements are installed.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-run}
say() { printf '\033[1m• %s\033[0m\n' "$*"; }
stop() { printf '\n%s\n' "$*" >&2; exit 1; }

python=""
for candidate in python3.13 python3.12 python3.11 python3; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$candidate; break
  fi
done
[ -n "$python" ] || stop "Carer Passport needs Python 3.11 or later. On Debian 12:  apt-get install python3 python3-venv"

# Debian packages: WeasyPrint draws PDFs with Pango; Chromium runs the browser tests, gettext
# collects what needs Welsh.
missing=()
why=()
have_library() { ldconfig -p 2>/dev/null | grep -q "$1" || "$python" -c "import ctypes.util, sys; sys.exit(ctypes.util.find_library('$2') is None)" 2>/dev/null; }
have_library libpango-1.0.so.0 pango-1.0 || { missing+=(libpango-1.0-0); why+=("libpango-1.0-0: draws the printed card and letter"); }
have_library libpangoft2-1.0.so.0 pangoft2-1.0 || { missing+=(libpangoft2-1.0-0); why+=("libpangoft2-1.0-0: fonts of the printed card"); }
if [ "$what" = test ] && [ ! -x /usr/bin/chromium ]; then
  missing+=(chromium); why+=("chromium: the browser tests drive it")
fi
if [ "$what" = test ] && ! command -v xgettext >/dev/null; then
  missing+=(gettext); why+=("gettext: collects the strings that need Welsh")
fi
if [ ${#missing[@]} -gt 0 ]; then
  line="apt-get install -y ${missing[*]}"
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing Debian packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
      || stop "Debian packages could not be installed. Type this and try again:  $line"
  else
    printf '%s\n' "These are missing:" "${why[@]/#/  }" >&2
    stop "Type this and try again:  sudo $line"
  fi
fi

# A virtual environment from another folder or an older Python is made anew.
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  say "Making .venv with $("$python" --version)"
  rm -rf .venv
  "$python" -m venv .venv || stop "Python cannot make a virtual environment. On Debian:  apt-get install python3-venv"
fi

file=requirements.txt
[ "$what" = test ] && file=requirements-dev.txt
stamp=.venv/installed-$what
wanted=$(cat requirements.txt "$file" | sha256sum | cut -d' ' -f1)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
  say "Installing $file (the first time takes about a minute)"
  # uv takes seconds where pip takes a minute; pip does the same where uv cannot be had.
  uv=$(command -v uv || true)
  if [ -z "$uv" ] && .venv/bin/pip install -q --disable-pip-version-check uv 2>/dev/null; then uv=.venv/bin/uv; fi
  if [ -n "$uv" ]; then
    "$uv" pip install -q --python .venv/bin/python -r "$file" || stop "Packages could not be installed; see above."
  else
    .venv/bin/pip install -q --disable-pip-version-check -r "$file" || stop "Packages could not be installed; see above."
  fi
  echo "$wanted" > "$stamp"
  [ "$what" = test ] && sha256sum < <(cat requirements.txt requirements.txt) | cut -d' ' -f1 > .venv/installed-run
fi
mkdir -p var
.venv/bin/python scripts/compile_messages.py
