# Read by the checks beside it.

# have COMMAND PACKAGE...: whether there is such a command, if need be after installing the Debian packages.
have() {
  command -v "$1" >/dev/null && return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  command=$1
  shift
  DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1 || true
  command -v "$command" >/dev/null
}
