package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quittance.core.message.Block;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class VoteBookTest {

    private final Four four = new Four();

    @Provide
    Arbitrary<List<Signed>> votes() {
        return Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(1, 2, 3),
                Arbitraries.of("a", "b", "c", "d"),
                Arbitraries.of(Kind.FINALIZE, Kind.NOTARIZE, Kind.NULLIFY))
                .as((signer, view, payload, kind) -> {
                    Block block = Block.on(four.genesis, Four.view(view), Four.payload(payload));
                    return four.signed(signer, kind == Kind.NULLIFY
                            ? Statement.nullify(Four.view(view))
                            : new Statement(kind, Four.view(view), block));
                }).list().ofMaxSize(80);
    }

    private static VoteBook book(List<Signed> votes) {
        VoteBook book = VoteBook.empty();
        for (Signed vote : votes) {
            book = book.with(vote);
        }
        return book;
    }

    @Property
    void holdsAtMostTwoVotesOfAPlaceHoweverManyCome(@ForAll("votes") List<Signed> votes) {
        // Two for notarize, two for finalize, one for nullify.
        assertThat(book(votes).size()).isLessThanOrEqualTo(4 * 3 * 5);
    }

    @Property
    void theFirstVoteOfAPlaceCountsAndStays(@ForAll("votes") List<Signed> votes) {
        VoteBook book = book(votes);
        for (Signed vote : votes) {
            Signed first = votes.stream()
                    .filter(v -> v.signer().equals(vote.signer())
                            && v.view().equals(vote.view()) && v.kind() == vote.kind())
                    .findFirst().orElseThrow();
            assertThat(book.votesFor(vote.statement()).contains(vote))
                    .isEqualTo(first.saysTheSameAs(vote));
        }
    }

    @Property
    void eachVoterCountsOnceForAKind(@ForAll("votes") List<Signed> votes) {
        VoteBook book = book(votes);
        for (Signed vote : votes) {
            long counted = votes.stream().map(Signed::statement).distinct()
                    .filter(s -> s.kind() == vote.kind() && s.view().equals(vote.view()))
                    .filter(s -> book.votersFor(s).contains(vote.signer()))
                    .count();
            assertThat(counted).isEqualTo(1);
        }
    }

    @Property
    void whatIsThereIsNoNews(@ForAll("votes") List<Signed> votes) {
        VoteBook book = book(votes);
        for (Signed vote : votes) {
            assertThat(book.isNews(vote)).isFalse();
            assertThat(book.with(vote)).isEqualTo(book);
        }
    }

    @Property
    void nothingIsLeftBelowTheFloor(@ForAll("votes") List<Signed> votes) {
        VoteBook above = book(votes).from(Four.view(3));
        assertThat(above).isEqualTo(book(votes.stream()
                .filter(vote -> vote.view().number() >= 3).toList()));
    }

    @Test
    void votesOutsideTheWindowAreNotTakenIn() {
        State state = new Scene().fresh();
        int other = four.others(1, state.self().index())[0];
        assertThat(state.view()).isEqualTo(Four.view(1));
        assertThat(events(state, four.vote(other, Statement.nullify(Four.view(2))))).hasSize(1);
        assertThat(events(state, four.vote(other, Statement.nullify(Four.view(3))))).isEmpty();
    }

    @Test
    void ownVotesFromOthersAreNotTakenIn() {
        State state = new Scene().fresh();
        int self = state.self().index();
        assertThat(events(state, four.vote(self, Statement.nullify(Four.view(1))))).isEmpty();
    }

    private List<Event> events(State state, Message message) {
        return Simplex.step(state, four.received(1, message)).events();
    }
}
