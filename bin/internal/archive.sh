# Sourced by bin/keyport: an archive of loaded classes, which shortens the start. On JDK 25
# and later an AOT cache, before that an AppCDS archive.

# archive_options JAVA FLAGS JAR ARGUMENT..., where FLAGS names the array of the other JVM options:
# sets the array `archive` to the options that use the archive of this JDK and jar, made first where
# it is missing or older than the jar. None where it can't be made: the command runs without.
archive_options() {
  local java=$1 jar=$3 version major file kind=all
  local -n flags=$2
  archive=()
  version=$(jdk_version "$java") || return 0
  major=${version%%.*}
  if [[ $major -ge 25 ]]; then
    # An AOT cache loads all it has at every start: the verbs that other programs wait for have one
    # of their own, without picocli and OkHttp.
    case ${4:-} in auth:token | credentials:get | version) kind=quick ;; esac
    file=${jar%.jar}-$version.$kind.aot
  else
    file=${jar%.jar}-$version.jsa
  fi
  if [[ ! $file -nt $jar ]]; then
    make_archive "$java" "$major" "$jar" "$file" "$kind" || return 0
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

# A run that loads what verbs load, in an environment and a HOME of its own, where a file and, if
# this machine has gnome-keyring, a keyring of its own hold a password that is none; the API is one
# that nobody serves.
make_archive() {
  local java=$1 major=$2 jar=$3 file=$4 kind=$5 home bus= made
  home=$(mktemp -d)
  printf 'machine localhost\n  login none\n  password none\n' >"$home/.netrc"
  chmod 600 "$home/.netrc"
  local options=("-XX:ArchiveClassesAtExit=$home/archive") environment=() lines=(version)
  if [[ $major -ge 25 ]]; then
    options=("-XX:AOTCacheOutput=$home/archive")
    [[ $kind = quick ]] || options+=(-XX:-AOTClassLinking)
  fi
  if [[ -n $(type -P dbus-daemon) ]]; then
    bus=$(training_bus "$home" 2>/dev/null) || bus=
  fi
  environment=(PATH="$PATH" HOME="$home" XDG_RUNTIME_DIR="$home" HEROKU_API_URL=http://127.0.0.1:9
    ${bus:+DBUS_SESSION_BUS_ADDRESS="unix:path=$home/bus"})
  if [[ -n $bus && -n $(type -P gnome-keyring-daemon) && -n $(type -P timeout) ]]; then
    training_keyring "$java" "$jar" || true
  fi
  lines+=('credentials:get localhost' 'credentials:get localhost --store keychain'
    'auth:token --host localhost' 'auth:token --host localhost --store keychain' auth:token)
  [[ $kind = quick ]] || lines+=('whoami --timeout 1s' 'auth:status --timeout 1s')
  [[ $kind = quick ]] || environment+=(HEROKU_API_KEY=none)
  env -i "${environment[@]}" "$java" "${flags[@]}" -Xlog:disable "${options[@]}" \
    -cp "$jar" dev.keyport.cli.ArchiveTraining "${lines[@]}" </dev/null >/dev/null 2>&1 || true
  [[ -z $bus ]] || kill "$bus" 2>/dev/null || true
  [[ -s $home/archive ]] && chmod 644 "$home/archive" && mv -f "$home/archive" "$file"
  made=$?
  rm -rf "$home"
  return "$made"
}

# Starts a bus in this folder, which starts no service; prints its process id.
training_bus() {
  cat >"$1/bus.conf" <<END
<busconfig>
  <type>session</type>
  <listen>unix:path=$1/bus</listen>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
END
  dbus-daemon --config-file="$1/bus.conf" --fork --print-pid
}

# A keyring on that bus, which ends with it, with a password in it that is none.
training_keyring() {
  # A keyring that does not come up must not keep the command waiting.
  env -i "${environment[@]}" timeout 10 gnome-keyring-daemon --daemonize --unlock --components=secrets \
    < <(printf training) >/dev/null 2>&1
  env -i "${environment[@]}" "$1" -Xlog:disable -jar "$2" credentials:put localhost --login none \
    --password-stdin --store keychain --no-input --timeout 5s <<<none >/dev/null 2>&1
}
