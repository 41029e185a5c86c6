#!/bin/sh
# Runs Maven ($MVN, else mvn on the PATH) on the JDK that find-jdk.sh finds. If Maven fails because
# it could not get an artifact, the last line says so.
set -eu

JAVA_HOME=$("$(dirname "$0")/find-jdk.sh")
export JAVA_HOME
mvn=${MVN:-mvn}

if ! command -v "$mvn" >/dev/null; then
    {
        echo "Quittance needs Maven 3.6.3 or newer, and there is no $mvn."
        echo "Install it (apt install maven, brew install maven, or https://maven.apache.org),"
        echo "or give its path: make MVN=/path/to/mvn"
    } >&2
    exit 1
fi

# From JDK 24 on, Java warns about what older releases of Maven themselves do.
for quiet in --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED; do
    if "$JAVA_HOME/bin/java" "$quiet" -version >/dev/null 2>&1; then
        MAVEN_OPTS="${MAVEN_OPTS:-} $quiet"
    fi
done
export MAVEN_OPTS

mkdir -p target
log=$(mktemp target/maven.XXXXXX)
trap 'rm -f "$log" "$log.status"' EXIT

{
    status=0
    "$mvn" --batch-mode -Dstyle.color=never "$@" || status=$?
    echo "$status" >"$log.status"
} 2>&1 | tee "$log"

status=$(cat "$log.status")
if [ "$status" -ne 0 ] && grep -q \
        -e 'Could not transfer' \
        -e 'Could not find artifact' \
        -e 'could not be resolved' \
        -e 'in offline mode' \
        -e 'cached in the local repository' \
        "$log"
then
    {
        echo "Maven could not get an artifact. It needs network access to Maven Central, or a mirror"
        echo "in settings.xml, or a filled local repository with MVN_FLAGS=-o."
    } >&2
fi
exit "$status"
