package org.quittance.trace.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.models.Tlc;
import org.quittance.trace.Traces;
import org.quittance.trace.format.Term;
import org.quittance.trace.replay.Calculation;
import org.quittance.trace.specs.SettlementFormat;
import org.quittance.trace.tla.Workspace;

/** Without the classes that stand for operators of TLA+ every use of these is an error. */
class MissingOverrideTest {

    private static final String MODULE =
            """
            ---- MODULE Lonely ----
            EXTENDS Amounts, Election, TraceFile
            VARIABLE v
            Init == v = Zero
            Next == IF v < Zero + 1 THEN v' = Zero ELSE v' = v
            Plus(x, y) == x + y
            Minus(x, y) == x - y
            Times(x, y) == x * y
            Div(x, y) == x \\div y
            Mod(x, y) == x % y
            Less(x, y) == x < y
            AtMost(x, y) == x <= y
            More(x, y) == x > y
            AtLeast(x, y) == x >= y
            Upto(x, y) == x .. y
            Neg(x, y) == -x
            Sum(x, y) == SumOf([k \\in {1} |-> x], {1})
            Who(x, y) == Elected("chain", 0, <<1>>, 1)
            Count(x, y) == EventCount
            First(x, y) == EventAt(1)
            ====
            """;

    @ParameterizedTest
    @ValueSource(strings = {
        "Plus", "Minus", "Times", "Div", "Mod", "Less", "AtMost", "More", "AtLeast", "Upto", "Neg",
        "Sum", "Who", "Count", "First"
    })
    void everyOperatorFails(String operator) throws Exception {
        try (Workspace workspace = workspace()) {
            TlcLoader loader = new TlcLoader(new WithoutOverride());
            Calculation calculation =
                    (Calculation)
                            loader.loadClass("org.quittance.trace.replay.tlc.Calculator")
                                    .getConstructor()
                                    .newInstance();
            calculation.open(workspace.folder(), "Lonely");

            assertThat(calculation.apply(operator, List.of(new Term.Int(3), new Term.Int(2))))
                    .startsWith("error: ")
                    .contains("its Java class is not on TLC's class path");
            Term amount = new Term.Amount(BigInteger.TWO);
            assertThat(calculation.apply(operator, List.of(amount, amount)))
                    .contains("its Java class is not on TLC's class path");
        }
    }

    @Test
    void tlcByItselfFails() throws Exception {
        try (Workspace workspace = workspace()) {
            Process tlc =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-Djava.io.tmpdir=" + workspace.scratch(),
                                    "-cp",
                                    Tlc.findJar(System.getenv()).toString(),
                                    "tlc2.TLC",
                                    "-metadir",
                                    workspace.scratch().toString(),
                                    "Lonely.tla")
                            .directory(workspace.folder().toFile())
                            .redirectErrorStream(true)
                            .start();
            tlc.getOutputStream().close();
            String output =
                    new String(tlc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(tlc.waitFor()).isNotZero();
            assertThat(output).contains("its Java class is not on TLC's class path");
        }
    }

    private static Workspace workspace() throws Exception {
        List<String> modules = new ArrayList<>(SettlementFormat.SPEC.modules());
        modules.addAll(List.of("Election", "TraceFile"));
        Workspace workspace = Workspace.make(Workspace.folders(Traces.SPECS), modules);
        workspace.write("Lonely.tla", MODULE);
        workspace.write("Lonely.cfg", "INIT Init\nNEXT Next\n");
        org.quittance.trace.tlc.Tlc.writeStandardModules(workspace.folder());
        return workspace;
    }

    /** All classes but that one. */
    private static final class WithoutOverride extends ClassLoader {
        WithoutOverride() {
            super(MissingOverrideTest.class.getClassLoader());
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.matches("tlc2/module/(ExactAmounts|Election|TraceFile).class")
                    ? null
                    : super.getResourceAsStream(name);
        }
    }
}
