package org.quittance.sim.check.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Block;
import org.quittance.core.message.Payload;
import org.quittance.sim.check.Members;
import org.quittance.sim.check.Property;
import org.quittance.sim.check.Violation;

/** Negative controls: what each checker must not let pass, beside what it must. */
class CheckersTest {

    private static final Digest A = Digest.sha256("a");
    private static final Digest B = Digest.sha256("b");
    private static final Block GENESIS = Block.genesis("sim", 0);
    private static final Block FIRST = block(GENESIS, 1);
    private static final Block SECOND = block(FIRST, 2);
    private static final Members FOUR =
            new Members(List.of(1L, 1L, 1L, 1L), new TreeSet<>(Set.of(3)));
    private static final Members WRONG =
            new Members(List.of(1L, 1L, 1L, 1L), new TreeSet<>(Set.of(2, 3)));

    private static Block block(Block parent, int view) {
        byte[] bytes = {(byte) view};
        return Block.on(parent, new View(view), new Payload(Bytes.copyOf(bytes)));
    }

    private static Attestation attestation(int signer, long height, Digest root) {
        Signature signature = new SimulationScheme(1).signer(signer).sign(new byte[0]);
        assertThat(signature.scheme()).isEqualTo(SchemeId.SIMULATION);
        return new Attestation(new ValidatorId(signer), new Height(height), root, signature);
    }

    private static void attest(Checker checker, long height, Digest root, int... signers) {
        for (int signer : signers) {
            checker.synced(signer, attestation(signer, height, root));
            checker.attested(attestation(signer, height, root));
        }
    }

    private static void violates(Property property, String message, Runnable step) {
        assertThatThrownBy(step::run).hasMessageContaining(message).isInstanceOfSatisfying(
                Violation.class, it -> assertThat(it.property()).isEqualTo(property));
    }

    @Nested
    @DisplayName("QuittanceAgreement")
    class QuittanceAgreementTest {

        private final QuittanceAgreement checker = new QuittanceAgreement(FOUR);

        @Test
        void acceptsQuorum() {
            attest(checker, 1, A, 0, 1, 2);
            checker.holds(0, 1, A);
            checker.holds(1, 1, A);
        }

        @Test
        void rejectsTooFew() {
            attest(checker, 1, A, 0, 1);
            violates(Property.QUITTANCE_AGREEMENT, "no quorum", () -> checker.holds(0, 1, A));
        }

        @Test
        void rejectsTwoRoots() {
            attest(checker, 1, A, 0, 1, 3);
            attest(checker, 1, B, 1, 2, 3);
            checker.holds(0, 1, A);
            violates(Property.QUITTANCE_AGREEMENT, "quittances of", () -> checker.holds(1, 1, B));
        }
    }

    @Nested
    @DisplayName("QuittanceMatchesExecution")
    class QuittanceMatchesExecutionTest {

        private final QuittanceMatchesExecution checker =
                new QuittanceMatchesExecution(WRONG, block -> block.equals(FIRST) ? A : B);

        @Test
        void acceptsTheRightRootAndWrongOnesOfWrongReplicas() {
            checker.ordered(1, FIRST);
            checker.executed(0, 1, FIRST, A);
            checker.executed(2, 1, FIRST, B);
            checker.holds(0, 1, A);
        }

        @Test
        void rejectsWrongRootOfCorrectReplica() {
            checker.ordered(1, FIRST);
            violates(Property.QUITTANCE_MATCHES_EXECUTION, "comes to root",
                    () -> checker.executed(0, 1, FIRST, B));
        }

        @Test
        void rejectsWrongQuittance() {
            checker.ordered(1, FIRST);
            violates(Property.QUITTANCE_MATCHES_EXECUTION, "a quittance for height 1",
                    () -> checker.holds(0, 1, B));
        }
    }

    @Nested
    @DisplayName("ExactlyOnce")
    class ExactlyOnceTest {

        private final ExactlyOnce checker = new ExactlyOnce();

        ExactlyOnceTest() {
            checker.ordered(1, FIRST);
            checker.ordered(2, SECOND);
            checker.executed(0, 1, FIRST, A);
        }

        @Test
        void acceptsInOrderAndAgainAfterRestart() {
            checker.executed(0, 2, SECOND, A);
            checker.restarted(0, 1);
            checker.executed(0, 2, SECOND, A);
        }

        @Test
        void rejectsTwice() {
            violates(Property.EXACTLY_ONCE, "executes height 1 after height 1",
                    () -> checker.executed(0, 1, FIRST, A));
        }

        @Test
        void rejectsGap() {
            violates(Property.EXACTLY_ONCE, "after height 0",
                    () -> checker.executed(1, 2, SECOND, A));
        }

        @Test
        void rejectsAnotherBlock() {
            violates(Property.EXACTLY_ONCE, "is final", () -> checker.executed(0, 2, FIRST, A));
        }

        @Test
        void rejectsStateThatNeverWas() {
            violates(Property.EXACTLY_ONCE, "is back at height 2", () -> checker.restarted(0, 2));
        }
    }

    @Nested
    @DisplayName("BoundedLag")
    class BoundedLagTest {

        private final BoundedLag checker = new BoundedLag(FOUR, 1);

        @Test
        void acceptsUpToTheLimitAndMoreAfterQuittance() {
            checker.ordered(1, FIRST);
            checker.ordered(2, SECOND);
            attest(checker, 1, A, 0, 1, 2);
            checker.ordered(3, SECOND);
        }

        @Test
        void rejectsBeyondTheLimit() {
            checker.ordered(1, FIRST);
            checker.ordered(2, SECOND);
            attest(checker, 1, A, 0, 1);
            violates(Property.BOUNDED_LAG, "height 3 is final", () -> checker.ordered(3, SECOND));
        }
    }

    @Nested
    @DisplayName("NoHonestAttestationEvidence")
    class NoHonestAttestationEvidenceTest {

        private final NoHonestAttestationEvidence checker =
                new NoHonestAttestationEvidence(FOUR, WRONG);

        private AttestationEvidence twoRoots(int signer) {
            return AttestationEvidence.of(attestation(signer, 1, A), attestation(signer, 1, B))
                    .orElseThrow();
        }

        @Test
        void acceptsOneRootAndAnythingOfByzantineOnes() {
            attest(checker, 1, A, 0, 0, 1, 3);
            attest(checker, 1, B, 3);
            checker.accused(twoRoots(3));
        }

        @Test
        void rejectsTwoRootsOfOneWhoseExecutionIsWrong() {
            attest(checker, 1, A, 2);
            violates(Property.NO_HONEST_ATTESTATION_EVIDENCE, "attests",
                    () -> attest(checker, 1, B, 2));
        }

        @Test
        void rejectsWhatIsNotOnTheDisk() {
            violates(Property.NO_HONEST_ATTESTATION_EVIDENCE, "its disk lacks",
                    () -> checker.attested(attestation(0, 1, A)));
        }

        @Test
        void rejectsAccusationOfCorrectReplica() {
            violates(Property.NO_HONEST_ATTESTATION_EVIDENCE, "is accused",
                    () -> checker.accused(twoRoots(0)));
        }

        @Test
        void rejectsAccusationOfTwoRootsByWrongReplica() {
            violates(Property.NO_HONEST_ATTESTATION_EVIDENCE, "is accused",
                    () -> checker.accused(twoRoots(2)));
        }
    }
}
