#!/usr/bin/env bash
# Plays a cohort of ten on Bluesky's own servers, all on this machine, with the real program.
# Usage: tests/peers/bluesky/run.sh BINARY [PLAY.mjs…]   Without plays: all of them, half an hour.
# Needs postgresql, redis-server, nodejs (18 or newer) and npm; the first run installs for some minutes.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
source "$here/servers.sh"
binary=$(realpath "${1:?usage: tests/peers/bluesky/run.sh BINARY [PLAY.mjs…]}")
shift
plays=("$@")
((${#plays[@]})) || plays=(story.mjs jetstream.mjs faults.mjs soak.mjs)
place=$(mktemp -d)
chmod 711 "$place" # PostgreSQL's user has its folder inside
network=

start_network() { # FOLDER
  mkdir "$1"
  mkfifo "$1/open"
  node --require "$here/loopback.cjs" "$here/network.mjs" <"$1/open" >"$1/network.json" 2>"$1/network.log" &
  network=$!
  exec 3>"$1/open"
  for _ in $(seq 600); do
    [[ -s $1/network.json ]] && return
    kill -0 "$network" 2>/dev/null || break
    sleep 0.2
  done
  echo 'The network did not start:' >&2
  tail -n 40 "$1/network.log" >&2
  exit 1
}

stop_network() {
  exec 3>&- || true # it ends with its input
  if [[ -n $network ]]; then wait "$network" 2>/dev/null || true; fi
  network=
}

cleanup() {
  stop_network
  stop_servers
  rm -rf "$place"
}
trap cleanup EXIT

if [[ ! -d $here/node_modules || $here/package-lock.json -nt $here/node_modules ]]; then
  echo "Installing Bluesky's servers (npm, about 4 minutes)…"
  (cd "$here" && npm ci --no-progress --loglevel=error && touch node_modules)
fi

# Its own folder for everything the servers write.
export TMPDIR=$place

# Each play has a network of its own: a bot hears what was said before it came, and a learner who says "stop" in one
# play would be left alone in the next.
result=0
for play in "${plays[@]}"; do
  start_servers "$place/${play%.mjs}.servers"
  start_network "$place/${play%.mjs}"
  node "$here/$play" "$binary" "$place/${play%.mjs}/network.json" || result=1
  stop_network
  stop_servers
done
exit "$result"
