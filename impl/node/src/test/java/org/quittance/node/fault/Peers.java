package org.quittance.node.fault;

import java.util.concurrent.atomic.AtomicLong;
import org.quittance.node.Refusal;
import org.quittance.node.net.PeerCounts;
import org.quittance.node.net.PeerNetwork;
import org.quittance.node.setup.Addresses;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.NodeConfig;
import org.quittance.node.setup.TlsIdentity;

/** The network of the node, for programs that are none. */
final class Peers {

    private Peers() {}

    /** Counts bytes that went out. */
    static final class Written implements PeerCounts {

        private final AtomicLong bytes = new AtomicLong();

        long bytes() {
            return bytes.get();
        }

        @Override
        public void refused() {}

        @Override
        public void lost() {}

        @Override
        public void read(int count) {}

        @Override
        public void written(int count) {
            bytes.addAndGet(count);
        }

        @Override
        public void malformed() {}
    }

    /** With the certificate of a configuration. */
    static PeerNetwork of(NodeConfig config, GenesisFile genesis, PeerNetwork.Inbound inbound)
            throws Refusal {
        return of(config, genesis, inbound, new Written());
    }

    static PeerNetwork of(NodeConfig config, GenesisFile genesis, PeerNetwork.Inbound inbound,
            Written written) throws Refusal {
        return new PeerNetwork(
                genesis.validators().stream().map(GenesisFile.Member::tls).toList(),
                TlsIdentity.read(config.tlsCertificate(), config.tlsKey()), inbound, written);
    }

    static void callAll(PeerNetwork network, GenesisFile genesis, int self) throws Refusal {
        for (int v = 0; v < genesis.validators().size(); v++) {
            if (v != self) {
                network.call(v, Addresses.parse("address",
                        genesis.validators().get(v).address()));
            }
        }
    }
}
