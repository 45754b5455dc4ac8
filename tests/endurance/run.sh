#!/usr/bin/env bash
# The long runs on Mastodon and X in memory, all at once: 10,000 posts through faults and twenty kills each, and a quarter
# of an hour of steady talk each. The tests' own programs come from the dev build.
# Usage: tests/endurance/run.sh BINARY   Takes about 20 minutes.
set -euo pipefail

binary=$(realpath "${1:?usage: tests/endurance/run.sh BINARY}")
programs=$(cd "$(dirname "$0")/../.." && pwd)/build/dev/tests/endurance
place=$(mktemp -d)
children=()

cleanup() {
  for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
  rm -rf "$place"
}
trap cleanup EXIT

for network in mastodon x; do
  "$programs/faults" "$network" "$binary" 10000 20 10 >"$place/faults-$network" 2>&1 &
  children+=($!)
  "$programs/soak" "$network" "$binary" >"$place/soak-$network" 2>&1 &
  children+=($!)
done
result=0
for child in "${children[@]}"; do wait "$child" || result=1; done
children=()
cat "$place"/*
exit "$result"
