package org.quittance.transitions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.trace.tla.Workspace;
import org.quittance.trace.tlc.Tlc;

/** Makes the corpus of one model. */
final class Generator {

    /** The modules of this program that name the steps of the specs. */
    private static final List<String> OWN =
            List.of("TransitionsOfSettlement", "WorldsOfSettlement", "TransitionsOfSimplex",
                    "TransitionsOfInvalid");

    private static final String WALKER = "org.quittance.transitions.tlc.Graph";

    private Generator() {}

    /**
     * A corpus.
     *
     * @param bytes of its file
     * @param transitions how many there are
     */
    record Made(byte[] bytes, Corpus corpus) {}

    /**
     * Walks through the graph of the model.
     *
     * @param specs the folder of the specs
     * @throws IOException if they can't be read or evaluated; its message is for people
     */
    static Made make(TransitionModel model, Path specs) throws IOException {
        List<Path> folders = new ArrayList<>(Workspace.folders(specs));
        folders.add(specs.resolve("settlement/models"));
        folders.add(specs.resolve("consensus/models"));
        try (Workspace workspace = Workspace.make(folders, OWN)) {
            Tlc.writeStandardModules(workspace.folder());
            String root = "Model";
            workspace.write(root + ".tla", "---- MODULE Model ----\nEXTENDS "
                    + model.module() + "\n====\n");
            workspace.write(root + ".cfg", model.configuration());
            Corpus corpus = new Corpus();
            GraphSource.Summary summary = Tlc.load(GraphSource.class, WALKER)
                    .walk(workspace.folder(), root, corpus);
            Map<String, String> digests = digests(summary, workspace.folder());
            return new Made(corpus.bytes(model, summary, digests), corpus);
        }
    }

    /** Of the modules that are ours. */
    private static Map<String, String> digests(GraphSource.Summary summary, Path folder)
            throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String module : summary.modules()) {
            if (!module.equals("Model.tla") && !Tlc.isStandard(module)) {
                digests.put(module, sha256(Files.readAllBytes(folder.resolve(module))));
            }
        }
        return digests;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
