#!/usr/bin/env bash
# Plays a first day in the practice room in a real Chromium. Usage: tests/browser/run.sh BINARY [PICTURES]
# Needs chromium, nodejs (18 or newer) and npm; the pictures go to build/browser.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "${1:?usage: tests/browser/run.sh BINARY [PICTURES]}")
pictures=$(realpath -m "${2:-$here/../../build/browser}")
state=$(mktemp -d)
bot=

clean_up() {
  if [[ -n $bot ]]; then kill "$bot" 2>/dev/null && wait "$bot" 2>/dev/null || true; fi
  rm -rf "$state"
}
trap clean_up EXIT

if [[ ! -d $here/node_modules || $here/package-lock.json -nt $here/node_modules ]]; then
  echo "Installing playwright-core and axe-core (npm)…"
  (cd "$here" && npm ci --ignore-scripts --no-progress --loglevel=error && touch node_modules)
fi

# From an empty folder: a config file where one happens to stand must not change the story.
cd "$state"
"$binary" practice --port 0 --state "$state/state" >"$state/said" 2>"$state/log" &
bot=$!
for _ in $(seq 100); do
  address=$(sed -n 's/.*\(http:\/\/[^ ]*\/\).*/\1/p' "$state/said" | head -n 1)
  [[ -n $address ]] && break
  kill -0 "$bot" 2>/dev/null || break
  sleep 0.1
done
if [[ -z $address ]]; then
  echo "The practice room did not open:" >&2
  cat "$state/said" "$state/log" >&2
  exit 1
fi

result=0
node "$here/story.mjs" "$address" "$pictures" || result=$?
if ! kill -0 "$bot" 2>/dev/null; then
  echo "The bot died during the story:" >&2
  cat "$state/log" >&2
  result=1
fi
exit "$result"
