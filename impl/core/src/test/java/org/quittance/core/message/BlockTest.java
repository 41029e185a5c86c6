package org.quittance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;

class BlockTest {

    private static final Payload PAYLOAD = new Payload(Bytes.copyOf(new byte[] {1}));
    private static final Block GENESIS = Block.genesis("chain", 0);
    private static final Block ONE = Block.on(GENESIS, new View(1), PAYLOAD);

    @Test
    void everyPartIsInTheDigest() {
        Digest a = Digest.sha256("a");
        Digest b = Digest.sha256("b");
        View one = new View(1);
        View two = new View(2);
        View five = new View(5);
        assertThat(List.of(
                Block.of(0, five, one, a, b), Block.of(1, five, one, a, b),
                Block.of(0, new View(6), one, a, b), Block.of(0, five, two, a, b),
                Block.of(0, five, one, b, b), Block.of(0, five, one, a, a)))
                .extracting(Block::digest).doesNotHaveDuplicates();
        assertThat(Block.of(0, five, one, a, b)).isEqualTo(Block.of(0, five, one, a, b))
                .hasSameHashCodeAs(Block.of(0, five, one, a, b));
    }

    @Test
    void theSamePayloadUnderAnotherParentIsAnotherBlock() {
        assertThat(Block.on(ONE, new View(3), PAYLOAD))
                .isNotEqualTo(Block.on(GENESIS, new View(3), PAYLOAD));
    }

    @Test
    void isShortForPeople() {
        assertThat(Block.of(0, new View(5), new View(2), Digest.NONE, Digest.NONE))
                .asString().startsWith("Block[").endsWith(" view 5 on 00000000 view 2]");
    }

    @Test
    void certificatesHaveTheirSignersInOrder() {
        Statement statement = Statement.notarize(ONE);
        Signature signature = new Signature(SchemeId.SIMULATION, Bytes.copyOf(new byte[32]));
        List<Signed> votes = IntStream.of(2, 0, 3, 1)
                .mapToObj(v -> new Signed(new ValidatorId(v), statement, signature)).toList();
        assertThat(Certificate.of(statement, votes).endorsements())
                .extracting(Endorsement::signer).containsExactly(new ValidatorId(0),
                        new ValidatorId(1), new ValidatorId(2), new ValidatorId(3));
    }

    @Test
    void genesisDependsOnChainAndEpoch() {
        assertThat(GENESIS).isNotEqualTo(Block.genesis("chain", 1))
                .isNotEqualTo(Block.genesis("chains", 0));
    }

    @Test
    void parentsComeBefore() {
        assertThat(GENESIS.isParentOf(ONE)).isTrue();
        assertThat(ONE.isParentOf(GENESIS)).isFalse();
        // The digest alone is not enough: the spec's IsParent names the view too.
        Block wrongView = Block.of(0, new View(3), new View(2), ONE.digest(), Digest.NONE);
        assertThat(ONE.isParentOf(wrongView)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(
                () -> Block.of(0, new View(1), new View(1), Digest.NONE, Digest.NONE));
        assertThatIllegalArgumentException().isThrownBy(
                () -> Block.of(-1, new View(1), new View(0), Digest.NONE, Digest.NONE));
    }

    @Test
    void statementsFitTheirBlocks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Kind.NULLIFY, new View(1), ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Kind.NOTARIZE, new View(2), ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement(Kind.FINALIZE, View.GENESIS, Block.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.nullify(View.GENESIS));
    }

    @Test
    void responsesFollowParentsUntilTheLimitOrTheEnd() {
        Map<Digest, Body> store = new TreeMap<>();
        Block top = GENESIS;
        for (int view = 1; view <= 5; view++) {
            top = Block.on(top, new View(view), PAYLOAD);
            store.put(top.digest(), new Body(top, PAYLOAD));
        }
        assertThat(views(BlockResponse.to(new BlockRequest(top.digest(), 3),
                digest -> Optional.ofNullable(store.get(digest))))).containsExactly(5L, 4L, 3L);
        assertThat(views(BlockResponse.to(new BlockRequest(top.digest(), 32),
                digest -> Optional.ofNullable(store.get(digest)))))
                .containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(BlockResponse.to(
                new BlockRequest(GENESIS.digest(), 3), digest -> Optional.empty()).bodies())
                .isEmpty();
    }

    @Test
    void responsesStopWhenTheyAreLargeEnough() {
        Payload large = new Payload(Bytes.copyOf(new byte[Payload.MAX_SIZE]));
        Block first = Block.on(GENESIS, new View(1), large);
        Block second = Block.on(first, new View(2), large);
        Map<Digest, Body> store = new TreeMap<>(Map.of(
                first.digest(), new Body(first, large), second.digest(), new Body(second, large)));
        assertThat(views(BlockResponse.to(new BlockRequest(second.digest(), 32),
                digest -> Optional.ofNullable(store.get(digest))))).containsExactly(2L);
    }

    @Test
    void recordsThatHaveABodyShowIt() {
        Body body = new Body(ONE, PAYLOAD);
        assertThat(new LogRecord.Stored(body).storedBody()).contains(body);
        assertThat(new LogRecord.Committed(new Height(1), ONE).storedBody()).isEmpty();
        assertThat(new LogRecord.Held(Certificate.genesisFinalization(GENESIS)).storedBody())
                .isEmpty();
    }

    @Test
    void payloadsAndResponsesAreLimited() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new Payload(Bytes.copyOf(new byte[Payload.MAX_SIZE + 1])));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlockRequest(Digest.NONE, BlockResponse.MAX_SIZE + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlockRequest(Digest.NONE, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificateRequest(new View(2), new View(1)));
    }

    private static List<Long> views(BlockResponse response) {
        return response.bodies().stream().map(body -> body.block().view().number()).toList();
    }
}
