package org.quittance.node.cluster;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Classes of a validator with a fault in them, which shows once a file is there. The fault is made
 * in the source, which is compiled; a process that has the classes first on its class path is
 * faulty. The program itself has no such switch.
 */
enum FaultyNode {

    /** Gives up each view right after its vote, and then votes to finalize it all the same. */
    VOTES_BOTH_WAYS("core/src/main/java/org/quittance/core/consensus/", "Finalize",
            "~HasSigned(i, b.view, \"nullify\")", Map.of(
            "Rules", List.of(
                    "boolean hasVoted = s.own()",
                    "if (FAULT) { return s.own().hasSigned(s.view(), Kind.NOTARIZE); }"
                            + " boolean hasVoted = s.own()"),
            "Guards", List.of(
                    "&& !s.own().hasSigned(b.view(), Kind.NULLIFY)\n"
                            + "                && !s.own().hasSigned(b.view(), Kind.FINALIZE)\n"
                            + "                && s.own().notarizedNothingBut(b)",
                    "&& (FAULT || !s.own().hasSigned(b.view(), Kind.NULLIFY))"
                            + " && !s.own().hasSigned(b.view(), Kind.FINALIZE)"
                            + " && s.own().notarizedNothingBut(b)"))),

    /** Takes a block for final that is notarized only. */
    COMMITS_WHAT_IS_NOT_FINAL("core/src/main/java/org/quittance/core/consensus/", "Commit",
            "IsCommit > Commit > CanCommit > Holds", Map.of(
            "Rules", List.of(
                    "Optional<List<Block>> path = s.chain().completePath();",
                    "if (FAULT) { for (Certificate c : s.certificates().notarizationsDownward()) {"
                            + " if (s.committed().isParentOf(c.block()) && !s.certificates()"
                            + ".holds(org.quittance.core.message.Statement"
                            + ".finalization(c.block()))) { return Optional.of("
                            + "Transitions.commit(s, List.of(c.block()), out)); } } }"
                            + " Optional<List<Block>> path = s.chain().completePath();"))),

    /** Gets another state root than it should, and attests that. */
    ATTESTS_ANOTHER_ROOT("node/src/main/java/org/quittance/node/driver/", "Execute",
            "outcome[h]", Map.of(
            "NodeExecution", List.of(
                    "return trie.root();",
                    "return FAULT ? Digest.sha256(\"wrong\", new byte[] {1}) : trie.root();")));

    /** The property that names the file. */
    static final String PROPERTY = "quittance.test.fault";

    private static final String IS_THERE =
            "java.nio.file.Files.exists(java.nio.file.Path.of(System.getProperty(\"" + PROPERTY
                    + "\")))";

    private final String folder;
    private final String action;
    private final String guard;
    private final Map<String, List<String>> edits;

    FaultyNode(
            String folder, String action, String guard, Map<String, List<String>> edits) {
        this.folder = folder;
        this.action = action;
        this.guard = guard;
        this.edits = Map.copyOf(edits);
    }

    /** The action that is not as it must be. */
    String action() {
        return action;
    }

    /** What the spec says of it. */
    String guard() {
        return guard;
    }

    /**
     * Writes the classes.
     *
     * @throws IllegalStateException if the source is another by now, or is no Java any more
     */
    void compile(Path classes) throws IOException {
        Path sources = Files.createDirectories(classes.resolve("src"));
        for (Map.Entry<String, List<String>> edit : edits.entrySet()) {
            Path source = Path.of("..").resolve(folder).resolve(edit.getKey() + ".java");
            String text = Files.readString(source);
            String from = edit.getValue().get(0);
            if (text.split(java.util.regex.Pattern.quote(from), -1).length != 2) {
                throw new IllegalStateException("this is not once in " + source + ": " + from);
            }
            Files.writeString(sources.resolve(edit.getKey() + ".java"),
                    text.replace(from, edit.getValue().get(1).replace("FAULT", IS_THERE)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean isJava = compiler.getTask(said, manager, null,
                    List.of("-proc:none", "-nowarn", "-d", classes.toString(),
                            "-cp", System.getProperty("java.class.path")),
                    null, manager.getJavaFileObjectsFromPaths(edits.keySet().stream()
                            .map(name -> sources.resolve(name + ".java")).toList())).call();
            if (!isJava) {
                throw new IllegalStateException(said.toString());
            }
        }
    }
}
