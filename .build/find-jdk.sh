#!/bin/sh
# Prints the home of a JDK that can build and run Quittance: JAVA_HOME if it is new enough, else
# the newest in the system's folders, else the one on the PATH. If there is none it says what to do
# and exits with 1.
set -eu

oldest=21

# The feature version of the JDK in $1 (21, 25, ...), or 0 if there is none.
version_of() {
    version=
    if [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ]; then
        if [ -r "$1/release" ]; then
            version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
        fi
        if [ -z "$version" ]; then
            version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
        fi
    fi
    echo "${version:-0}"
}

if [ -n "${JAVA_HOME:-}" ] && [ "$(version_of "$JAVA_HOME")" -ge "$oldest" ]; then
    echo "$JAVA_HOME"
    exit 0
fi

best=
best_version=0
for home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/*; do
    version=$(version_of "$home")
    if [ "$version" -ge "$oldest" ] && [ "$version" -gt "$best_version" ]; then
        best=$home
        best_version=$version
    fi
done

if [ -z "$best" ] && command -v java >/dev/null; then
    home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    if [ "$(version_of "$home")" -ge "$oldest" ]; then
        best=$home
    fi
fi

if [ -z "$best" ]; then
    {
        echo "Quittance needs a JDK $oldest or newer, and found none."
        echo "Install one (apt install openjdk-21-jdk, brew install openjdk@21, https://adoptium.net)"
        echo "or set JAVA_HOME to one that is installed elsewhere${JAVA_HOME:+; it is $JAVA_HOME}."
    } >&2
    exit 1
fi
echo "$best"
