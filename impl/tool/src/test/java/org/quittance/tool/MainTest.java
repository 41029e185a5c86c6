package org.quittance.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.cli.Quittance;
import org.quittance.node.ExitCode;
import org.quittance.tool.OneValidator.Ran;
import picocli.CommandLine;

/** One program: all commands, one meaning for each status, errors of the user in one line. */
class MainTest {

    private static final List<String> COMMANDS = List.of(
            "keygen", "genesis", "node", "client", "client submit", "client query",
            "client prove", "client watch", "verify", "cluster", "inspect", "models",
            "models run", "models mutants", "models symbolic", "trace", "trace validate",
            "trace merge", "transitions", "demo", "report", "page", "completion");

    @Test
    void allCommandsAreThereAndExplainThemselves() {
        List<String> found = new ArrayList<>();
        collect(Main.commandLine(), "", found);
        assertThat(found).containsAll(COMMANDS).doesNotContain("merge-traces");
        for (String command : found) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.add("--help");
            Ran ran = OneValidator.run(arguments.toArray(new String[0]));
            assertThat(ran.code()).as(command).isZero();
            assertThat(ran.out()).startsWith("Usage: quittance " + command);
            assertThat(ran.out().lines().count()).as(command).isGreaterThan(3);
        }
    }

    private static void collect(CommandLine line, String prefix, List<String> to) {
        line.getSubcommands().forEach((name, command) -> {
            to.add(prefix + name);
            collect(command, prefix + name + " ", to);
        });
    }

    /** Each status of either module has its line, and what both have means the same. */
    @Test
    void everyStatusHasOneMeaning() {
        Map<String, String> told = statuses(Main.commandLine());
        Map<String, String> checks = statuses(Quittance.commandLine());
        TreeSet<String> all = new TreeSet<>(checks.keySet());
        for (ExitCode code : ExitCode.values()) {
            all.add(Integer.toString(code.number()));
        }
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(all);
        for (String shared : List.of("1", "3", "4", "70")) {
            assertThat(told.get(shared)).isEqualTo(checks.get(shared));
        }
        // What only one of them means must not be a number of the other.
        for (ExitCode own : List.of(ExitCode.DISK, ExitCode.DIVERGED, ExitCode.BAD_DATA,
                ExitCode.NETWORK)) {
            assertThat(checks).doesNotContainKey(Integer.toString(own.number()));
        }
    }

    private static Map<String, String> statuses(CommandLine line) {
        return line.getCommandSpec().usageMessage().exitCodeList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "nodes                  | quittance: Unmatched argument at index 0: 'nodes'",
        "client                 | quittance client: say what to do: submit, query, prove or watch",
        "client prove           | quittance client prove: say what to prove",
        "verify x               | quittance verify: Missing required option: '--genesis=FILE'",
        "verify --genesis g x   | quittance: there is no file g",
        "node --config none     | quittance: there is no file none",
        "keygen                 | quittance keygen: give either --validator or --key",
        "inspect --config none  | quittance: there is no file none",
        "trace merge --out . no | quittance: there is no folder no",
        "models run --specs no  | quittance: there is no no",
        "trace validate no-such | quittance",
        "client query receipt --genesis g xyz | quittance: there is no file g"
    })
    void wrongInputIsOneLine(String arguments, String message) {
        Ran ran = OneValidator.run(arguments.split(" +"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith(message).doesNotContain("Exception");
    }

    @Test
    void theShellLearnsAllCommands() {
        String script = OneValidator.ran("completion");
        for (String command : COMMANDS) {
            assertThat(script).contains(
                    "function _picocli_quittance_" + command.replace(" ", "_") + "()");
        }
        assertThat(script).contains("--ancestors").contains("complete -F");
    }
}
