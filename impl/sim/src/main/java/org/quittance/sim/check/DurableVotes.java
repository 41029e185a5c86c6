package org.quittance.sim.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.core.message.Statement;

/** No message of a correct replica is out that its synced log does not have. */
public final class DurableVotes implements Checker {

    private final Members members;
    private final Messages durable;
    private final Messages sent;
    private final Map<Integer, List<Statement>> sentBy = new HashMap<>();

    public DurableVotes(Members members) {
        this.members = members;
        this.durable = new Messages(members);
        this.sent = new Messages(members);
    }

    @Override
    public void synced(int node, Statement statement) {
        durable.add(node, statement);
    }

    @Override
    public void sent(int signer, Statement statement) {
        if (!members.isCorrect(signer) || !sent.add(signer, statement)) {
            return;
        }
        sentBy.computeIfAbsent(signer, key -> new ArrayList<>()).add(statement);
        if (!durable.contains(signer, statement)) {
            throw violation(signer, statement);
        }
    }

    @Override
    public void readBack(int node, Set<Statement> own) {
        for (Statement statement : sentBy.getOrDefault(node, List.of())) {
            if (!own.contains(statement)) {
                throw violation(node, statement);
            }
        }
    }

    private static Violation violation(int signer, Statement statement) {
        return new Violation(Property.DURABLE_VOTES, "a message of node " + signer
                + " is out that its disk does not have: " + statement.kind().word()
                + " in view " + statement.view().number());
    }
}
