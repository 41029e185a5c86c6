package org.quittance.proofs.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.proofs.text.Sexp;
import org.quittance.proofs.text.SexpReader;
import org.quittance.proofs.text.SexpReader.Placed;
import org.quittance.proofs.text.Terms;
import org.quittance.proofs.text.TextException;

/** Reads a file of the proof and the files that it includes, each once. */
public final class LibraryReader {

    private final Set<Path> seen = new LinkedHashSet<>();
    private final Set<String> sorts = new LinkedHashSet<>();
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, Sexp> axioms = new LinkedHashMap<>();
    private final Map<String, Sexp> starts = new LinkedHashMap<>();
    private final Map<String, Sexp> invariants = new LinkedHashMap<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private final Map<String, StepProperty> steps = new LinkedHashMap<>();
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private final List<Attack> attacks = new ArrayList<>();

    private LibraryReader() {}

    /**
     * Reads a file.
     *
     * @throws IOException if a file can't be read
     * @throws TextException if one means nothing
     */
    public static Library read(Path file) throws IOException {
        LibraryReader reader = new LibraryReader();
        reader.file(file.toAbsolutePath().normalize());
        Library library = new Library(String.valueOf(file.getFileName()), reader.sorts,
                reader.symbols, reader.definitions, reader.axioms, reader.starts,
                reader.invariants, reader.properties, reader.steps, reader.actions,
                reader.layers, reader.attacks);
        WellFormed.check(library);
        return library;
    }

    private void file(Path file) throws IOException {
        if (!seen.add(file)) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        for (Placed placed : SexpReader.read(name, Files.readString(file))) {
            if (placed.sexp().is("include")) {
                String other = Parts.text(placed.sexp().parts().get(1));
                file(file.resolveSibling(other).normalize());
                continue;
            }
            try {
                command(placed.sexp());
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new TextException(name, placed.line(),
                        "can't read (" + placed.sexp().head() + " ...): " + e.getMessage());
            }
        }
    }

    private void command(Sexp command) {
        List<Sexp> parts = command.parts();
        String name = parts.size() > 1 ? parts.get(1).head() : "";
        switch (command.head()) {
            case "sort" -> sorts.add(name);
            case "constant" -> symbol(name, List.of(), parts.get(2).head(), false);
            case "fixed" -> symbol(name, Parts.words(parts.get(2)), "Bool", false);
            case "state" -> symbol(name, Parts.words(parts.get(2)), "Bool", true);
            case "define" -> put(definitions, name, new Definition(
                    name, Terms.variables(parts.get(2)), parts.get(3)));
            case "axiom" -> put(axioms, name, parts.get(2));
            case "init" -> put(starts, name, parts.get(2));
            case "invariant" -> put(invariants, name, parts.get(2));
            case "property" -> {
                put(invariants, name, parts.get(2));
                properties.add(name);
            }
            case "step" -> put(steps, name,
                    new StepProperty(name, parts.get(2).head(), parts.get(3)));
            case "action" -> put(actions, name, Parts.action(command));
            case "layer" -> layers.add(Parts.layer(command));
            case "attack" -> attacks.add(Parts.attack(command));
            default -> throw new IllegalArgumentException("there is no such command");
        }
    }

    private void symbol(String name, List<String> of, String result, boolean changes) {
        put(symbols, name, new Symbol(name, of, result, changes));
    }

    private static <T> void put(Map<String, T> map, String name, T value) {
        if (name.isEmpty() || map.put(name, value) != null) {
            throw new IllegalArgumentException("the name " + name + " is missing or taken");
        }
    }
}
