# Sourced by the scripts above it: building what is stale. readlink -f, which they find their root
# with, is on Linux and on macOS since 12.3.

# java, of JAVA_HOME where that is set.
keyport_java() {
  if [[ -n ${JAVA_HOME:-} ]]; then echo "$JAVA_HOME/bin/java"; else echo java; fi
}

# build_when_stale ROOT MODULE NAME ARTIFACT: builds MODULE and what it needs when ARTIFACT is
# missing or a source is newer than the last such build.
build_when_stale() {
  if is_stale "$@"; then
    (
      # Two first runs at once build one after the other, where there is flock to see to it.
      exec 9>"$1/.build.lock"
      [[ -z $(type -P flock) ]] || flock 9
      ! is_stale "$@" || build "$@"
    )
  fi
}

is_stale() {
  local root=$1 module=$2 artifact=$4
  local stamp=$root/$module/target/.built-by-bin
  [[ ! -e $artifact || ! -e $stamp || -n $(newer_source "$root" "$stamp") ]]
}

# Says so in one line on stderr; what Maven says is shown only when it fails.
build() {
  local root=$1 module=$2 name=$3 log started
  log=$(mktemp)
  started=$(mktemp)
  echo "Building $name (the first time takes a minute or two) ..." >&2
  rm -rf "$root/$module/target/lib" # else an older version of a library stays beside the new one
  if ! (cd "$root" && mvn -q -B -Dquick -pl "$module" -am package) </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log" "$started"
    echo "$name could not be built; it needs JDK 17 or later, Maven 3.8.7 or later, and their repository" >&2
    return 1
  fi
  # As of the build's start: a source saved while it ran is newer.
  touch -r "$started" "$root/$module/target/.built-by-bin"
  rm -f "$log" "$started"
}

# The first source that is newer than the stamp.
newer_source() {
  local root=$1 stamp=$2
  find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$stamp" -type f -print -quit
}
