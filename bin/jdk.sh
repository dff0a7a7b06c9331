# Sourced by ./convene and ./verify: finds a JDK that builds and runs Convene.
# shellcheck shell=bash

# as java.release in pom.xml
min_java=21

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# Runs the command after $1, and shows what it printed only if it fails; then $1 is said.
quietly() {
    local failure=$1 log
    shift
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        die "$failure"
    fi
    rm -f "$log"
}

# Prints the feature release of the JDK in folder $1, such as 25, and 0 if there is none.
jdk_release() {
    local release=0
    if [ -x "$1/bin/javac" ] && [ -f "$1/release" ]; then
        release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    fi
    printf '%s' "${release:-0}"
}

# Prints the folder of the java on the PATH, symbolic links followed.
jdk_on_path() {
    local java link
    java=$(command -v java) || return 0
    while link=$(readlink "$java"); do
        case $link in
            /*) java=$link ;;
            *) java=$(dirname "$java")/$link ;;
        esac
    done
    printf '%s' "${java%/bin/java}"
}

installed_jdks() {
    local folder
    for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        [ ! -d "$folder" ] || printf '%s\n' "$folder"
    done
    [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$min_java+" 2>/dev/null || true
}

# Sets JAVA_HOME: the one that is set or on the PATH if it fits, else the newest installed.
find_jdk() {
    local folder release best='' best_release=$((min_java - 1))
    for folder in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
        if [ "$(jdk_release "$folder")" -ge "$min_java" ]; then
            export JAVA_HOME=$folder
            return
        fi
    done
    while IFS= read -r folder; do
        release=$(jdk_release "$folder")
        if [ "$release" -gt "$best_release" ]; then
            best=$folder best_release=$release
        fi
    done < <(installed_jdks)
    [ -n "$best" ] || die "Convene needs a JDK of Java $min_java or newer and found none. Install one" \
        "(Debian: apt install openjdk-$min_java-jdk; macOS: brew install openjdk; others: https://adoptium.net) or set JAVA_HOME to it."
    export JAVA_HOME=$best
}

need_maven() {
    type -P mvn >/dev/null ||
        die "Convene is built with Maven, and there is no 'mvn'. Install it (Debian: apt install maven; macOS: brew install maven)."
    # Maven's own libraries make a newer JVM warn
    if [ "$(jdk_release "$JAVA_HOME")" -ge 24 ]; then
        export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    fi
}
