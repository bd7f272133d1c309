# Sourced by bin/keyport: an archive of loaded classes, which shortens the start. On JDK 25
# and later an AOT cache, before that an AppCDS archive.

# archive_options JAVA FLAGS JAR, where FLAGS names the array of the other JVM options: sets the array `archive` to the options that use the archive
# of this JDK and jar, made first where it is missing or older than the jar. None where it can't be
# made: the command runs without.
archive_options() {
  local java=$1 jar=$3 version major file
  local -n flags=$2
  archive=()
  version=$(jdk_version "$java") || return 0
  major=${version%%.*}
  file=${jar%.jar}-$version.$([[ $major -ge 25 ]] && echo aot || echo jsa)
  if [[ ! $file -nt $jar ]]; then
    make_archive "$java" "$major" "$jar" "$file" || return 0
  fi
  # Log nothing: a JVM that can't use the archive runs without, and that is no news to a person.
  archive=(-Xlog:disable)
  if [[ $major -ge 25 ]]; then
    archive+=("-XX:AOTCache=$file")
  else
    archive+=("-XX:SharedArchiveFile=$file")
  fi
}

# The version of the JDK that this java is of, from its release file: asking java costs a start.
jdk_version() {
  local path line
  path=$(readlink -f "$(type -P "$1")") || return 1
  while IFS= read -r line; do
    if [[ $line == JAVA_VERSION=\"*\" ]]; then
      line=${line#*\"}
      echo "${line%\"}"
      return 0
    fi
  done <"${path%/bin/java}/release" 2>/dev/null
  return 1
}

# A run that loads what verbs load: it reads stores that are empty and calls an API that nobody
# serves, in an environment and a HOME of its own; where there is a dbus-daemon, on a session bus of
# its own too, which starts no service.
make_archive() {
  local java=$1 major=$2 jar=$3 file=$4 home bus=
  home=$(mktemp -d)
  # Without linking ahead of time, which loads picocli and OkHttp at every start.
  local options=("-XX:AOTCacheOutput=$home/archive" -XX:-AOTClassLinking)
  [[ $major -ge 25 ]] || options=("-XX:ArchiveClassesAtExit=$home/archive")
  if [[ -n $(type -P dbus-daemon) ]]; then
    bus=$(training_bus "$home" 2>/dev/null) || bus=
  fi
  env -i PATH="$PATH" HOME="$home" HEROKU_API_URL=http://127.0.0.1:9 HEROKU_API_KEY=none \
    ${bus:+DBUS_SESSION_BUS_ADDRESS="unix:path=$home/bus"} \
    "$java" "${flags[@]}" -Xlog:disable "${options[@]}" -cp "$jar" dev.keyport.cli.ArchiveTraining \
    version auth:token 'credentials:get localhost' 'credentials:get localhost --store keychain' \
    'auth:status --timeout 1s' </dev/null >/dev/null 2>&1 || true
  [[ -z $bus ]] || kill "$bus" 2>/dev/null || true
  [[ -s $home/archive ]] && chmod 644 "$home/archive" && mv -f "$home/archive" "$file"
  local made=$?
  rm -rf "$home"
  return "$made"
}

# Starts a bus in this folder; prints its process id.
training_bus() {
  cat >"$1/bus.conf" <<END
<busconfig>
  <type>session</type>
  <listen>unix:path=$1/bus</listen>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/></policy>
</busconfig>
END
  dbus-daemon --config-file="$1/bus.conf" --fork --print-pid
}
