package org.quittance.sim.check;

import java.util.HashMap;
import java.util.Map;
import org.quittance.core.base.View;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Statement;

/** No view is nullified in which a block is finalized, by what was sent. */
public final class FinalizedNotNullified implements Checker {

    private final Messages messages;
    private final Map<View, Statement> outcomes = new HashMap<>();

    public FinalizedNotNullified(Members members) {
        this.messages = new Messages(members);
    }

    @Override
    public void sent(int signer, Statement statement) {
        boolean counts = statement.kind() == Kind.NULLIFY || statement.kind() == Kind.FINALIZE;
        if (!counts || !messages.add(signer, statement) || !messages.isCertified(statement)) {
            return;
        }
        Statement other = outcomes.putIfAbsent(statement.view(), statement);
        if (other != null && other.kind() != statement.kind()) {
            throw new Violation(Property.FINALIZED_NOT_NULLIFIED, "view "
                    + statement.view().number() + " is nullified, and in it is finalized "
                    + (other.kind() == Kind.FINALIZE ? other : statement).block());
        }
    }
}
