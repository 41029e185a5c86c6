package org.quittance.core.consensus;

import java.util.List;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.LogRecord;

/** The guards and steps of the program by the names of the spec, or others in their place. */
interface SimplexProgram {

    SimplexProgram REAL = new SimplexProgram() { };

    /** Does the guard hold? */
    default boolean can(State s, Object arg, String action) {
        return switch (action) {
            case "HoldCertificate" -> Guards.canHoldCertificate(s, (Certificate) arg);
            case "EnterView" -> Guards.canEnterView(s, (View) arg);
            case "Propose" -> Guards.canPropose(s, (Body) arg);
            case "Notarize" -> Guards.canNotarize(s, (Block) arg);
            case "Nullify" -> Guards.canNullify(s, (View) arg);
            case "Finalize" -> Guards.canFinalize(s, (Block) arg);
            case "Persist" -> Guards.canPersist(s);
            case "Commit" -> Guards.canCommit(s, blocks(arg));
            default -> throw new IllegalArgumentException("no action " + action);
        };
    }

    /** The state after the step. */
    default State take(State s, Object arg, String action) {
        Outbox out = new Outbox();
        return switch (action) {
            case "HoldCertificate" -> Transitions.holdCertificate(s, (Certificate) arg, out);
            case "EnterView" -> Transitions.enterView(s, (View) arg, out);
            case "Propose" -> Transitions.propose(s, (Body) arg, out);
            case "Notarize" -> Transitions.notarize(s, (Block) arg, out);
            case "Nullify" -> Transitions.nullify(s, (View) arg, out);
            case "Finalize" -> Transitions.finalizeBlock(s, (Block) arg, out);
            case "Persist" -> Transitions.persist(s, out);
            case "Commit" -> Transitions.commit(s, blocks(arg), out);
            default -> throw new IllegalArgumentException("no action " + action);
        };
    }

    /** The state after a restart. */
    default State restart(Config config, List<LogRecord> log) throws InconsistentLogException {
        return Replay.restart(config, log, new Outbox());
    }

    private static List<Block> blocks(Object arg) {
        return ((List<?>) arg).stream().map(Block.class::cast).toList();
    }
}
