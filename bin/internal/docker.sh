# Sourced by bin/sandbox-image and bin/test: whether a Docker engine answers, and having one for the
# tests.

engine_seconds=10
# Of the engine that start_docker started; empty when it did not.
engine_pid= engine_work= engine_made_bridge=

# within SECONDS COMMAND...: its status, or 124 when it was ended at the deadline. (timeout(1) is not
# on macOS.)
within() {
  local end=$((SECONDS + $1)) child status=0
  shift
  "$@" &
  child=$!
  while kill -0 "$child" 2>/dev/null; do
    if ((SECONDS >= end)); then
      kill -KILL "$child" 2>/dev/null || true
      wait "$child" 2>/dev/null || true
      return 124
    fi
    sleep 0.1
  done
  wait "$child" || status=$?
  return "$status"
}

# Why there is no Docker engine to work with, in one line; nothing when there is.
docker_problem() {
  local said status=0
  if [[ -z $(type -P docker) ]]; then
    echo 'docker is not installed'
    return
  fi
  said=$(within "$engine_seconds" docker version --format '{{.Server.Version}}' 2>&1 </dev/null) || status=$?
  case $status in
    0) ;;
    124) echo "the Docker engine${DOCKER_HOST:+ at $DOCKER_HOST} does not answer within $engine_seconds seconds" ;;
    *)
      said=$(sed '/^$/d' <<<"$said" | tail -n 1)
      [[ $said != *'permission denied'* ]] || said+=' (members of the group docker may use it)'
      echo "the Docker engine can't be used: $said"
      ;;
  esac
}

# have_docker WORK: an engine for the tests. One that answers is used and left as it is. Where there
# is none, and root on a Debian machine may, one of our own runs in the folder WORK until
# stop_docker. Else it is said why there is none: tests that need it are then skipped by name, or
# fail under CI=true.
have_docker() {
  local problem
  problem=$(docker_problem)
  if [[ -n $problem && $(id -u) == 0 && -n $(type -P apt-get) ]] && is_absent "$problem"; then
    problem=$(install_docker)
    # A Debian with an init system starts the engine it installs.
    [[ -n $problem || -z $(docker_problem) ]] || start_docker "$1" || problem=$engine_log
  fi
  if [[ -n $problem ]]; then
    echo "bin/test: $problem; tests that need it are skipped by name" >&2
    return 0
  fi
  tell_testcontainers
}

# Not: one that refuses or hangs, or that DOCKER_HOST names. Those are not ours to replace.
is_absent() {
  [[ -z ${DOCKER_HOST:-} &&
    ($1 == 'docker is not installed' || $1 == *'daemon running?'* || $1 == *'daemon is running'*) ]]
}

install_docker() {
  [[ -z $(type -P dockerd) || -z $(type -P docker) ]] || return 0
  echo 'Installing docker.io ...' >&2
  apt_install docker.io >&2 || echo 'docker.io could not be installed'
}

# An engine that touches nothing of the machine but the bridge docker0: folders, socket and process
# id are in WORK, and the firewall stays as it is, since ports are published by docker's proxy.
# Engines of several runs would share docker0 and its addresses, so one waits for the other.
start_docker() {
  local work=$1/docker
  engine_log='the Docker engine of another run did not end within half an hour'
  mkdir "$work"
  exec 8>/run/lock/keyport-docker.lock
  if ! flock -n 8; then
    echo 'Waiting for the Docker engine of another run to end ...' >&2
    flock -w 1800 8 || return 1
  fi
  [[ -e /sys/class/net/docker0 ]] || engine_made_bridge=yes
  setpriv --pdeathsig TERM dockerd --host "unix://$work/socket" --pidfile "$work/pid" \
    --data-root "$work/data" --exec-root "$work/run" \
    --iptables=false --ip6tables=false --ip-forward=false >"$work/log" 2>&1 </dev/null 8>&- &
  engine_pid=$!
  engine_work=$work
  export DOCKER_HOST=unix://$work/socket
  local end=$((SECONDS + 60))
  while [[ -n $(docker_problem) ]]; do
    if ((SECONDS >= end)) || ! kill -0 "$engine_pid" 2>/dev/null; then
      engine_log="the Docker engine did not start: $(tail -n 1 "$work/log")"
      stop_docker
      unset DOCKER_HOST
      return 1
    fi
    sleep 0.2
  done
}

# Ends the engine that have_docker started, if it did.
stop_docker() {
  [[ -n $engine_pid ]] || return 0
  kill "$engine_pid" 2>/dev/null || true
  within 30 tail --pid="$engine_pid" -f /dev/null || kill -KILL "$engine_pid" 2>/dev/null || true
  wait "$engine_pid" 2>/dev/null || true
  engine_pid=
  # What one that was killed leaves mounted would keep its folder from being deleted.
  local mounted
  while read -r _ mounted _; do
    [[ $mounted != "$engine_work"/* ]] || umount -l "$mounted" || true
  done </proc/mounts
  if [[ -n $engine_made_bridge && -n $(type -P ip) ]]; then
    ip link delete docker0 2>/dev/null || true
  fi
  exec 8>&-
}

# Testcontainers by itself pulls helpers of its own: Ryuk, which removes containers of a test run
# that was killed, and, inside a container, an image to find the engine's address with. Where they
# are needless or there is no registry, it waits for minutes and fails.
tell_testcontainers() {
  if [[ -n $engine_pid ]]; then
    # Our engine ends with the run and takes all containers along.
    export TESTCONTAINERS_RYUK_DISABLED=true
  elif [[ -z $(docker image ls --quiet testcontainers/ryuk) ]] && ! registry_answers; then
    export TESTCONTAINERS_RYUK_DISABLED=true
  fi
  # Inside a container whose own processes the engine is among, ports are published right here.
  if [[ -e /.dockerenv ]] && pidof dockerd >/dev/null; then
    export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
  fi
  # It reads DOCKER_HOST, and knows nothing of docker's contexts.
  if [[ -z ${DOCKER_HOST:-} ]]; then
    DOCKER_HOST=$(docker context inspect --format '{{.Endpoints.docker.Host}}')
    export DOCKER_HOST
  fi
}

registry_answers() {
  curl -sS --max-time 5 --output /dev/null https://registry-1.docker.io/v2/ 2>/dev/null
}
