package org.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents tell people to run exists, and what they link to is there. */
class DocumentsTest {

    private static final Path TOP = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("make ([a-z]+(?:-[a-z]+)*)");
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`|(?m)^make .*$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern TARGET = Pattern.compile("(?m)^([a-z-]+):[^=\n]*## .+$");

    @Test
    void everyCommandIsATargetWithALineOfHelp() throws IOException {
        Set<String> targets = matches(TARGET, Files.readString(TOP.resolve("Makefile")));
        Set<String> told = new TreeSet<>();
        for (Path document : documents()) {
            Matcher code = CODE.matcher(Files.readString(document));
            while (code.find()) {
                told.addAll(matches(COMMAND, code.group()));
            }
        }
        assertThat(targets).contains("help", "demo", "test");
        assertThat(told).contains("demo", "test", "specs", "mutants", "symbolic", "sim");
        assertThat(targets).containsAll(told);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> links = new ArrayList<>();
        for (Path document : documents()) {
            for (String link : matches(LINK, Files.readString(document))) {
                if (!link.contains("://")) {
                    links.add(document.resolveSibling(link).normalize());
                }
            }
        }
        assertThat(links).hasSizeGreaterThan(10).allSatisfy(link -> assertThat(link).exists());
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(
                TOP.resolve("README.md"), TOP.resolve("specs/README.md"),
                TOP.resolve("trace-validation/example/README.md")));
        try (Stream<Path> notes = Files.walk(TOP.resolve("proofs-notes"))) {
            notes.filter(path -> path.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
