#!/bin/sh
# Runs java of the JDK that find-jdk.sh finds.
set -eu

JAVA_HOME=$("$(dirname "$0")/find-jdk.sh")
exec "$JAVA_HOME/bin/java" "$@"
