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
((${#plays[@]})) || plays=(story.mjs faults.mjs soak.mjs)
place=$(mktemp -d)
network=
mkfifo "$place/open"

cleanup() {
  exec 3>&- || true # the network ends with its input
  if [[ -n $network ]]; then wait "$network" 2>/dev/null || true; fi
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
start_servers "$place"
node --require "$here/loopback.cjs" "$here/network.mjs" <"$place/open" >"$place/network.json" 2>"$place/network.log" &
network=$!
exec 3>"$place/open"
for _ in $(seq 600); do
  [[ -s $place/network.json ]] && break
  kill -0 "$network" 2>/dev/null || break
  sleep 0.2
done
if [[ ! -s $place/network.json ]]; then
  echo 'The network did not start:' >&2
  tail -n 40 "$place/network.log" >&2
  exit 1
fi

result=0
for play in "${plays[@]}"; do
  node "$here/$play" "$binary" "$place/network.json" || result=1
done
exit "$result"
