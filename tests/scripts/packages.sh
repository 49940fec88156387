#!/usr/bin/env bash
# Installs the system packages named as arguments, and does nothing when all are there.
set -euo pipefail

missing=()
if command -v dpkg-query >/dev/null; then
  for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
  done
else
  echo "This system has no apt. Please install what corresponds to these Debian packages: $*"
  echo "Going on in the hope that they are there."
  exit 0
fi

[ ${#missing[@]} -gt 0 ] || exit 0
echo "Installing: ${missing[*]}"
root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "These packages are missing, and neither root nor sudo is here to install them: ${missing[*]}"
    exit 1
  }
  root=(sudo)
fi
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
