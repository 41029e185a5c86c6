package org.quittance.core.consensus;

import java.util.List;
import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.dataflow.qual.SideEffectFree;
import org.quittance.core.base.Spec;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Statement;

/**
 * The guards of the spec's actions, with their conjuncts in the spec's order.
 *
 * <p>The first conjunct of each, that the validator is up, needs no words: a validator that is down
 * has no state. What comes after the line "stricter than the spec" is not in the spec; it only
 * leaves out steps that the spec allows.
 */
final class Guards {

    private Guards() {}

    @Spec("Simplex!CanHoldCertificate")
    @Pure
    static boolean canHoldCertificate(State s, Certificate c) {
        return !s.certificates().holds(c.statement())
                && isQuorum(s.validators(), c)
                // Stricter than the spec: memory is bounded.
                && s.certificates().hasRoomAt(c.view());
    }

    @Spec("Simplex!CanEnterView")
    @SideEffectFree
    static boolean canEnterView(State s, View v) {
        return !v.isGenesis()
                && s.view().compareTo(v) < 0
                && !s.certificates().at(v.previous()).isEmpty();
    }

    @Spec("Simplex!CanPropose")
    @SideEffectFree
    static boolean canPropose(State s, Body body) {
        Block b = body.block();
        return b.view().equals(s.view())
                && s.self().equals(s.round().leader())
                && isValid(s, body)
                && !s.own().hasSigned(b.view(), Kind.PROPOSE)
                && !s.own().hasSigned(b.view(), Kind.NULLIFY)
                && extendsNotarized(s, b)
                && s.certificates().highestNotarizedBelow(b.view()).compareTo(b.parentView()) <= 0;
    }

    @Spec("Simplex!CanNotarize")
    @SideEffectFree
    static boolean canNotarize(State s, Block b) {
        return b.view().equals(s.view())
                && s.proposals().isFirst(b)
                && s.proposals().isValid(b)
                && !s.own().hasSigned(b.view(), Kind.NOTARIZE)
                && !s.own().hasSigned(b.view(), Kind.NULLIFY)
                && !s.own().hasSigned(b.view(), Kind.FINALIZE)
                && extendsNotarized(s, b)
                && !isBelowFinalized(s, b.parentView());
    }

    @Spec("Simplex!CanNullify")
    @Pure
    static boolean canNullify(State s, View v) {
        return v.equals(s.view())
                && !s.own().hasSigned(v, Kind.NULLIFY)
                && !s.own().hasSigned(v, Kind.FINALIZE);
    }

    @Spec("Simplex!CanFinalize")
    @SideEffectFree
    static boolean canFinalize(State s, Block b) {
        return !b.view().isGenesis()
                && s.certificates().holds(Statement.notarize(b))
                && !s.own().hasSigned(b.view(), Kind.NULLIFY)
                && !s.own().hasSigned(b.view(), Kind.FINALIZE)
                && s.own().notarizedNothingBut(b)
                // Stricter than the spec: no vote for the block of a leader that made two, and none
                // where the outcome is known. Own votes at or below the tip aren't read back after
                // a restart, so there this validator could contradict itself.
                && !s.proposals().hasTwo(b.view())
                && s.certificates().finalizedView().compareTo(b.view()) < 0;
    }

    @Spec("Simplex!CanPersist")
    @Pure
    static boolean canPersist(State s) {
        // The spec may write at any time; here the driver says when it is done.
        return s.own().hasWritten();
    }

    @Spec("Simplex!CanCommit")
    @SideEffectFree
    static boolean canCommit(State s, List<Block> path) {
        return !path.isEmpty()
                && s.committed().isParentOf(path.get(0))
                && isChain(path)
                && s.certificates().holds(Statement.finalization(path.get(path.size() - 1)));
    }

    /** The spec's {@code ExtendsNotarized}: the parent rule. */
    @Spec("Simplex!ExtendsNotarized")
    @SideEffectFree
    static boolean extendsNotarized(State s, Block b) {
        return s.certificates().holdsNotarizationOfParentOf(b)
                && s.certificates().firstNotNullified(b.parentView(), b.view()).equals(b.view());
    }

    @Spec("Simplex!IsBelowFinalized")
    @Pure
    static boolean isBelowFinalized(State s, View v) {
        return v.compareTo(s.certificates().finalizedView()) < 0;
    }

    /** Does the certificate have a quorum of distinct signers? */
    @Spec("Quorums!IsQuorum")
    @Pure
    private static boolean isQuorum(ValidatorSet validators, Certificate c) {
        long weight = 0;
        int before = -1;
        for (Endorsement endorsement : c.endorsements()) {
            if (endorsement.signer().index() <= before) {
                return false;
            }
            before = endorsement.signer().index();
            weight += validators.weightOf(endorsement.signer());
        }
        return weight >= validators.quorumWeight();
    }

    @Pure
    private static boolean isChain(List<Block> path) {
        for (int k = 1; k < path.size(); k++) {
            if (!path.get(k - 1).isParentOf(path.get(k))) {
                return false;
            }
        }
        return true;
    }

    @SideEffectFree
    private static boolean isValid(State s, Body body) {
        return s.config().application().isValid(body.payload());
    }
}
