# Sourced by ./convene and ./verify: finds a JDK that can build and run Convene and puts it first on the PATH.
# shellcheck shell=bash

# the lowest that compiles the sources (java.release in pom.xml)
min_java=21

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# Prints the feature release of the JDK in folder $1 (25), or nothing if there is no compiler.
jdk_release() {
    local version
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    # every JDK carries this file; starting each to ask it would take half a second
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    printf '%s' "$version"
}

# Prints the folders where a JDK may be, the wanted ones first.
jdk_folders() {
    local java
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    if java=$(command -v java); then
        while [ -L "$java" ]; do
            case $(readlink "$java") in
                /*) java=$(readlink "$java") ;;
                *) java=$(dirname "$java")/$(readlink "$java") ;;
            esac
        done
        printf '%s\n' "${java%/bin/java}"
    fi
    # newest first, so that 25 comes before 21
    ls -d /usr/lib/jvm/* /usr/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/homebrew/opt/openjdk* 2>/dev/null |
        sort -t- -k2 -rV || true
    [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$min_java+" 2>/dev/null || true
}

# Sets JAVA_HOME to the first fitting JDK.
find_jdk() {
    local folder release
    while IFS= read -r folder; do
        release=$(jdk_release "$folder")
        if [ -n "$release" ] && [ "$release" -ge "$min_java" ]; then
            export JAVA_HOME=$folder PATH="$folder/bin:$PATH"
            return
        fi
    done <<FOLDERS
$(jdk_folders)
FOLDERS
    die "Convene needs a JDK $min_java or newer and found none: install one (Debian: apt install openjdk-$min_java-jdk," \
        "macOS: brew install openjdk, any: https://adoptium.net) or set JAVA_HOME to it."
}

need_maven() {
    command -v mvn >/dev/null ||
        die "Convene is built with Maven and 'mvn' was not found: install it (Debian: apt install maven, macOS: brew install maven)."
}
