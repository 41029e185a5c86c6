package org.quittance.sim.check;

import java.util.HashMap;
import java.util.Map;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Statement;

/** No two blocks of one view are notarized by what was sent. */
public final class NoConflictingNotarization implements Checker {

    private final Messages messages;
    private final Map<View, Block> notarized = new HashMap<>();

    public NoConflictingNotarization(Members members) {
        this.messages = new Messages(members);
    }

    @Override
    public void sent(int signer, Statement statement) {
        if (statement.kind() != Kind.NOTARIZE || !messages.add(signer, statement)
                || !messages.isCertified(statement)) {
            return;
        }
        Block other = notarized.putIfAbsent(statement.view(), statement.block());
        if (other != null && !other.equals(statement.block())) {
            throw new Violation(Property.NO_CONFLICTING_NOTARIZATION,
                    "both " + other + " and " + statement.block() + " are notarized");
        }
    }
}
