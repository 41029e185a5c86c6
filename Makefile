# The front door. `make help` lists the targets; what they write goes to target/.

TIER      ?= everyday
MODEL     ?=
SEED      ?=
SCENARIO  ?=
RUNS      ?= 100
FILE      ?=
BENCH     ?=
BLOCKS    ?= 164000
HEIGHTS   ?= 12000
BENCH_TIME ?= 2s
MUTATED   ?=
PEERS     ?=
PEERS_FLAGS ?=
BFTSMART_HOME ?=
CLUSTER_FLAGS ?=
TRADES    ?= 20
KILLS     ?= 1
MINUTES   ?= 5
SECONDS   ?= 60
MUTANTS   ?= everyday
DUMP      ?=
MVN       ?= mvn
MVN_FLAGS ?=
JAVA_OPTS ?= -XX:+UseParallelGC

export MVN

JAVA  := .build/java.sh
MAVEN := .build/mvn.sh --no-transfer-progress $(MVN_FLAGS)
# Not --quiet: it hides the warnings that break the build.
WARNINGS := -Dorg.slf4j.simpleLogger.defaultLogLevel=warn

CLI_CLASSPATH := trace-validation/target/classes:trace-validation/target/lib/*
# Classes of the command line as they lie in memory, which makes short runs start sooner.
# They must come from jars; a JVM for which they do not fit goes without.
CLI_JARS := impl/tool/target/quittance-tool-0.1.0-SNAPSHOT.jar:impl/tool/target/lib/*
CLI_ARCHIVE := target/cli.jsa
SIM_CLASSPATH := impl/sim/target/classes:impl/sim/target/lib/*
PROOFS_CLASSPATH := proofs-notes/runner/target/classes:proofs-notes/runner/target/lib/*
BENCH_CLASSPATH := impl/bench/target/classes:impl/bench/target/lib/*
NODE_CLASSPATH := impl/node/target/classes:impl/node/target/lib/*

CLI := $(JAVA) -Xlog:disable -XX:SharedArchiveFile=$(CLI_ARCHIVE) $(JAVA_OPTS) -cp '$(CLI_JARS)' \
       org.quittance.tool.Main
SIM := $(JAVA) $(JAVA_OPTS) -cp '$(SIM_CLASSPATH)' org.quittance.sim.Main

SAMPLES := trace-validation/src/test/resources/traces

MODULES := impl/core impl/sim impl/bench impl/node impl/tool trace-validation trace-validation/example proofs-notes/runner
BUILT   := target/built
SOURCES := pom.xml $(wildcard .build/*) \
           $(foreach m,$(MODULES),$(m)/pom.xml $(shell find $(m)/src -type f -o -type d))

.DEFAULT_GOAL := help
.PHONY: help build demo test specs symbolic proofs mutants sim steer traces samples transitions coverage \
        faults mutation sensitivity long explore page report nightly bench bench-signatures bench-cluster \
        peers cluster cluster-faults fuzz dist clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile
	@echo "Flags for Maven: MVN_FLAGS=-o. For java: JAVA_OPTS=-Xmx4g. Another Maven: MVN=/path/to/mvn."

build: $(BUILT) ## compile and package everything; only if something changed
	@:

$(BUILT): $(SOURCES)
	@echo "Building; the first time Maven fetches what it needs."
	@$(MAVEN) $(WARNINGS) -DskipTests -Dassembly.skipAssembly package
	@mkdir -p $(@D)
	@$(JAVA) -Xlog:disable -XX:ArchiveClassesAtExit=$(CLI_ARCHIVE) $(JAVA_OPTS) -cp '$(CLI_JARS)' \
		org.quittance.tool.Main trace validate $(SAMPLES)/accepted/calm.ndjson >$@.log
	@touch $@

demo: $(BUILT) ## the main job: check models, simulate, validate the trace, PASS or FAIL
	@$(CLI) demo --sim-classpath '$(SIM_CLASSPATH)'

test: ## what CI runs: all Java tests, sample traces, everyday models, mutants
	@$(MAVEN) -Dassembly.skipAssembly verify
	@mkdir -p $(dir $(BUILT)) && touch $(BUILT)
	@$(CLI) models run --tier everyday
	@$(CLI) models mutants
	@$(MAKE) --no-print-directory proofs MUTANTS=none
	@$(CLI) page

specs: $(BUILT) ## check the models with TLC: TIER=everyday|nightly, MODEL=name for one
	@$(CLI) models run --tier '$(TIER)' $(if $(MODEL),--model '$(MODEL)')

# The forks that it finds are replayed on the program, whose validators must convict who signed them.
symbolic: $(BUILT) ## check the symbolic models with Apalache, TIER=nightly for all; without it "not run"
	@status=0; $(CLI) models symbolic --tier '$(TIER)' && \
		$(JAVA) -cp 'impl/core/target/test-classes:impl/core/target/classes:$(CLI_CLASSPATH)' \
			org.quittance.core.fork.Forks target/models/apalache/ApaFork*/*/*/violation.itf.json \
		|| status=$$?; echo $$status >target/symbolic.status; \
	if [ $$status -eq 3 ]; then echo "symbolic: NOT RUN (status 3), so nothing is known" >&2; fi; \
	exit $$status

proofs: $(BUILT) ## prove safety for any number of validators: MUTANTS=none|everyday|all, DUMP=folder
	@$(JAVA) -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
		-cp '$(PROOFS_CLASSPATH)' org.quittance.proofs.Main --folder proofs-notes/smt \
		--mutants '$(MUTANTS)' $(if $(DUMP),--dump '$(DUMP)') --results target/proofs/results.json

mutants: $(BUILT) ## break the specs on purpose; each break must be found
	@$(CLI) models mutants

sim: $(BUILT) ## simulate and check safety: RUNS=number, or SEED=n (SCENARIO=name) for one
	@$(SIM) run $(if $(SEED),--seed '$(SEED)',--runs '$(RUNS)') $(if $(SCENARIO),--scenario '$(SCENARIO)') --trace-dir target/sim

steer: $(BUILT) ## random runs, steered until everything has occurred: RUNS=number at most
	@$(SIM) steer --runs '$(RUNS)'

traces: $(BUILT) ## validate FILE=trace (several: FILE='a b'), else all sample traces
	@$(CLI) trace validate $(FILE)

long: $(BUILT) ## validate long traces in a heap of 64 MB: BLOCKS=number (10 million events), HEIGHTS
	@$(JAVA) -Xmx8g -XX:+UseParallelGC -cp '$(SIM_CLASSPATH)' org.quittance.sim.Main \
		run --seed 1 --scenario calm --blocks '$(BLOCKS)' --trace-dir target/long
	@$(JAVA) -Xmx64m -XX:+UseSerialGC -cp '$(CLI_CLASSPATH)' org.quittance.cli.Quittance \
		trace validate --out target/long/result target/long/calm-1.ndjson
	@.build/long-control.sh target/long/calm-1.ndjson \
		$(JAVA) -Xmx64m -XX:+UseSerialGC -cp '$(CLI_CLASSPATH)' org.quittance.cli.Quittance \
		trace validate --follow --out target/long/result -
	@$(JAVA) -cp 'trace-validation/target/test-classes' org.quittance.trace.LongSystem \
		target/long/system.ndjson '$(HEIGHTS)' 30
	@$(JAVA) -Xmx64m -XX:+UseSerialGC -cp '$(CLI_CLASSPATH)' org.quittance.cli.Quittance \
		trace validate --out target/long/result target/long/system.ndjson
	@.build/long-control.sh target/long/system.ndjson \
		$(JAVA) -Xmx64m -XX:+UseSerialGC -cp '$(CLI_CLASSPATH)' org.quittance.cli.Quittance \
		trace validate --follow --out target/long/result -

sensitivity: $(BUILT) ## break accepted traces in every place, FILE=trace, else all; each must show
	@$(CLI) trace mutants --json target/trace-mutants.json --table target/trace-mutants.md $(FILE)

explore: $(BUILT) ## model-check from states of recorded runs: FILE=trace, else the samples
	@$(CLI) trace explore $(FILE)

samples: $(BUILT) ## record the sample traces anew: accepted ones, broken siblings, faulty programs
	@$(SIM) samples --out '$(SAMPLES)/accepted'
	@$(JAVA) -cp 'trace-validation/target/test-classes:$(CLI_CLASSPATH)' \
		org.quittance.trace.perturb.Rejected '$(SAMPLES)'
	@$(JAVA) -cp 'impl/sim/target/test-classes:$(SIM_CLASSPATH)' \
		org.quittance.sim.fault.FaultyTraces target/faulty impl
	@$(JAVA) -cp 'trace-validation/target/test-classes:$(CLI_CLASSPATH)' \
		org.quittance.trace.faulty.Faulty target/faulty '$(SAMPLES)' specs

transitions: $(BUILT) ## walk through the specs' graphs anew, for the tests of the core made of them
	@$(CLI) transitions --out impl/core/src/test/resources/transitions

# Classes and tests are compiled as always; the agent comes with JaCoCo, from Maven Central.
coverage: ## how much of the core the tests made of the specs' transitions run through
	@$(MAVEN) $(WARNINGS) -pl impl/core -Ptransitions-coverage verify
	@echo "impl/core/target/transitions-coverage/index.html"

faults: ## which unit tests notice each registered fault of the program; takes minutes
	@$(MAVEN) $(WARNINGS) -pl impl/sim -am test -Dtest='UnitTestsOnFaults,TransitionsOnFaults' \
		-Dtests.are.due=false -Dsurefire.failIfNoSpecifiedTests=false

mutation: ## mutate compiled classes; tests must notice, or it is listed why not: MUTATED=package for one
	@$(MAVEN) $(WARNINGS) -pl impl/core -Pmutation -Dmutated='$(addsuffix .,$(MUTATED))*' test-compile \
		org.pitest:pitest-maven:mutationCoverage
	@$(JAVA) -cp impl/core/target/test-classes org.quittance.core.mutation.Survivors \
		impl/core/target/pit-reports/mutations.xml \
		impl/core/src/test/resources/mutation/survivors.tsv '$(or $(MUTATED),*)' \
		impl/core/target/classes

page: $(BUILT) ## write the table of proofs-notes/README.md from the last results; make test compares them
	@$(CLI) page --write

report: $(BUILT) ## write the report of what was checked to target/
	@$(CLI) report

nightly: $(BUILT) ## every check in full, with the larger models: RUNS=number of seeds
	@MAKE='$(MAKE)' .build/nightly.sh '$(RUNS)'

bench: $(BUILT) ## measure, next to exchange-core: BENCH=regex, BENCH_TIME=100ms for a quick look
	@$(JAVA) -cp '$(BENCH_CLASSPATH)' org.quittance.bench.Main '$(BENCH)' '$(BENCH_TIME)' target/bench.json

cluster: $(BUILT) ## four validators as processes, TRADES=number, KILLS=number; validated while they run
	@rm -rf target/cluster target/cluster-result && mkdir -p target/cluster-result
	@$(JAVA) -XX:+UseSerialGC -cp '$(CLI_JARS)' org.quittance.tool.Main cluster \
		--directory target/cluster --trades '$(TRADES)' --kills '$(KILLS)' & cluster=$$!; \
	while [ ! -d target/cluster/node-3 ] && kill -0 $$cluster 2>/dev/null; do sleep 0.2; done; \
	status=0; \
	$(JAVA) -Xmx128m -XX:+UseSerialGC -cp '$(CLI_JARS)' org.quittance.tool.Main \
		trace validate --follow --out target/cluster-result target/cluster || status=$$?; \
	wait $$cluster && exit $$status

dist: ## the archive for operators, made twice and compared, and tried
	@.build/dist.sh '$(MVN_FLAGS)'

# A failure prints its seed and keeps the logs, disks and traces of all nodes.
cluster-faults: ## clusters under kills, partitions, pauses, traitors, floods: MINUTES=number, SEED
	@$(MAVEN) $(WARNINGS) -pl impl/node -am test -Dtest='LongFaults,FloodsTest' \
		-Dfaults.minutes='$(MINUTES)' $(if $(SEED),-Dfaults.seed='$(SEED)') -Dflood.seconds='$(SECONDS)' \
		-Dtests.are.due=false -Dsurefire.failIfNoSpecifiedTests=false

fuzz: ## look for bytes that any decoder can't stand, with Jazzer: SECONDS=number for each
	@$(MAVEN) $(WARNINGS) -pl impl/node -am test -Dtest='LongFuzz' -Dfuzz.seconds='$(SECONDS)' \
		-Dtests.are.due=false -Dsurefire.failIfNoSpecifiedTests=false

bench-signatures: $(BUILT) ## how much time of a processor signatures take, in several libraries
	@$(JAVA) $(JAVA_OPTS) -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp '$(BENCH_CLASSPATH)' \
		org.quittance.bench.signature.SignatureBench 15 150

# BFTSMART_HOME is a checkout of github.com/bft-smart/library after `./gradlew installDist`.
bench-cluster: $(BUILT) ## measure four validators, beside others: BFTSMART_HOME=folder with a build
	@$(JAVA) -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp '$(BENCH_CLASSPATH)' \
		org.quittance.bench.cluster.ClusterBench --directory target/bench-cluster \
		--nodes '$(NODE_CLASSPATH)' --adapter impl/bench/src/bftsmart/java \
		$(if $(BFTSMART_HOME),--bftsmart '$(BFTSMART_HOME)') \
		--results target/bench-cluster.json $(CLUSTER_FLAGS)

# The recorded run has a little over 100,000 events.
peers: $(BUILT) ## compare with trace specs of other projects: PEERS=folder with checkouts of them
	@$(if $(PEERS),$(SIM) run --seed 1 --scenario calm --blocks 1650 --trace-dir target/peers,:)
	@$(JAVA) -cp '$(CLI_CLASSPATH)' org.quittance.peers.Main $(if $(PEERS),'$(PEERS)') \
		--trace target/peers/calm-1.ndjson $(PEERS_FLAGS)

clean: ## remove everything that was built
	rm -rf target $(addsuffix /target,$(MODULES))
