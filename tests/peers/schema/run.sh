#!/usr/bin/env bash
# The JSON Schema of the rule files, judged by a validator that others wrote (npm ajv).
# Usage: tests/peers/schema/run.sh BINARY; the samples are those that rulefile_test left in the binary's folder.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "${1:?usage: tests/peers/schema/run.sh BINARY}")
samples=$(dirname "$binary")/samples
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

if [[ ! -d $here/node_modules || $here/package-lock.json -nt $here/node_modules ]]; then
  echo 'Installing ajv and yaml (npm)…'
  (cd "$here" && npm ci --ignore-scripts --no-progress --loglevel=error && touch node_modules)
fi
if [[ ! -d $samples ]]; then
  echo "There are no samples in $samples; rulefile_test writes them." >&2
  exit 1
fi
"$binary" schema >"$place/schema.json"
node "$here/validate.mjs" "$place/schema.json" "$here/../../../rules" "$samples"
