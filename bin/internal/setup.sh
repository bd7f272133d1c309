# Sourced by bin/test: what the tests need from the machine, and counting what ran.

# command:Debian package
needed_commands=(
  curl:curl git:git ssh-keygen:openssh-client script:bsdutils stty:coreutils setpriv:util-linux
  dbus-daemon:dbus dbus-send:dbus gnome-keyring-daemon:gnome-keyring secret-tool:libsecret-tools
  wget:wget perl:perl python3:python3 ruby:ruby node:nodejs npm:npm
  tnftp:tnftp inetutils-ftp:inetutils-ftp
  gpg:gnupg gpg-agent:gpg-agent
  chromium:chromium chromedriver:chromium-driver
)

# check:Debian package, for libraries; the check succeeds where there is one
needed_libraries=('ruby -rnetrc -e1:ruby-netrc' 'has_requests:python3-requests')

# Either the system's Python has it, or the first on the PATH.
has_requests() {
  local python
  for python in /usr/bin/python3 python3; do
    if "$python" -c 'import requests'; then return 0; fi
  done
  return 1
}

# Installs, when root on a Debian machine, what is missing; otherwise names it. Tests that need it
# are then skipped by name, or fail under CI=true.
install_missing() {
  local entry command check packages=()
  for entry in "${needed_commands[@]}"; do
    command=${entry%%:*}
    [[ -n $(type -P "$command") ]] || packages+=("${entry#*:}")
  done
  for entry in "${needed_libraries[@]}"; do
    read -ra check <<<"${entry%:*}"
    "${check[@]}" >/dev/null 2>&1 </dev/null || packages+=("${entry##*:}")
  done
  if [[ ! -n $(type -P mvn) ]]; then packages+=(maven); fi
  [[ ${#packages[@]} -gt 0 ]] || return 0
  if [[ $(id -u) != 0 || -z $(type -P apt-get) ]]; then
    echo "bin/test: not on this machine: ${packages[*]} (as Debian names them); tests that need them are skipped by name" >&2
    return 0
  fi
  echo "Installing ${packages[*]} ..." >&2
  if ! apt_install "${packages[@]}"; then
    echo "bin/test: ${packages[*]} could not be installed" >&2
    return 1
  fi
}

# apt_install PACKAGE...: as root; what apt says is shown only when it fails.
apt_install() {
  local log status=0
  log=$(mktemp)
  { apt-get update && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null || status=1
  [[ $status == 0 ]] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# A JDK of version 25 or later that is not the one in use; KEYPORT_TEST_JDK names one.
find_newer_jdk() {
  local home
  for home in ${KEYPORT_TEST_JDK:-} /usr/lib/jvm/*; do
    if [[ -x $home/bin/javac && ! -L $home ]] &&
      [[ $("$home/bin/javac" -version 2>&1) =~ javac\ ([0-9]+) ]] && ((BASH_REMATCH[1] >= 25)); then
      echo "$home"
      return 0
    fi
  done
  return 1
}

# Adds up the reports of surefire and failsafe.
summarize_tests() {
  local root=$1 file
  passed=0 failed=0 skipped=0
  skips=
  while IFS= read -r file; do
    local head tests errors failures skips_here
    head=$(grep -o '<testsuite [^>]*' "$file" | head -n 1)
    tests=$(attribute tests "$head") errors=$(attribute errors "$head")
    failures=$(attribute failures "$head") skips_here=$(attribute skipped "$head")
    ((passed += tests - errors - failures - skips_here, failed += errors + failures, skipped += skips_here)) || true
    if ((skips_here > 0)); then
      # The second form is that of a class whose tests were all skipped together.
      skips+=$(sed -n -e 's/.*<skipped message="\([^"]*\)".*/  skipped: \1/p' \
        -e 's/.*<skipped type=[^>]*><!\[CDATA\[[^:]*: Assumption failed: \(.*\)/  skipped: \1/p' \
        "$file" | sort -u)$'\n'
    fi
  done < <(find "$root" -path '*/target/surefire-reports/TEST-*.xml' -o -path '*/target/failsafe-reports/TEST-*.xml')
}

attribute() {
  sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<" $2"
}

print_summary() {
  [[ -z $skips ]] || printf '%s' "$skips" | sort -u | sed '/^$/d'
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
}
