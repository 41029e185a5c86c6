package org.quittance.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of specs so small that TLC takes no time, and a manifest for it. */
final class TinySpecs {

    static final String TINY =
            """
            -------------------------------- MODULE Tiny --------------------------------
            EXTENDS Integers
            CONSTANT Max
            VARIABLE x
            Init == x = 0
            CanUp == x < Max
            Up == CanUp /\\ x' = x + 1
            Reset == x = Max /\\ x' = 0
            Next == Up \\/ Reset
            Bound == x <= Max
            Low == x < 3
            Refined == x = 0 /\\ [][x' = x + 1 \\/ x' = 0]_x
            =============================================================================
            """;

    final Path folder;
    private final StringWriter console = new StringWriter();
    private final List<String> models = new ArrayList<>();
    private final List<String> mutants = new ArrayList<>();
    private final List<String> symbolic = new ArrayList<>();
    private final List<String> uncovered = new ArrayList<>();

    private TinySpecs(Path folder) {
        this.folder = folder;
    }

    /** The spec Tiny and a model module of it; nothing is registered. */
    static TinySpecs in(Path folder) {
        TinySpecs specs = new TinySpecs(folder);
        specs.file("toy/Tiny.tla", TINY);
        specs.file("toy/models/MCTiny.tla", module("MCTiny", "EXTENDS Tiny"));
        return specs;
    }

    static String module(String name, String text) {
        return "---- MODULE " + name + " ----\n" + text + "\n====\n";
    }

    TinySpecs file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model of Tiny up to five, which has 6 states. */
    TinySpecs model(String name, String properties, String expect, String more) {
        file(
                "toy/models/" + name + ".cfg",
                "CONSTANT Max = 5\nINIT Init\nNEXT Next\n" + properties + "\n");
        return modelEntry(
                name, "toy/models/MCTiny.tla", "toy/models/" + name + ".cfg", expect, more);
    }

    TinySpecs modelEntry(String name, String module, String config, String expect, String more) {
        models.add(
                """
                {"name": "%s", "spec": "Tiny", "module": "%s", "config": "%s", "tool": "tlc",
                 "bounds": "up to five", "mode": "check", "expect": %s, "seconds": 1, %s}
                """
                        .formatted(name, module, config, expect, more));
        return this;
    }

    /** The one model that covers all of Tiny. */
    TinySpecs goodModel() {
        return model("MCTiny", "INVARIANT Bound", HOLDS, "\"tier\": \"everyday\", \"distinct\": 6");
    }

    /** A mutant of Tiny with another Next, which must violate Bound. */
    TinySpecs mutant(String name, String next) {
        String text = TINY.replace("MODULE Tiny", "MODULE " + name).replace("Up \\/ Reset", next);
        file("mutants/" + name + ".tla", text);
        file(
                "mutants/" + name + ".cfg",
                "CONSTANT Max = 5\nINIT Init\nNEXT Next\nINVARIANTS Bound Low\n");
        mutants.add(
                """
                {"name": "%s", "of": "Tiny", "rule": "Up", "what": "a Next of its own",
                 "module": "mutants/%s.tla", "config": "mutants/%s.cfg", "expect": %s}
                """
                        .formatted(name, name, name, violates("Low")));
        return this;
    }

    TinySpecs symbolic(String entry) {
        symbolic.add(entry);
        return this;
    }

    TinySpecs uncovered(String what) {
        uncovered.add(
                """
                {"spec": "Tiny", "what": "%s", "reason": "a test"}
                """
                        .formatted(what));
        return this;
    }

    static final String HOLDS = "{\"result\": \"holds\"}";

    static String violates(String property) {
        return "{\"result\": \"violates\", \"property\": \"" + property + "\"}";
    }

    TinySpecs write() {
        return file(
                "models.json",
                """
                {"models": %s,
                 "symbolic": %s,
                 "mutants": %s,
                 "uncovered": %s}
                """
                        .formatted(models, symbolic, mutants, uncovered));
    }

    Manifest manifest() {
        write();
        return ManifestReader.read(folder);
    }

    ModelRunner.Settings settings() {
        write();
        return new ModelRunner.Settings(
                folder, folder.resolveSibling("out"), 2, 1, List.of(), new PrintWriter(console));
    }

    ModelRunner runner() {
        return new ModelRunner(settings());
    }

    /** What was printed. */
    String console() {
        return console.toString();
    }
}
