# Runs the tests of a build and counts what happened, over all programs. Sourced by tests/run and tests/full.
# shellcheck shell=bash disable=SC2154 # say and jobs_here come from deploy/lib.sh

passed=0 failed=0 skipped=0
failures=()

# GoogleTest's own report of one program, added to the counts.
count_program() {
  local report=$1 name=$2 tests bad left_out
  tests=$(grep -c '<testcase ' "$report" || true)
  # A test may fail more than once: what counts is the test.
  bad=$(awk '/<testcase / { seen = 0 } /<failure / && !seen { seen = 1; n++ } END { print n + 0 }' "$report")
  left_out=$(grep -cE 'result="skipped"|status="notrun"' "$report" || true)
  passed=$((passed + tests - bad - left_out)) failed=$((failed + bad)) skipped=$((skipped + left_out))
  if ((bad)); then failures+=("$name: $bad"); fi
}

# run_tests PRESET: every ctest entry of that build.
run_tests() {
  local results=build/$1/results name status
  rm -rf "$results"
  mkdir -p "$results"
  GTEST_OUTPUT="xml:$PWD/$results/" ctest --test-dir "build/$1" --output-on-failure --no-tests=error \
    -j "$(jobs_here)" --timeout 900 --output-junit "$PWD/$results/ctest.junit" </dev/null || true
  while IFS=$'\t' read -r name status; do
    if [[ -f $results/${name}_test.xml ]]; then
      count_program "$results/${name}_test.xml" "$name"
      # All its tests passed, and yet the program ended badly: a sanitizer spoke at the end.
      if [[ $status == fail ]] && ! grep -q '<failure ' "$results/${name}_test.xml"; then
        failed=$((failed + 1)) && failures+=("$name: the program ended badly")
      fi
    elif [[ $status == run ]]; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1)) && failures+=("$name: $status")
    fi
  done < <(sed -n 's/.*<testcase name="\([^"]*\)".* status="\([^"]*\)".*/\1\t\2/p' "$results/ctest.junit")
}

# run_counted PRESET NAME SCRIPT: a script that is given that build's program. Each of its parts says "N passed, N failed".
run_counted() {
  local log=build/$1/results/$2.log code=0 good bad
  mkdir -p "build/$1/results"
  bash "$3" "build/$1/flockmate" </dev/null 2>&1 | tee "$log" || code=$?
  good=$(sed -nE 's/^([0-9]+) passed, [0-9]+ failed$/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
  bad=$(sed -nE 's/^[0-9]+ passed, ([0-9]+) failed$/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
  if ((code && bad == 0)); then bad=1; fi  # it ended before it could count
  passed=$((passed + good)) failed=$((failed + bad))
  if ((bad)); then failures+=("$2: $bad"); fi
}

run_browser_test() {
  say 'The story in a browser'
  run_counted "$1" browser tests/browser/run.sh
}

run_schema_test() {
  say 'The schema of the rule files, judged by another validator'
  run_counted "$1" schema tests/peers/schema/run.sh
}

run_judges_test() {
  say 'Mastodon and X in memory, judged by clients that others wrote; what we ask of them, judged by prism'
  run_counted "$1" judges tests/peers/judges/run.sh
}

run_metrics_test() {
  say "Health and metrics, judged by Prometheus's own tool"
  run_counted "$1" metrics tests/peers/prometheus/run.sh
}

# Takes some 20 minutes: for tests/full.
run_endurance_test() {
  say 'Mastodon and X in memory: 10,000 posts each through faults and kills; and a quarter of an hour each'
  run_counted "$1" endurance tests/endurance/run.sh
}

# Takes some 30 minutes, and 4 more for installing the servers: for tests/full.
run_bluesky_test() {
  say "A cohort of ten on Bluesky's own servers; then faults and kills; then a quarter of an hour"
  run_counted "$1" bluesky tests/peers/bluesky/run.sh
}

# The closing line; where CI runs, a skipped test is a failure.
count_line() {
  local one
  for one in "${failures[@]}"; do printf 'failed: %s\n' "$one"; done
  if [[ ${CI:-} == true ]] && ((skipped > 0)); then printf 'failed: %s skipped, and CI skips nothing\n' "$skipped"; fi
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
}

exit_code() {
  ((failed == 0 && passed > 0)) || exit 1
  [[ ${CI:-} != true ]] || ((skipped == 0)) || exit 1
}
