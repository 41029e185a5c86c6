package org.quittance.proofs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quittance.proofs.condition.AttackMaker;
import org.quittance.proofs.condition.Condition;
import org.quittance.proofs.condition.ConditionMaker;
import org.quittance.proofs.library.Attack;
import org.quittance.proofs.library.Layer;
import org.quittance.proofs.library.Library;
import org.quittance.proofs.library.LibraryReader;
import org.quittance.proofs.text.TextException;

/**
 * The whole proof.
 *
 * @param libraries one for each file of layers, in the order of their names
 */
public record Proof(List<Library> libraries) {

    /** Copies the list. */
    public Proof {
        libraries = List.copyOf(libraries);
    }

    /**
     * Reads all files of a folder whose names begin with two digits.
     *
     * @throws IOException if that fails
     * @throws TextException if one of them means nothing, or a layer assumes what no earlier one
     *     shows
     */
    public static Proof read(Path folder) throws IOException {
        List<Library> libraries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (String.valueOf(file.getFileName()).matches("\\d\\d-.*\\.smt")) {
                    libraries.add(LibraryReader.read(file));
                }
            }
        }
        Proof proof = new Proof(libraries);
        proof.inOrder();
        return proof;
    }

    private void inOrder() {
        Set<String> shown = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (Library library : libraries) {
            for (Layer layer : library.layers()) {
                if (!names.add(layer.name())) {
                    throw new TextException(
                            library.name(), "layer " + layer.name() + " is there twice");
                }
                List<String> open = layer.assumes().stream()
                        .filter(name -> !shown.contains(name)).toList();
                if (!open.isEmpty()) {
                    throw new TextException(library.name(), "layer " + layer.name()
                            + " assumes what no earlier layer shows: " + String.join(", ", open));
                }
                shown.addAll(layer.inductive());
                shown.addAll(layer.implies());
            }
        }
        if (names.isEmpty()) {
            throw new TextException("proof", "there are no layers");
        }
    }

    /** All conditions, layer by layer, and the attacks. */
    public List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        for (Library library : libraries) {
            for (Layer layer : library.layers()) {
                all.addAll(ConditionMaker.conditions(library, layer));
            }
            for (Attack attack : library.attacks()) {
                all.addAll(AttackMaker.conditions(library, attack));
            }
        }
        return all;
    }
}
