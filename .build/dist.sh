#!/bin/sh
# Makes the archive for operators, packs all of it a second time and compares, and tries what is in
# it: the program, from another folder; a cluster; the commands for Kubernetes. What this machine
# has no tool for is shown as NOT RUN. $1: flags for Maven.
set -eu

top=$(pwd)
work=$top/target/dist

make_archive() {
    # Unquoted on purpose: several flags.
    .build/mvn.sh --no-transfer-progress -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
        $1 -DskipTests -pl impl/tool -am package
    set -- impl/tool/target/quittance-*.tar.gz
    archive=$1
}

make_archive "${1:-}"
rm -rf "$work"
mkdir -p "$work"
mv "$archive" "$work/first.tar.gz"
rm -rf impl/core/target/*.jar impl/node/target/*.jar trace-validation/target/*.jar \
    impl/tool/target/*.jar impl/tool/target/completion
make_archive "${1:-}"
cmp "$work/first.tar.gz" "$archive"
echo "two builds, the same bytes: $(sha256sum "$archive")"

tar -xzf "$archive" -C "$work"
set -- "$work"/quittance-*/bin
PATH=$1:$PATH
JAVA_HOME=$(.build/find-jdk.sh)
export PATH JAVA_HOME
home=$(dirname "$1")
for file in README.md LICENSE conf/node.properties doc/openapi.yaml container/Dockerfile \
        kubernetes/kustomization.yaml specs/models.json; do
    test -s "$home/$file"
done
bash -n "$home/completion/quittance.bash"

cd "$work"
quittance --version
# Without a Java, and with one that is too old, one line says so.
mkdir -p old/bin
printf 'JAVA_VERSION="17.0.1"\n' >old/release
printf '#!/bin/sh\nexit 1\n' >old/bin/java
chmod +x old/bin/java
for unfit in "$work/old" "$work/none"; do
    status=0
    JAVA_HOME=$unfit quittance --version 2>unfit.log || status=$?
    test "$status" -eq 2
    grep -q 'install 21 or newer' unfit.log
done
quittance trace validate --out "$work/result" \
    "$top/trace-validation/src/test/resources/traces/accepted/calm.ndjson"
status=0
quittance trace validate --out "$work/result" \
    "$top/trace-validation/src/test/resources/traces/rejected/acts-after-crash.ndjson" >"$work/rejected.log" ||
    status=$?
test "$status" -eq 1
quittance cluster --directory "$work/cluster" --trades 3

# The commands of the document, as they stand there, and what they are for.
cp -R "$home/kubernetes" "$work/kubernetes"
cd "$work/kubernetes"
awk '/^```/ { n++; next } n == 1' README.md >"$work/files.sh"
sh -eu "$work/files.sh"
test "$(find files -name '*.key.json' | wc -l)" -eq 4
if command -v kubectl >/dev/null; then
    kubectl kustomize . >"$work/manifests.yaml"
    grep -q 'quittance-3.tls.key.pem: ' "$work/manifests.yaml"
    echo "kubectl kustomize: passed"
else
    echo "kubectl kustomize: NOT RUN, there is no kubectl"
fi

# A node, its health, and its end.
cd "$work"
node=$work/cluster/node-0
port=$(sed -n 's/^client.listen = .*://p' "$node/node.properties")
quittance node --config "$node/node.properties" 2>"$work/node.log" &
pid=$!
tries=0
until quittance-health "$port" /health 2>/dev/null; do
    tries=$((tries + 1))
    test "$tries" -lt 100
    sleep 0.2
done
# Alone it is healthy, but not ready.
if quittance-health "$port" /ready; then exit 1; fi
kill "$pid"
wait "$pid"
echo "a node of the archive: healthy, and stopped with status 0"

if docker info >/dev/null 2>&1; then
    cp "$top/$archive" "$home/container"
    docker build --build-arg VERSION="$(basename "$home" | cut -d- -f2-)" --tag quittance \
        "$home/container"
    docker run --rm quittance --version
else
    echo "docker build: NOT RUN, no docker answers"
fi
