package org.quittance.node.driver;

import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.consensus.Config;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.crypto.Signer;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.replica.Replica;
import org.quittance.core.replica.ReplicaConfig;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.crypto.FastEd25519;
import org.quittance.node.crypto.KnownSignatures;
import org.quittance.node.disk.Disk;
import org.quittance.node.disk.Store;
import org.quittance.node.disk.SystemDisk;
import org.quittance.node.net.PeerNetwork;
import org.quittance.node.setup.Addresses;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.KeyFile;
import org.quittance.node.setup.NodeConfig;
import org.quittance.node.setup.TlsIdentity;
import org.quittance.node.sync.StateSync;
import org.quittance.node.trace.SettlementTracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One validator: puts together what it is made of, begins it and ends it. */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final NodeConfig config;
    private final GenesisFile genesis;
    private final ValidatorSet validators;
    private final ValidatorId self;
    private final Counters counters = new Counters();
    private final Beginning disk;
    private final Upkeep upkeep;
    private final CommandPool pool = new CommandPool();
    private final Results results;
    private final KnownSignatures signatures = new KnownSignatures(FastEd25519.best());
    private final Verifier verifier;
    private final PayloadRules rules;
    private final PeerNetwork network;
    private final CoreThread core;
    private final Outgoing outgoing;
    private final Replica.Begun begun;
    private final StateSync sync;
    private volatile boolean takingOver;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * Opens what a validator has on its disk. Nothing is sent yet, and nobody is listened to.
     *
     * @param first whether this is its first start ever
     * @param failed is told when the node can't go on
     * @throws Refusal if anything is not as it must be
     */
    public Node(NodeConfig config, boolean first, BiConsumer<ExitCode, String> failed)
            throws Refusal {
        this(config, first, new SystemDisk(), failed);
    }

    /** With another disk below its log, for tests. */
    Node(NodeConfig config, boolean first, Disk files, BiConsumer<ExitCode, String> failed)
            throws Refusal {
        this.config = config;
        this.genesis = GenesisFile.read(config.genesis());
        this.validators = genesis.validatorSet();
        Signer signer = KeyFile.read(config.key());
        this.self = member(config, validators, signer.publicKey());
        TlsIdentity identity = TlsIdentity.read(config.tlsCertificate(), config.tlsKey());
        checkTls(config, identity, genesis.validators().get(self.index()).tls());
        this.verifier = new Verifier(validators, signatures);
        this.rules = new PayloadRules(
                verifier, new SealVerifier(validators.chainId(), signatures));
        KnownPayloads payloads = new KnownPayloads(rules);
        ReplicaConfig replica = new ReplicaConfig(
                new Config(validators, self, signer, payloads, config.timing()),
                verifier, genesis.maxLag());
        boolean tookOver = Syncing.finish(config, genesis, replica, files);
        this.disk = Beginning.open(config, first, validators, self, files);
        this.results = new Results(disk.store(), pool);
        pool.admit(new Admission(genesis.settlement(),
                () -> results.proven().map(Results.Proven::trie))::isWelcome);
        Optional<SettlementTracer> settlement = Beginning.settlement(config, genesis, self);
        NodeExecution execution = disk.execution(genesis, settlement, results);
        this.upkeep = new Upkeep(disk.log(), disk.store(), results,
                new Upkeep.Limits(config.snapshotBlocks(), config.snapshotMegabytes() << 20,
                        config.keepBlocks()),
                execution.executed().number());
        this.begun = disk.replica(replica, execution);
        Incoming incoming = new Incoming(
                validators, verifier, rules, payloads, pool, counters);
        this.network = new PeerNetwork(
                genesis.validators().stream().map(GenesisFile.Member::tls).toList(),
                identity, incoming, counters);
        this.outgoing = new Outgoing(validators, network, pool, results, failed);
        this.core = new CoreThread(disk.log(), disk.store(), upkeep,
                disk.tracer(config, genesis, self, settlement), pool,
                new Proposing(disk.store(), pool, execution,
                        replica.ordering().genesis().digest(), new Proposing.Pace(
                                config.batchMillis(), config.emptyBlockMillis())),
                outgoing, System::nanoTime, counters);
        this.sync = Syncing.of(config, replica, tookOver, disk.store(), network, this.outgoing,
                counters, () -> takingOver = true, failed);
        incoming.attach(core, sync);
    }

    private static ValidatorId member(
            NodeConfig config, ValidatorSet validators, PublicKey key) throws Refusal {
        for (ValidatorId id : validators.ids()) {
            if (validators.keyOf(id).equals(key)) {
                return id;
            }
        }
        throw new Refusal(ExitCode.BAD_INPUT, "the key in " + config.key()
                + " is no validator's of genesis " + config.genesis());
    }

    private static void checkTls(NodeConfig config, TlsIdentity identity, String pinned)
            throws Refusal {
        try {
            String shown = TlsIdentity.fingerprint(identity.certificate());
            if (!shown.equals(pinned)) {
                throw new Refusal(ExitCode.BAD_INPUT, "the certificate in "
                        + config.tlsCertificate() + " has fingerprint " + shown + ", but"
                        + " genesis has " + pinned + " for this validator");
            }
            identity.certificate().checkValidity();
        } catch (CertificateException e) {
            throw new Refusal(ExitCode.BAD_INPUT, "the certificate in " + config.tlsCertificate()
                    + " is of no use today: " + Refusal.reason(e));
        }
    }

    private void gauges() {
        counters.gauge("quittance.core.waiting", "messages that wait for the core",
                core::waiting);
        counters.gauge("quittance.commands.waiting", "commands that wait for a block",
                pool::size);
        counters.gauge("quittance.commands.useless",
                "commands refused since nothing could come of them", pool::useless);
        counters.gauge("quittance.commands.executed", "commands executed by this process",
                results::commands);
        counters.gauge("quittance.peer.connected", "validators that this one is connected to",
                network::connected);
        counters.gauge("quittance.peer.queued", "frames that wait to be sent", network::queued);
        counters.gauge("quittance.peer.dropped", "frames pushed out of queues",
                network::dropped);
        counters.gauge("quittance.signatures.checked", "signatures checked",
                signatures::checked);
        counters.gauge("quittance.signatures.remembered", "signatures that were known",
                signatures::remembered);
        counters.gauge("quittance.view", "current view", () -> outgoing.status().view());
        counters.gauge("quittance.height.committed", "height of the last final block",
                () -> outgoing.status().committed());
        counters.gauge("quittance.height.executed", "height of the last executed block",
                () -> outgoing.status().executed());
        counters.gauge("quittance.height.quitted", "height of the newest quittance",
                () -> outgoing.status().quitted());
        counters.gauge("quittance.log.bytes", "length of the vote log", upkeep::logBytes);
        counters.gauge("quittance.height.snapshot", "height of the latest snapshot, or 0",
                upkeep::snapshot);
        counters.gauge("quittance.kept", "entries that grow with what others send",
                () -> outgoing.status().kept());
    }

    /** Listens, calls the others, and lets the replica go. */
    public void start() throws Refusal {
        gauges();
        network.listen(config.peerListen());
        for (ValidatorId id : validators.ids()) {
            if (!id.equals(self)) {
                InetSocketAddress address = address(id);
                network.call(id.index(), address);
            }
        }
        thread = Thread.ofPlatform().name("core").start(() -> {
            try {
                core.run(begun);
            } finally {
                ended.countDown();
            }
        });
        sync.start();
        LOG.info("validator {} of chain {} runs: {} records in its log, height {}", self,
                validators.chainId(), disk.records(),
                begun.replica().execution().executed().number());
    }

    private InetSocketAddress address(ValidatorId id) throws Refusal {
        try {
            return Addresses.parse("the address of validator " + id,
                    genesis.validators().get(id.index()).address());
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT,
                    "genesis " + config.genesis() + ": " + Refusal.reason(e));
        }
    }

    public ValidatorSet validators() {
        return validators;
    }

    public ValidatorId self() {
        return self;
    }

    public NodeConfig config() {
        return config;
    }

    public Store store() {
        return disk.store();
    }

    public CommandPool pool() {
        return pool;
    }

    public Results results() {
        return results;
    }

    public Counters counters() {
        return counters;
    }

    public Status status() {
        return outgoing.status();
    }

    /** To how many others it is connected. */
    public int connected() {
        return network.connected();
    }

    /** Is the newest height executed, and is a quorum of the weight there to go on? */
    public boolean isReady() {
        SortedSet<ValidatorId> present = network.connectedTo();
        present.add(self);
        return outgoing.isReady(present);
    }

    /** Does it end since the next life takes over the state of another validator? */
    public boolean isTakingOver() {
        return takingOver;
    }

    /** May this command be in a block? */
    public boolean isValid(SealedCommand command) {
        return rules.isValid(command);
    }

    /** Takes a command that may be in a block, and shows it to the others. */
    public CommandPool.Added submit(SealedCommand command) {
        CommandPool.Added added = pool.add(command, System.nanoTime());
        if (added == CommandPool.Added.NEW) {
            outgoing.share(command);
            core.poke();
        }
        return added;
    }

    @Override
    public void close() {
        sync.close();
        core.stop();
        try {
            if (thread != null) {
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        network.close();
        disk.close();
    }
}
