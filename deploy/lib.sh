# What the scripts share: telling people what happens, and installing and building. Sourced by bash, never run.
# shellcheck shell=bash disable=SC2119,SC2120 # the optional arguments are the tests'

flockmate_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '==> %s\n' "$*"; }

# What went wrong, then what to do, a line each; and the end.
fail() {
  printf 'flockmate: %s\n' "$1" >&2
  shift
  local line
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

# The names in the given sections of the one list.
packages() {
  awk -v wanted=" $* " '
    /^# section: / { inside = index(wanted, " " $3 " ") > 0; next }
    /^#/ || NF == 0 { next }
    inside { print $1 }' "$flockmate_root/deploy/packages.txt"
}

# Those of the given packages that are not there. Node may come from elsewhere and bring npm along.
missing_packages() {
  local installed name
  installed=" $(dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" { printf "%s ", $1 }') "
  for name in "$@"; do
    case $name in
      nodejs) command -v node >/dev/null && continue ;;
      npm) command -v npm >/dev/null && continue ;;
    esac
    [[ $installed == *" $name "* ]] || printf '%s\n' "$name"
  done
}

# Debian 12 or newer, as /etc/os-release tells.
require_debian() {
  local file=${1:-/etc/os-release} id='' version='' shown='an unknown system'
  if [[ -r $file ]]; then
    id=$(sed -n 's/^ID=//p' "$file" | tr -d '"')
    version=$(sed -n 's/^VERSION_ID=//p' "$file" | tr -d '"')
    shown=$(sed -n 's/^PRETTY_NAME=//p' "$file" | tr -d '"')
  fi
  if [[ $id != debian || ${version%%.*} -lt 12 ]]; then
    fail "packages are missing, and this is $shown; only Debian 12 or newer is known to have them." \
      "Missing: $(tr '\n' ' ' <<<"${missing:-}")" \
      "Install what corresponds to them here and run this again, or use a container: docker run -it debian:12"
  fi
}

# Runs a command as root: directly, or through sudo.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail 'installing packages needs root, and there is no sudo here.' \
      'Run this script as root once, or ask an administrator to run:' \
      "  apt-get update && apt-get install -y --no-install-recommends $(tr '\n' ' ' <<<"${missing:-}")"
  fi
}

install_packages() {
  local missing
  local -a wanted names
  mapfile -t wanted < <(packages "$@")
  missing=$(missing_packages "${wanted[@]}")
  if [[ -z $missing ]]; then
    say "All ${#wanted[@]} packages ($*) are installed"
    return
  fi
  require_debian
  say "Installing $(wc -l <<<"$missing") packages: $(tr '\n' ' ' <<<"$missing")"
  mapfile -t names <<<"$missing"
  as_root apt-get -qq update </dev/null ||
    fail 'apt-get update did not succeed; its own words are above.' 'Is the network there, and no other apt running?'
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o Dpkg::Use-Pty=0 install --no-install-recommends "${names[@]}" </dev/null ||
    fail 'apt-get could not install the packages; its own words are above.' \
      'Often the disk is full or the network is gone. Mend that and run this again: it goes on where it stopped.'
}

# require_space GB BUILD: free below the source folder, unless that build has been made before.
require_space() {
  local free
  [[ ! -e $flockmate_root/build/$2/build.ninja ]] || return 0
  free=$(df -Pk "$flockmate_root" | awk 'NR == 2 { print $4 }')
  if ((free < $1 * 1048576)); then
    fail "$1 GB of free disk are needed in $flockmate_root, and there are only $((free / 1024)) MB." \
      'Make room (an old build folder may go: rm -rf build) and run this again.'
  fi
}

# require_compiler COMMAND: version 12 or newer, the code is C++20.
require_compiler() {
  local compiler=$1 version
  version=$("$compiler" -dumpfullversion -dumpversion 2>/dev/null) ||
    fail "the compiler $compiler cannot be run." 'Install it (Debian: apt-get install build-essential) and run this again.'
  if ((${version%%.*} < 12)); then
    fail "the compiler $compiler is version $version; Flockmate needs 12 or newer (C++20)." \
      'Install g++-12 and run this again with CXX=g++-12 in front.'
  fi
}

# As many compilers at once as there are processors, and 1.5 GB of memory for each.
jobs_here() {
  local processors memory
  processors=$(nproc)
  memory=$(awk '/^MemAvailable:/ { print int($2 / 1572864) }' /proc/meminfo)
  ((memory < 1)) && memory=1
  echo $((processors < memory ? processors : memory))
}

# build PRESET
build() {
  local preset=$1 folder=$flockmate_root/build/$1 home
  home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)
  if [[ -n $home && $home != "$flockmate_root" ]]; then
    say "build/$preset was made in $home; starting it afresh"
    rm -rf "$folder"
  fi
  say "Building ($preset, $(jobs_here) at a time)"
  (cd "$flockmate_root" && cmake --preset "$preset" --log-level=WARNING) ||
    fail "cmake could not prepare the $preset build; its own words are above." "If they make no sense: rm -rf build/$preset and run this again."
  cmake --build "$folder" -j "$(jobs_here)" ||
    fail "the $preset build failed; the compiler's words are above." \
      'If it was killed, memory was short: close other programs and run this again, it goes on where it stopped.'
}
