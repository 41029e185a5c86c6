package org.quittance.sim.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Statement;

/**
 * Nobody correct is ever convicted: neither by what a replica reports, nor by any two of all the
 * messages that a correct replica ever sent. Here the four pairs are written out once more, so that
 * an error in the core's own search does not hide itself.
 */
public final class NoHonestEvidence implements Checker {

    private record Key(int signer, View view) {}

    private final Members members;
    private final Map<Key, List<Statement>> signed = new HashMap<>();

    public NoHonestEvidence(Members members) {
        this.members = members;
    }

    @Override
    public void sent(int signer, Statement statement) {
        if (!members.isCorrect(signer)) {
            return;
        }
        List<Statement> before =
                signed.computeIfAbsent(new Key(signer, statement.view()), key -> new ArrayList<>());
        for (Statement other : before) {
            if (convicts(other, statement) || convicts(statement, other)) {
                throw new Violation(Property.NO_HONEST_EVIDENCE, "correct node " + signer
                        + " signed " + words(other) + " and " + words(statement));
            }
        }
        if (!before.contains(statement)) {
            before.add(statement);
        }
    }

    @Override
    public void accused(Evidence evidence) {
        int culprit = evidence.culprit().index();
        if (members.isCorrect(culprit)) {
            throw new Violation(Property.NO_HONEST_EVIDENCE, "correct node " + culprit
                    + " is accused of " + words(evidence.first().statement()) + " and "
                    + words(evidence.second().statement()));
        }
    }

    /** The spec's IsEvidence, for two messages of one signer in one view. */
    private static boolean convicts(Statement m, Statement n) {
        boolean differ = !m.block().equals(n.block());
        return switch (m.kind()) {
            case NOTARIZE -> differ && (n.kind() == Kind.NOTARIZE || n.kind() == Kind.FINALIZE);
            case FINALIZE -> differ && n.kind() == Kind.FINALIZE;
            case NULLIFY -> n.kind() == Kind.FINALIZE;
            case PROPOSE -> false;
        };
    }

    private static String words(Statement statement) {
        return statement.kind().word() + (statement.block().equals(Block.NONE)
                ? " of view " + statement.view().number() : " of " + statement.block());
    }
}
