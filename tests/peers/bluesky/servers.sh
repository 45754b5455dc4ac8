# PostgreSQL and Redis of a test's own, in a temporary folder, reachable from this machine only. Sourced by bash.
# shellcheck shell=bash

# PostgreSQL refuses to run as root: then it is the system's own user for it who does.
as_database_user() {
  if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# start_servers FOLDER: leaves DB_POSTGRES_URL and REDIS_HOST in the environment.
start_servers() {
  local folder=$1 port programs
  programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
  database=$folder/postgres
  postgres_control=$programs/pg_ctl
  mkdir -p "$database"
  chmod 711 "$folder"
  if [[ $(id -u) == 0 ]]; then chown postgres "$database"; fi
  (cd / && as_database_user "$programs/initdb" -D "$database" -U flockmate -A trust --no-sync) >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; return 1; }
  port=$(free_port)
  (cd / && as_database_user "$postgres_control" -D "$database" -w -l "$database/log" \
    -o "-c listen_addresses=127.0.0.1 -p $port -c unix_socket_directories= -c fsync=off" start) >/dev/null
  export DB_POSTGRES_URL="postgresql://flockmate@127.0.0.1:$port/postgres"
  port=$(free_port)
  redis-server --bind 127.0.0.1 --port "$port" --save '' --appendonly no --dir "$folder" --logfile "$folder/redis.log" \
    >/dev/null &
  redis=$!
  export REDIS_HOST="127.0.0.1:$port"
}

stop_servers() {
  if [[ -n ${redis:-} ]]; then kill "$redis" 2>/dev/null && wait "$redis" 2>/dev/null || true; fi
  if [[ -n ${postgres_control:-} ]]; then
    (cd / && as_database_user "$postgres_control" -D "$database" -m immediate stop) >/dev/null 2>&1 || true
  fi
}
