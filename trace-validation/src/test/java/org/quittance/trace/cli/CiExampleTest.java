package org.quittance.trace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quittance.trace.Verdict;
import picocli.CommandLine;

/** The example of a workflow is what someone pastes: it must not lag behind the command. */
class CiExampleTest {

    private static final Path EXAMPLE = Path.of("ci-example.yml");

    private static List<String> unknownOptions(String text) {
        CommandLine validate = new CommandLine(new ValidateCommand());
        String command = text.substring(text.indexOf("trace validate"));
        return Pattern.compile("(?m)^ *(--[a-z-]+)").matcher(command).results()
                .map(m -> m.group(1))
                .filter(option -> !validate.getCommandSpec().optionsMap().containsKey(option))
                .toList();
    }

    @Test
    void namesNoOptionThatIsNotThere() throws Exception {
        String text = Files.readString(EXAMPLE);

        assertThat(text).contains("--sarif", "--junit-xml", "--mapping");
        assertThat(unknownOptions(text)).isEmpty();
        assertThat(unknownOptions(text.replace("--sarif", "--sarin"))).containsExactly("--sarin");
    }

    @Test
    void tellsTheExitCodes() throws Exception {
        List<String> told = Pattern.compile("(?m)^ *# +([0-9])  ([a-z ]+):")
                .matcher(Files.readString(EXAMPLE))
                .results()
                .map(CiExampleTest::entry)
                .toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(
                List.of(Verdict.values()).stream()
                        .map(v -> v.exitCode() + " " + v.words())
                        .toList());
    }

    private static String entry(MatchResult line) {
        return line.group(1) + " " + line.group(2);
    }
}
