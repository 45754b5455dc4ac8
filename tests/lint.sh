# Format and tidy. Sourced by .ci/run and tests/full; the check's configuration stands in .clang-format and .clang-tidy.
# shellcheck shell=bash disable=SC2154 # flockmate_root, say and fail come from deploy/lib.sh

sources() { git -C "$flockmate_root" ls-files 'bot/*.cpp' 'bot/*.hpp' 'tests/*.cpp' 'tests/*.hpp'; }

# What changed since origin/main; on main itself, in its last commit; without a history, everything.
changed_sources() {
  local since
  since=$(git -C "$flockmate_root" merge-base HEAD origin/main 2>/dev/null || true)
  if [[ -z $since || $since == "$(git -C "$flockmate_root" rev-parse HEAD)" ]]; then
    since=$(git -C "$flockmate_root" rev-parse -q --verify HEAD~1 2>/dev/null || true)
  fi
  if [[ -z $since ]]; then
    sources
  else
    git -C "$flockmate_root" diff --name-only --diff-filter=d "$since" HEAD -- 'bot/*.cpp' 'bot/*.hpp' 'tests/*.cpp' 'tests/*.hpp'
  fi
}

check_format() {
  say 'Format'
  (cd "$flockmate_root" && sources | xargs -r clang-format --dry-run -Werror) ||
    fail 'some files are not formatted.' "Mend them with: git ls-files 'bot/*pp' 'tests/*pp' | xargs clang-format -i"
}

# check_tidy MINUTES: reads file names, checks the sources among them (a header through the source of its name)
# until the time is over; what is left then is told and is tests/full's business. MINUTES 0: no end.
check_tidy() {
  # The commands of a build without precompiled headers: clang-tidy cannot read those of another compiler.
  local folder=$flockmate_root/build/quick until=$(($1 ? SECONDS + $1 * 60 : 0)) name
  (cd "$flockmate_root" && cmake --preset quick --log-level=WARNING) || fail 'cmake could not prepare the quick build; its own words are above.'
  local -a files=() left=()
  while read -r name; do
    name=${name%.hpp} name=${name%.cpp}.cpp
    grep -qF "/$name\"" "$folder/compile_commands.json" && files+=("$name")
  done
  mapfile -t files < <(printf '%s\n' "${files[@]}" | sort -u | sed '/^$/d')
  say "Tidy: ${#files[@]} files"
  local jobs bad=0
  jobs=$(jobs_here)
  cd "$flockmate_root" || exit
  while ((${#files[@]})); do
    if ((until && SECONDS > until)); then left=("${files[@]}") && break; fi
    printf '%s\0' "${files[@]:0:jobs}" | xargs -0 -n 1 -P "$jobs" clang-tidy -p "$folder" --quiet 2>/dev/null || bad=1
    files=("${files[@]:jobs}")
  done
  if ((${#left[@]})); then say "Tidy: the time was over, ${#left[@]} files are left to tests/full: ${left[*]}"; fi
  ((bad == 0)) || fail 'clang-tidy found something; it stands above.' "Ask about one file with: clang-tidy -p build/quick FILE"
}
