package org.quittance.sim.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;

/** Negative controls: what each checker must not let pass, beside what it must. */
class CheckersTest {

    private static final Block GENESIS = Block.genesis("sim", 0);
    private static final Block A = block(GENESIS, 1, 1);
    private static final Block OTHER = block(GENESIS, 1, 2);
    private static final Block B = block(A, 2, 3);
    private static final Members FOUR =
            new Members(List.of(1L, 1L, 1L, 1L), new TreeSet<>(Set.of(3)));

    private static Block block(Block parent, long view, int content) {
        byte[] bytes = {(byte) content};
        return Block.on(parent, new View(view), new Payload(Bytes.copyOf(bytes)));
    }

    private static void all(Checker checker, Statement statement, int... signers) {
        for (int signer : signers) {
            checker.sent(signer, statement);
        }
    }

    private static void violates(Property property, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Violation.class, violation ->
                assertThat(violation.property())
                        .isEqualTo(property));
    }

    @Nested
    @DisplayName("Agreement")
    class AgreementTest {

        private final Agreement checker = new Agreement(GENESIS);

        @Test
        void acceptsOneChainBehindAndAhead() {
            checker.committed(0, A);
            checker.committed(0, B);
            checker.committed(1, A);
            checker.standsAt(1, A);
        }

        @Test
        void acceptsThatRestartTakesBackCommits() {
            checker.committed(0, A);
            checker.committed(0, B);
            checker.standsAt(0, A);
            checker.committed(0, B);
        }

        @Test
        void rejectsFork() {
            checker.committed(0, A);
            violates(Property.AGREEMENT, () -> checker.committed(1, OTHER));
        }

        @Test
        void rejectsGap() {
            violates(Property.AGREEMENT, () -> checker.committed(0, B));
        }

        @Test
        void rejectsStateThatNobodyCommitted() {
            violates(Property.AGREEMENT, () -> checker.standsAt(0, A));
        }

        @Test
        void rejectsSecondChainAfterRestart() {
            checker.committed(0, A);
            checker.standsAt(0, GENESIS);
            violates(Property.AGREEMENT, () -> checker.committed(0, OTHER));
        }
    }

    @Nested
    @DisplayName("Validity")
    class ValidityTest {

        private final Validity checker =
                new Validity(FOUR, view -> (int) view, block -> !block.equals(OTHER));

        @Test
        void acceptsValidBlockOfLeader() {
            checker.sent(1, Statement.propose(A));
            checker.committed(0, A);
        }

        @Test
        void rejectsBlockThatNobodyProposed() {
            violates(Property.VALIDITY, () -> checker.committed(0, A));
        }

        @Test
        void rejectsBlockOfAnotherThanTheLeader() {
            checker.sent(2, Statement.propose(A));
            violates(Property.VALIDITY, () -> checker.committed(0, A));
        }

        @Test
        void rejectsInvalidPayload() {
            checker.sent(1, Statement.propose(OTHER));
            violates(Property.VALIDITY, () -> checker.committed(0, OTHER));
        }
    }

    @Nested
    @DisplayName("NoConflictingNotarization")
    class NoConflictingNotarizationTest {

        private final NoConflictingNotarization checker = new NoConflictingNotarization(FOUR);

        @Test
        void acceptsOneQuorumAndAMinority() {
            all(checker, Statement.notarize(A), 0, 1, 2, 2);
            all(checker, Statement.notarize(OTHER), 3, 3, 3, 2);
        }

        @Test
        void rejectsTwoQuorums() {
            all(checker, Statement.notarize(A), 0, 1, 3);
            all(checker, Statement.notarize(OTHER), 2, 3);
            violates(Property.NO_CONFLICTING_NOTARIZATION,
                    () -> checker.sent(1, Statement.notarize(OTHER)));
        }
    }

    @Nested
    @DisplayName("FinalizedNotNullified")
    class FinalizedNotNullifiedTest {

        private final FinalizedNotNullified checker = new FinalizedNotNullified(FOUR);

        @Test
        void acceptsNullificationAndFinalizationOfDifferentViews() {
            all(checker, Statement.finalization(A), 0, 1, 3);
            all(checker, Statement.nullify(new View(2)), 0, 1, 3);
        }

        @Test
        void rejectsBothInOneView() {
            all(checker, Statement.nullify(new View(1)), 0, 1, 3);
            all(checker, Statement.finalization(A), 2, 3);
            violates(Property.FINALIZED_NOT_NULLIFIED,
                    () -> checker.sent(1, Statement.finalization(A)));
        }
    }

    @Nested
    @DisplayName("NoHonestEvidence")
    class NoHonestEvidenceTest {

        private final NoHonestEvidence checker = new NoHonestEvidence(FOUR);

        @Test
        void acceptsWhatACorrectReplicaSigns() {
            all(checker, Statement.propose(A), 0, 0);
            all(checker, Statement.notarize(A), 0, 0);
            all(checker, Statement.finalization(A), 0, 0);
            all(checker, Statement.notarize(B), 0);
            all(checker, Statement.nullify(new View(2)), 0);
        }

        @Test
        void acceptsAnythingFromByzantineReplicas() {
            all(checker, Statement.notarize(A), 3);
            all(checker, Statement.notarize(OTHER), 3);
        }

        @Test
        void rejectsEachOfTheFourPairsInBothOrders() {
            Statement nullify = Statement.nullify(new View(1));
            List<List<Statement>> pairs = List.of(
                    List.of(Statement.notarize(A), Statement.notarize(OTHER)),
                    List.of(Statement.finalization(A), Statement.finalization(OTHER)),
                    List.of(nullify, Statement.finalization(A)),
                    List.of(Statement.notarize(A), Statement.finalization(OTHER)));
            for (List<Statement> pair : pairs) {
                rejects(pair.getFirst(), pair.getLast());
                rejects(pair.getLast(), pair.getFirst());
            }
        }

        private void rejects(Statement first, Statement second) {
            NoHonestEvidence fresh = new NoHonestEvidence(FOUR);
            fresh.sent(0, first);
            violates(Property.NO_HONEST_EVIDENCE, () -> fresh.sent(0, second));
        }

        @Test
        void rejectsEvidenceAgainstACorrectReplicaOnly() {
            assertThatNoException().isThrownBy(() -> checker.accused(evidence(3)));
            violates(Property.NO_HONEST_EVIDENCE, () -> checker.accused(evidence(0)));
        }

        private static Evidence evidence(int culprit) {
            return Evidence.of(
                    signed(culprit, Statement.notarize(A)),
                    signed(culprit, Statement.notarize(OTHER))).orElseThrow();
        }

        private static Signed signed(int signer, Statement statement) {
            return new Signed(new ValidatorId(signer), statement,
                    new Signature(SchemeId.SIMULATION, Digest.NONE.bytes()));
        }
    }

    @Nested
    @DisplayName("DurableVotes")
    class DurableVotesTest {

        private final DurableVotes checker = new DurableVotes(FOUR);

        @Test
        void acceptsWhatIsSyncedBeforeItIsSent() {
            checker.synced(0, Statement.notarize(A));
            checker.sent(0, Statement.notarize(A));
            checker.readBack(0, Set.of(Statement.notarize(A)));
            checker.sent(3, Statement.notarize(OTHER));
        }

        @Test
        void rejectsVoteThatIsOutBeforeItIsSynced() {
            violates(Property.DURABLE_VOTES, () -> checker.sent(0, Statement.notarize(A)));
        }

        @Test
        void rejectsVoteThatOnlyAnotherHas() {
            checker.synced(1, Statement.notarize(A));
            violates(Property.DURABLE_VOTES, () -> checker.sent(0, Statement.notarize(A)));
        }

        @Test
        void rejectsLogThatLacksASentVote() {
            checker.synced(0, Statement.notarize(A));
            checker.sent(0, Statement.notarize(A));
            violates(Property.DURABLE_VOTES,
                    () -> checker.readBack(0, Set.of(Statement.finalization(A))));
        }
    }

    @Nested
    @DisplayName("CertificatesAreBacked")
    class CertificatesAreBackedTest {

        private final CertificatesAreBacked checker = new CertificatesAreBacked(FOUR);
        private final Certificate held = new Certificate(Statement.notarize(A), List.of());

        @Test
        void acceptsQuorumThatVoted() {
            all(checker, Statement.notarize(A), 0, 1, 3);
            checker.holds(0, held);
            checker.holds(1, Certificate.genesisFinalization(GENESIS));
        }

        @Test
        void rejectsTooFewVotes() {
            all(checker, Statement.notarize(A), 0, 1, 1, 0);
            violates(Property.CERTIFICATES_ARE_BACKED, () -> checker.holds(0, held));
        }

        @Test
        void rejectsVotesOfAnotherKind() {
            all(checker, Statement.finalization(A), 0, 1, 2);
            violates(Property.CERTIFICATES_ARE_BACKED, () -> checker.holds(0, held));
        }

        @Test
        void rejectsQuorumByCountThatIsNoneByWeight() {
            CertificatesAreBacked heavy = new CertificatesAreBacked(
                    new Members(List.of(1L, 1L, 1L, 6L), new TreeSet<>()));
            all(heavy, Statement.notarize(A), 0, 1, 2);
            violates(Property.CERTIFICATES_ARE_BACKED, () -> heavy.holds(0, held));
        }
    }
}
