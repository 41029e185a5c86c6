package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.View;
import org.quittance.core.message.Block;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;

/** What a validator keeps, each kind by itself. */
class StoresTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final Block one = Block.on(four.genesis, Four.view(1), Four.payload("one"));
    private final Block other = Block.on(four.genesis, Four.view(1), Four.payload("other"));

    private OwnMessages signed(Statement... statements) {
        OwnMessages messages = OwnMessages.none();
        for (Statement statement : statements) {
            messages = messages.withDurable(four.vote(scene.self, statement));
        }
        return messages;
    }

    @Test
    void ownMessagesAreSortedByViewKindAndDigest() {
        Statement a = Statement.notarize(one);
        Statement b = Statement.notarize(other);
        Statement nullify = Statement.nullify(Four.view(1));
        assertThat(signed(b, nullify, a)).isEqualTo(signed(a, b, nullify))
                .isEqualTo(signed(nullify, a, b));
    }

    @Test
    void signedIsWhatIsOfThisViewAndOfThisKind() {
        Statement nullify = Statement.nullify(Four.view(2));
        OwnMessages pending =
                OwnMessages.none().withPending(0, four.vote(scene.self, nullify));
        for (OwnMessages messages : new OwnMessages[] {pending, signed(nullify)}) {
            assertThat(messages.hasSigned(Four.view(2), Kind.NULLIFY)).isTrue();
            assertThat(messages.hasSigned(Four.view(2), Kind.NOTARIZE)).isFalse();
            assertThat(messages.hasSigned(Four.view(3), Kind.NULLIFY)).isFalse();
        }
    }

    @Test
    void twoProposalsOfAViewAreKeptAndTheFirstOneStaysIt() {
        Block third = Block.on(four.genesis, Four.view(1), Four.payload("third"));
        ProposalBook book = ProposalBook.empty().with(one, true);
        assertThat(book.isNews(one)).isFalse();
        assertThat(book.isNews(other)).isTrue();

        ProposalBook two = book.with(other, true);
        assertThat(two.isNews(other)).isFalse();
        assertThat(two.isNews(third)).isFalse();
        assertThat(two.isFirst(one)).isTrue();
        assertThat(two.isFirst(other)).isFalse();
        assertThat(two.isFirst(scene.b)).isFalse();
    }

    @Test
    void theFirstFinalizationOfTheHighestViewCounts() {
        CertificateStore store = CertificateStore.ofGenesis(four.genesis)
                .with(four.finalization(scene.b))
                .with(four.finalization(Block.on(scene.a, Four.view(3), Four.payload("beside"))))
                .with(four.finalization(scene.a));
        assertThat(store.finalization()).isEqualTo(four.finalization(scene.b));
    }

    @Test
    void lookingForAViewThatIsNotNullifiedEndsAtTheUpperOne() {
        CertificateStore store = CertificateStore.ofGenesis(four.genesis)
                .with(four.nullification(1)).with(four.nullification(2));
        assertThat(store.firstNotNullified(Four.view(0), Four.view(2))).isEqualTo(Four.view(2));
        assertThat(store.firstNotNullified(Four.view(0), Four.view(5))).isEqualTo(Four.view(3));
    }

    @Test
    void mapsAreCutFromBelow() {
        NavigableMap<View, String> map = Sorted.with(Sorted.with(
                Sorted.<View, String>empty(), Four.view(1), "a"), Four.view(2), "b");
        assertThat(Sorted.from(map, Four.view(1))).isSameAs(map);
        assertThat(Sorted.from(map, Four.view(2))).containsOnlyKeys(Four.view(2));
        assertThat(Sorted.only(map, "a"::equals)).containsOnlyKeys(Four.view(1));
    }

    @Test
    void theSizeIsThatOfAllThatOthersCanMakeGrow() {
        Signed first = four.signed(1, Statement.notarize(one));
        Signed second = four.signed(1, Statement.notarize(other));
        VoteBook votes = VoteBook.empty().with(first);
        assertThat(votes.size()).isEqualTo(1);
        assertThat(votes.with(second).size()).isEqualTo(2);
        assertThat(votes.with(second).with(four.signed(2, Statement.notarize(one))).size())
                .isEqualTo(3);

        State state = scene.fresh();
        assertThat(state.size()).as("certificates of genesis").isEqualTo(2);
        state = state.with(votes.with(second));
        assertThat(state.size()).isEqualTo(4);
        state = scene.proposed(state, one, true);
        assertThat(state.size()).isEqualTo(5);
        state = state.with(state.chain().withBody(one));
        assertThat(state.size()).isEqualTo(6);
        for (var evidence : state.evidence().findNew(VoteBook.empty().with(first), second)) {
            state = state.with(state.evidence().with(evidence));
        }
        assertThat(state.size()).isEqualTo(7);
    }
}
