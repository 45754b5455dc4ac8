#!/usr/bin/env bash
# The networks in memory, judged by clients that others wrote; and what we ask of Mastodon and X, judged by prism with
# their OpenAPI documents. Usage: tests/peers/judges/run.sh BINARY [JUDGE…]   A judge: x:xdk.mjs, requests.mjs and the like.
# Beside the binary stand fake_network and the requests that networks_test left there.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
build=$(dirname "$(realpath "${1:?usage: tests/peers/judges/run.sh BINARY [JUDGE…]}")")
shift
judges=("$@")
((${#judges[@]})) || judges=(
  mastodon:masto.mjs mastodon:megalodon.mjs mastodon:mastodon_py.py mastodon:answers.mjs
  x:twitter_api_v2.mjs x:xdk.mjs x:answers.mjs
  requests.mjs
)
documents=$here/../../../../shared/data/openapi
place=$(mktemp -d)
fake='' result=0

stop_fake() {
  exec 3>&- # it ends with its input
  if [[ -n $fake ]]; then wait "$fake" || result=1; fi
  fake=''
}
trap 'stop_fake; rm -rf "$place"' EXIT

if [[ ! -d $here/node_modules || $here/package-lock.json -nt $here/node_modules ]]; then
  echo 'Installing the judges (npm)…'
  (cd "$here" && npm ci --ignore-scripts --no-progress --loglevel=error && touch node_modules)
fi

# start_fake NETWORK: a fresh one; where it is stands in $FAKE.
start_fake() {
  rm -f "$place"/{open,where}
  mkfifo "$place/open"
  "$build/fake_network" "$1" <"$place/open" >"$place/where" &
  fake=$!
  exec 3>"$place/open"
  for _ in $(seq 200); do
    [[ -s $place/where ]] && break
    sleep 0.05
  done
  FAKE=$(cat "$place/where")
  export FAKE
}

# The networks listen on 127.0.0.1 only.
export NODE_OPTIONS=--dns-result-order=ipv4first
for judge in "${judges[@]}"; do
  network=${judge%%:*} program=$here/${judge##*:}
  case $judge in
    *requests.mjs | *answers.mjs)
      if [[ ! -d $documents && ${CI:-} != true ]]; then
        echo "prism is not asked: there are no documents in $documents."
        continue
      fi
      ;;&
    requests.mjs)
      node "$program" "$build/requests" "$documents" || result=1
      continue
      ;;
  esac
  start_fake "$network"
  authority=$(sed -n 's/.*"authority":"\([^"]*\)".*/\1/p' <<<"$FAKE")
  case $program in
    *.py) /usr/bin/python3 "$program" || result=1 ;;
    *) NODE_EXTRA_CA_CERTS=$authority node "$program" "$documents" || result=1 ;;
  esac
  stop_fake
done
exit "$result"
