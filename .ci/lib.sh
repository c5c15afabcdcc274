# shellcheck shell=bash
# Shared by ./start and ./verify, which set root; sourced, not run.

export LC_ALL=C.UTF-8
run="${root:?}/.run"

say() { printf '%s\n' "$*"; }

step() { printf '[%3ds] %s\n' "$SECONDS" "$*"; }

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# Prints the specification version of the java program given, e.g. 17.
java_version() {
  "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'
}

usable_jdk() {
  [ -x "$1/bin/javac" ] || return 1
  case $(java_version "$1/bin/java") in 17 | 18 | 19 | 20 | 21 | 22 | 23) ;; *) return 1 ;; esac
}

# Sets JAVA_HOME to a JDK 17..23: the one asked for, the one on the PATH, one under /usr/lib/jvm, or installs one.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    usable_jdk "$JAVA_HOME" && return
    fail "JAVA_HOME ($JAVA_HOME) is not a JDK 17 to 23 (found: $(java_version "$JAVA_HOME/bin/java" 2> /dev/null || true)). Point it to one or unset it."
  fi
  local candidate
  candidate=$(readlink -f "$(command -v javac || true)" || true)
  for candidate in "${candidate%/bin/javac}" /usr/lib/jvm/*17* /usr/lib/jvm/*; do
    if [ -n "$candidate" ] && usable_jdk "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  apt_install openjdk-17-jdk-headless ||
    fail "No JDK 17 to 23 found. Install one (Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME."
  find_jdk
}

find_maven() {
  command -v mvn > /dev/null && return
  apt_install maven || fail "Maven not found. Install it (Debian: apt install maven)."
}

# Installs Debian packages when that is possible without asking anybody: as root, with apt.
apt_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || return 1
  step "Installing $* ..."
  mkdir -p "$run"
  {
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
  } > "$run/apt.log" 2>&1
}

# One number for everything the distribution is made of; tests are left out.
sources_hash() {
  (
    cd "$root" || exit 1
    find pom.xml .mvn platform bundles features distribution/pom.xml distribution/archive.xml distribution/karaf \
      \( -name target -o -name node_modules -o -path '*/src/test' \) -prune -o -type f -print0 |
      sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
  )
}
