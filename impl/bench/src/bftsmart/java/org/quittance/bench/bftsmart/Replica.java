package org.quittance.bench.bftsmart;

import bftsmart.tom.MessageContext;
import bftsmart.tom.ServiceReplica;
import bftsmart.tom.server.defaultservices.DefaultRecoverable;
import java.nio.ByteBuffer;

/**
 * One replica of BFT-SMaRt, which counts requests and does nothing else with them:
 * {@code Replica ID CONFIGURATION}.
 */
public final class Replica extends DefaultRecoverable {

    private long count;

    private Replica() {}

    /** Runs until it is killed. */
    public static void main(String[] args) {
        Replica replica = new Replica();
        new ServiceReplica(
                Integer.parseInt(args[0]), args[1], replica, replica, null, null, null);
    }

    @Override
    public byte[][] appExecuteBatch(
            byte[][] commands, MessageContext[] contexts, boolean fromConsensus) {
        byte[][] replies = new byte[commands.length][];
        for (int k = 0; k < commands.length; k++) {
            count++;
            replies[k] = getSnapshot();
        }
        return replies;
    }

    @Override
    public byte[] appExecuteUnordered(byte[] command, MessageContext context) {
        return getSnapshot();
    }

    @Override
    public byte[] getSnapshot() {
        return ByteBuffer.allocate(Long.BYTES).putLong(count).array();
    }

    @Override
    public void installSnapshot(byte[] state) {
        count = ByteBuffer.wrap(state).getLong();
    }
}
