package org.quittance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class EvidenceTest {

    private static final View ONE = new View(1);

    /** Two signers, two views, two blocks, all kinds, two signatures: every case comes up. */
    @Provide
    Arbitrary<Signed> messages() {
        return Combinators.combine(
                Arbitraries.of(0, 1),
                Arbitraries.of(1, 2),
                Arbitraries.of("a", "b"),
                Arbitraries.of(Kind.values()),
                Arbitraries.of(0, 1)).as((signer, view, payload, kind, signature) ->
                        signed(signer, statement(kind, block(view, payload)), signature));
    }

    @Property
    void isExactlyTheFourPairs(
            @ForAll("messages") Signed m, @ForAll("messages") Signed n) {
        assertThat(EvidencePair.of(m, n).map(EvidencePair::number).orElse(0))
                .isEqualTo(asInTheSpec(m, n) > 0 ? asInTheSpec(m, n) : asInTheSpec(n, m));
    }

    /** {@code Evidence!IsEvidence}, read from the top. */
    private static int asInTheSpec(Signed m, Signed n) {
        if (!m.signer().equals(n.signer()) || !m.view().equals(n.view())) {
            return 0;
        }
        boolean differ = !m.block().equals(n.block());
        String kinds = m.kind().word() + " " + n.kind().word();
        return switch (kinds) {
            case "notarize notarize" -> differ ? 1 : 0;
            case "finalize finalize" -> differ ? 2 : 0;
            case "nullify finalize" -> 3;
            case "notarize finalize" -> differ ? 4 : 0;
            default -> 0;
        };
    }

    @Property
    void orderDoesNotMatter(@ForAll("messages") Signed m, @ForAll("messages") Signed n) {
        assertThat(Evidence.of(m, n)).isEqualTo(Evidence.of(n, m));
    }

    @Property
    void signatureBytesDoNotMatter(@ForAll("messages") Signed m, @ForAll("messages") Signed n) {
        Signed resigned = new Signed(n.signer(), n.statement(), signature(9));
        assertThat(EvidencePair.of(m, resigned)).isEqualTo(EvidencePair.of(m, n));
        assertThat(EvidencePair.of(n, resigned)).isEmpty();
    }

    @Test
    void finalizeThenNotarizeOfABlockThatSkipsTheViewIsNone() {
        Block first = block(1, "a");
        Block skips = Block.of(0, new View(2), View.GENESIS, Digest.NONE, Digest.NONE);
        assertThat(Evidence.of(
                signed(0, Statement.finalization(first), 0),
                signed(0, Statement.notarize(skips), 0))).isEmpty();
    }

    @Test
    void ofTwoBlocksTheOneWithTheLowerDigestComesFirst() {
        Block a = block(1, "a");
        Block b = block(1, "b");
        Block lower = a.digest().hex().compareTo(b.digest().hex()) < 0 ? a : b;
        Evidence evidence = Evidence.of(signed(0, Statement.notarize(a), 0),
                signed(0, Statement.notarize(b), 0)).orElseThrow();
        assertThat(evidence.first().block()).isEqualTo(lower);
        assertThat(evidence.second().block()).isNotEqualTo(lower);
    }

    @Test
    void nullifyAfterNotarizeIsNone() {
        assertThat(Evidence.of(
                signed(0, Statement.notarize(block(1, "a")), 0),
                signed(0, Statement.nullify(ONE), 0))).isEmpty();
    }

    @Test
    void twoProposalsAreNone() {
        assertThat(Evidence.of(
                signed(0, Statement.propose(block(1, "a")), 0),
                signed(0, Statement.propose(block(1, "b")), 0))).isEmpty();
    }

    @Test
    void namesItsCulpritAndCantBeMadeUp() {
        Signed m = signed(1, Statement.nullify(ONE), 0);
        Signed n = signed(1, Statement.finalization(block(1, "a")), 0);
        Optional<Evidence> evidence = Evidence.of(n, m);
        assertThat(evidence).contains(new Evidence(EvidencePair.NULLIFY_AND_FINALIZE, m, n));
        assertThat(evidence.get().culprit()).isEqualTo(new ValidatorId(1));
        assertThat(evidence.get().view()).isEqualTo(ONE);
        for (List<Signed> wrong : List.of(List.of(m, m), List.of(n, m))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Evidence(
                    EvidencePair.NULLIFY_AND_FINALIZE, wrong.get(0), wrong.get(1)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence(EvidencePair.TWO_FINALIZE, m, n));
    }

    private static Statement statement(Kind kind, Block block) {
        return kind == Kind.NULLIFY
                ? Statement.nullify(block.view())
                : new Statement(kind, block.view(), block);
    }

    private static Block block(int view, String payload) {
        return Block.of(0, new View(view), View.GENESIS, Digest.NONE, Digest.sha256(payload));
    }

    private static Signed signed(int signer, Statement statement, int signature) {
        return new Signed(new ValidatorId(signer), statement, signature(signature));
    }

    private static Signature signature(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return new Signature(SchemeId.SIMULATION, Bytes.copyOf(bytes));
    }
}
