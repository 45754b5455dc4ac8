#!/usr/bin/env bash
# /health and /metrics of a running bot; the metrics judged by Prometheus's own promtool (Debian: prometheus).
# Usage: tests/peers/prometheus/run.sh BINARY
set -euo pipefail

binary=$(realpath "${1:?usage: tests/peers/prometheus/run.sh BINARY}")
place=$(mktemp -d)
"$binary" practice --port 0 --state "$place/state" >"$place/log" 2>&1 &
bot=$!
trap 'kill "$bot" 2>/dev/null || true; wait "$bot" 2>/dev/null || true; rm -rf "$place"' EXIT

address=''
for _ in $(seq 300); do
  address=$(sed -n 's/^The practice room is open: \(.*\)$/\1/p' "$place/log")
  [[ -n $address ]] && break
  sleep 0.1
done

passed=0 failed=0
judge() { # NAME COMMAND…
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "not so: $name" >&2
  fi
}
is_well() { [[ $(curl -fsS "${address}health") == well ]]; }
is_taken_by_prometheus() { curl -fsS "${address}metrics" | promtool check metrics; }
judge 'all is well' is_well
judge 'promtool takes the metrics without a complaint' is_taken_by_prometheus
echo "$passed passed, $failed failed"
((failed == 0))
