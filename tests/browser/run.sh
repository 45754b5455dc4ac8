#!/usr/bin/env bash
# Plays a first day in the practice room, the Rules page, the facilitators' login and a draft that a person answers, in a
# real Chromium. Usage: tests/browser/run.sh BINARY [PICTURES]
# Needs chromium, nodejs (18 or newer), npm, and fake_network beside the binary; the pictures go to build/browser.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "${1:?usage: tests/browser/run.sh BINARY [PICTURES]}")
pictures=$(realpath -m "${2:-$here/../../build/browser}")
place=$(mktemp -d)
bot=

stop_bot() {
  if [[ -n $bot ]]; then kill "$bot" 2>/dev/null && wait "$bot" 2>/dev/null || true; fi
  bot=
}
trap 'stop_bot; rm -rf "$place"' EXIT

if [[ ! -d $here/node_modules || $here/package-lock.json -nt $here/node_modules ]]; then
  echo "Installing playwright-core and axe-core (npm)…"
  (cd "$here" && npm ci --ignore-scripts --no-progress --loglevel=error && touch node_modules)
fi

# Starts the binary with the arguments given, waits for the address it prints and leaves it in $address. It runs in an
# empty folder, so that a config file that happens to stand nearby does not change the story.
start_bot() {
  (cd "$place" && exec "$binary" "$@") >"$place/said" 2>&1 &
  bot=$!
  address=
  for _ in $(seq 200); do
    address=$(grep -o 'http://127[^ ]*/' "$place/said" | head -n 1 || true)
    [[ -n $address ]] && return 0
    kill -0 "$bot" 2>/dev/null || break
    sleep 0.1
  done
  echo "Its pages did not open:" >&2
  cat "$place/said" >&2
  return 1
}

# A config names its port; practice lets the system choose.
free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

play() {
  local result=0
  node "$here/$1" "$address" "$pictures" "${@:2}" || result=$?
  if ! kill -0 "$bot" 2>/dev/null; then
    echo "The bot died meanwhile:" >&2
    cat "$place/said" >&2
    result=1
  fi
  stop_bot
  return "$result"
}

result=0
start_bot practice --port 0 --state "$place/practice"
play story.mjs || result=1

cp -r "$here/../../rules" "$place/course"
start_bot practice --port 0 --state "$place/rules" --rules "$place/course"
play rules.mjs "$place/course" || result=1

# The hash of "gentle heron"; everything of this service is gone when the test ends.
mkdir -m 700 "$place/credentials"
printf '%s' '$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48' \
  >"$place/credentials/console-password"
chmod 600 "$place/credentials/console-password"
cat >"$place/flockmate.yaml" <<YAML
cohorts: [$here/../../rules]
state: $place/service
listen: {host: 127.0.0.1, port: $(free_port), public_names: [flock.example.org]}
console_password: console-password
YAML
export CREDENTIALS_DIRECTORY=$place/credentials
start_bot run --config "$place/flockmate.yaml"
play facilitators.mjs || result=1

unset CREDENTIALS_DIRECTORY
node "$here/by_hand.mjs" "$binary" "$pictures" || result=1
exit "$result"
