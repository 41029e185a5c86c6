package org.quittance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quittance.peers.Mutants.Mutant;

/** Breaking a trace changes one thing, something that counts, and the same things each time. */
class MutantsTest {

    private static final Shape RAFT =
            new Shape("event.name", "event.nid", Set.of("tag"), 75, 0);
    private static final List<String> WHOLE = RaftRun.of(250);
    private static final List<Mutant> ALL = Mutants.of(WHOLE, RAFT);

    @Test
    void thereAreTwentyEightAndNoneIsTheTraceItself() {
        assertThat(ALL).hasSize(Mutants.COUNT).isEqualTo(Mutants.of(WHOLE, RAFT));
        assertThat(ALL.stream().map(Mutant::name)).doesNotHaveDuplicates();
        assertThat(ALL).allSatisfy(mutant -> assertThat(mutant.lines()).isNotEqualTo(WHOLE));
    }

    @Test
    void changedFieldIsInOneLineAndTheNameSaysWhich() {
        List<Mutant> changed =
                ALL.stream().filter(mutant -> mutant.name().startsWith("change")).toList();
        assertThat(changed).hasSize(18).allSatisfy(mutant -> {
            int line = Integer.parseInt(mutant.name().replaceFirst(".*\\(line (\\d+).*", "$1"));
            assertThat(differing(mutant)).containsExactly(line);
        });
    }

    @Test
    void linesAreDroppedGivenTwiceSwappedAndCutOff() {
        assertThat(sizes("drop")).containsOnly(249).hasSize(4);
        assertThat(sizes("give twice")).containsOnly(251).hasSize(3);
        assertThat(sizes("cut off")).containsExactly(207);
        assertThat(ALL.stream().filter(mutant -> mutant.name().startsWith("swap")))
                .hasSize(2)
                .allSatisfy(mutant -> assertThat(differing(mutant)).hasSize(2));
    }

    @Test
    void beginningAndFieldsForPeopleAreLeftAlone() {
        assertThat(ALL).allSatisfy(mutant ->
                assertThat(mutant.lines().subList(0, 75)).isEqualTo(WHOLE.subList(0, 75)));
        Shape nothing = new Shape("event.name", "event.nid", Set.of("tag", "event"), 75, 0);
        assertThat(Mutants.of(WHOLE, nothing)).hasSize(10)
                .noneMatch(mutant -> mutant.name().startsWith("change"));
    }

    @Test
    void valuesBecomeOnesThatCouldStandThere() {
        List<String> lines = List.of(
                "{\"k\":\"a\",\"n\":1,\"yes\":true,\"list\":[1,2],\"deep\":[{\"s\":\"p\"}]}",
                "{\"k\":\"b\",\"n\":1,\"deep\":[{\"s\":\"q\"}],\"none\":[]}");
        Shape shape = new Shape("k", "", Set.of(), 0, 0);
        assertThat(Mutants.of(lines, shape).stream().map(Mutant::name)).contains(
                "change n from 1 to 2 (line 1, a)", "change yes from true to false (line 1, a)",
                "change list.* from 2 to 3 (line 1, a)",
                "change deep.*.s from \"p\" to \"q\" (line 1, a)",
                "change k from \"b\" to \"a\" (line 2, b)");
    }

    @Test
    void stepsOfOneNodeAreSwapped() {
        List<String> lines = List.of(
                "{\"k\":\"a\",\"args\":[\"0\",7]}", "{\"k\":\"b\",\"args\":[\"1\",8]}",
                "{\"k\":\"c\",\"args\":[\"0\",9]}", "{\"k\":\"d\",\"args\":[\"2\"]}");
        Mutant swapped = Mutants.of(lines, new Shape("k", "args.first", Set.of(), 0, 0)).stream()
                .filter(mutant -> mutant.name().startsWith("swap")).findFirst().orElseThrow();
        assertThat(swapped.lines()).containsExactly(
                lines.get(2), lines.get(1), lines.get(0), lines.get(3));
    }

    private static List<Integer> sizes(String what) {
        return ALL.stream().filter(mutant -> mutant.name().startsWith(what))
                .map(mutant -> mutant.lines().size()).toList();
    }

    /** The numbers of lines that are not as they were. */
    private static List<Integer> differing(Mutant mutant) {
        return IntStream.range(0, WHOLE.size())
                .filter(i -> !Lines.read(WHOLE.get(i)).equals(Lines.read(mutant.lines().get(i))))
                .mapToObj(i -> i + 1).toList();
    }
}
