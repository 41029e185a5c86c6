package org.quittance.core.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quittance.core.base.Height;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Statement;

class CommitTest {

    private final Scene scene = new Scene();
    private final Four four = scene.four;
    private final Block a = scene.a;
    private final Block b = scene.b;
    private final Certificate finalizationOfB = four.finalization(b);

    @TestFactory
    List<DynamicTest> guard() {
        State ready = scene.holding(scene.inView3(), finalizationOfB);
        State onlyA = scene.holding(scene.inView3(), four.finalization(a));
        Block stranger = Block.on(four.genesis, Four.view(2), Four.payload("stranger"));
        return new Rows()
                .allows("a path to a final block",
                        () -> Guards.canCommit(ready, List.of(a, b)))
                .allows("a path of one block", () -> Guards.canCommit(onlyA, List.of(a)))
                .rejects("no path", () -> Guards.canCommit(ready, List.of()))
                .rejects("a path that does not begin above the committed block",
                        () -> Guards.canCommit(ready, List.of(b)))
                .rejects("a path with a gap",
                        () -> Guards.canCommit(ready, List.of(stranger, b)))
                .rejects("a path to a block that is not final",
                        () -> Guards.canCommit(onlyA, List.of(a, b)))
                .tests();
    }

    @Test
    void allAncestorsAreCommittedInOrder() {
        State state = four.after(four.after(
                scene.inView3(), scene.proposal(four.genesis, 1)), scene.proposal(a, 3));
        Step step = Simplex.step(state, four.received(0, finalizationOfB));
        assertThat(step.events()).contains(new Event.Commit(List.of(a, b), b));
        assertThat(Scene.only(Effect.Execute.class, step.effects())).containsExactly(
                new Effect.Execute(new Height(1), a), new Effect.Execute(new Height(2), b));
        assertThat(Scene.only(Effect.Persist.class, step.effects()))
                .extracting(Effect.Persist::record)
                .contains(new LogRecord.Committed(new Height(2), b));
        assertThat(step.state().committed()).isEqualTo(b);
        assertThat(step.state().height()).isEqualTo(new Height(2));
        assertThat(step.state().certificates().byView().firstKey()).isEqualTo(b.view());
        assertThat(step.state().chain().bodies()).isEmpty();
    }

    @Test
    void ownVotesOfTheCommittedViewAreKeptAndOlderOnesAreNot() {
        State voted = scene.voted(scene.inView3(), Statement.finalization(b));
        State state = four.after(four.after(
                voted, scene.proposal(four.genesis, 1)), scene.proposal(a, 3));
        State committed = four.after(state, finalizationOfB);
        assertThat(committed.durable())
                .containsExactly(four.signed(scene.self, Statement.finalization(b)));
    }

    @Test
    void missingBlocksAreFetchedFromTheTopDown() {
        Step final3 = Simplex.step(scene.inView3(), four.received(0, finalizationOfB));
        assertThat(Scene.names(final3)).doesNotContain("Commit");
        assertThat(requests(final3)).containsExactly(
                new BlockRequest(b.digest(), BlockResponse.MAX_SIZE));

        Step gotB = Simplex.step(final3.state(), four.received(1, response(b)));
        assertThat(requests(gotB)).containsExactly(
                new BlockRequest(a.digest(), BlockResponse.MAX_SIZE));
        Step gotA = Simplex.step(gotB.state(), four.received(1, response(a)));
        assertThat(gotA.events()).contains(new Event.Commit(List.of(a, b), b));
    }

    @Test
    void oneResponseCanBringTheWholeChain() {
        State state = four.after(scene.inView3(), finalizationOfB);
        Step got = Simplex.step(state, four.received(1, response(b, a)));
        assertThat(got.events()).contains(new Event.Commit(List.of(a, b), b));
    }

    @Test
    void blocksNobodyAskedForAreIgnored() {
        Block stranger = Block.on(four.genesis, Four.view(1), Four.payload("stranger"));
        State state = four.after(scene.inView3(), finalizationOfB);
        Step step = Simplex.step(state, four.received(1, new BlockResponse(
                List.of(new Body(stranger, Four.payload("stranger"))))));
        assertThat(step.effects()).isEmpty();
        assertThat(step.state().size()).isEqualTo(state.size());
    }

    @Test
    void aFinalBlockBesideTheCommittedOneIsToldOfAndNothingIsCommittedAnyMore() {
        Block beside = Block.on(four.genesis, Four.view(2), Four.payload("beside"));
        Block above = four.on(beside, 5);
        State state = four.after(four.after(
                scene.inView3(), scene.proposal(four.genesis, 1)), scene.proposal(a, 3));
        State committed = four.after(state, finalizationOfB);
        State forked = four.after(committed, four.finalization(above));
        Step step = Simplex.step(forked, four.received(1, response(above)));
        assertThat(step.effects()).contains(new Effect.Tell(new Report.Forked(b, above)));
        assertThat(step.state().committed()).isEqualTo(b);
        assertThat(Scene.timer(step.state(), Timer.REBROADCAST).effects())
                .noneMatch(Effect.Tell.class::isInstance);
    }

    @Test
    void twoFinalBlocksOfOneViewAreToldOf() {
        Block beside = Block.on(a, b.view(), Four.payload("beside"));
        State state = four.after(four.after(
                scene.inView3(), scene.proposal(four.genesis, 1)), scene.proposal(a, 3));
        State committed = four.after(state, finalizationOfB);
        Step step = Simplex.step(committed, four.received(0, four.finalization(beside)));
        assertThat(step.effects()).contains(new Effect.Tell(new Report.Forked(b, beside)));
    }

    @Test
    void aFinalBlockThatTheCommittedChainLeavesOutIsToldOf() {
        State state = four.after(scene.inView3(), scene.proposal(four.genesis, 1));
        State behind = four.after(state, four.finalization(four.on(a, 2)));
        State ahead = four.after(behind, finalizationOfB);
        Step step = Simplex.step(ahead, four.received(1, response(b)));
        assertThat(step.events()).contains(new Event.Commit(List.of(a, b), b));
        assertThat(step.effects()).contains(
                new Effect.Tell(new Report.Forked(b, four.on(a, 2))));
    }

    @Test
    void neitherIsOneOfTheFirstViewThatIsCommitted() {
        Block beside = Block.on(four.genesis, Four.view(1), Four.payload("beside"));
        State state = four.after(scene.inView3(), scene.proposal(four.genesis, 1));
        State behind = four.after(state, four.finalization(beside));
        State ahead = four.after(behind, finalizationOfB);
        Step step = Simplex.step(ahead, four.received(1, response(b)));
        assertThat(step.events()).contains(new Event.Commit(List.of(a, b), b));
        assertThat(step.effects()).contains(new Effect.Tell(new Report.Forked(b, beside)));
    }

    @Test
    void noBlockOfTheCommittedViewIsStoredAnyMore() {
        State state = four.after(four.after(
                scene.inView3(), scene.proposal(four.genesis, 1)), scene.proposal(a, 3));
        State committed = four.after(state, finalizationOfB);
        Step step = Simplex.step(
                committed, four.received(0, four.proposal(a, 3, Four.payload("beside"))));
        assertThat(Scene.names(step)).containsExactly("Receive");
        assertThat(Scene.only(Effect.Persist.class, step.effects())).isEmpty();
        assertThat(step.state().chain().bodies()).isEmpty();
    }

    private BlockResponse response(Block... blocks) {
        return new BlockResponse(List.of(blocks).stream()
                .map(block -> new Body(
                        block, Four.payload("view " + block.view().number())))
                .toList());
    }

    private static List<BlockRequest> requests(Step step) {
        return Scene.only(Effect.SendTo.class, step.effects()).stream()
                .map(Effect.SendTo::message)
                .filter(BlockRequest.class::isInstance)
                .map(BlockRequest.class::cast)
                .toList();
    }
}
