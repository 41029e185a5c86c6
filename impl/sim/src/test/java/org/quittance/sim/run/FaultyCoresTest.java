package org.quittance.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.sim.check.Property;

/**
 * Negative controls: replicas that all have the same fault in ordering or in attestation. The
 * checker whose property it breaks must catch them, while all other checkers look away.
 */
@Timeout(120)
class FaultyCoresTest {

    private static final Path SOURCES =
            Path.of("..", "core", "src", "main", "java", "org", "quittance", "core");

    private record Fault(
            String name, Property broken, String message, List<FaultyClasses.Edit> edits) {}

    @TempDir
    private Path folder;

    private static Fault fault(
            String name, Property broken, String message, FaultyClasses.Edit... edits) {
        return new Fault(name, broken, message, List.of(edits));
    }

    private static FaultyClasses.Edit edit(String file, String from, String to) {
        return new FaultyClasses.Edit(file, from, to);
    }

    private static List<Fault> faults() {
        return List.of(
                fault("finalizes what it nullified", Property.FINALIZED_NOT_NULLIFIED, "view",
                        edit("consensus/Guards",
                                "&& !s.own().hasSigned(b.view(), Kind.NULLIFY)\n"
                                + "                && !s.own().hasSigned(b.view(), Kind.FINALIZE)\n"
                                + "                && s.own().notarizedNothingBut(b)",
                                "&& !s.own().hasSigned(b.view(), Kind.FINALIZE)")),
                fault("half of the weight makes a quittance", Property.QUITTANCE_AGREEMENT,
                        "but no quorum attested that",
                        edit("replica/SystemState",
                                "&& validators.isQuorum(AttestationBook.signers(equal))",
                                "&& !equal.isEmpty()")),
                fault("the root before the block is attested",
                        Property.QUITTANCE_MATCHES_EXECUTION, "comes to root",
                        edit("replica/SystemRules", "Digest root = execution.execute(contents);",
                                "Digest root = execution.trie().root();"
                                        + " execution.execute(contents);")),
                fault("ordering does not wait", Property.BOUNDED_LAG, "height",
                        edit("replica/OrderingGate", "return heights.atMost(child.parent(),"
                                + " child.parentView()) - quitted <= maxLag;", "return true;"),
                        edit("replica/OrderingGate", "return heights.atMost(parent.digest(),"
                                + " parent.view()) - quitted <= maxLag;", "return true;")));
    }

    @TestFactory
    Stream<DynamicTest> faultIsCaught() {
        return faults().stream().map(fault -> DynamicTest.dynamicTest(
                fault.name() + " breaks " + fault.broken().label(), () -> caught(fault)));
    }

    private void caught(Fault fault) throws Exception {
        Path classes = Files.createDirectory(folder.resolve(fault.name().replaceAll("\\W", "")));
        FaultyClasses.compile(SOURCES, fault.edits(), classes);
        assertThat(FaultyClasses.run(classes, FaultyCluster.class, fault.broken()))
                .contains(fault.message());
    }
}
