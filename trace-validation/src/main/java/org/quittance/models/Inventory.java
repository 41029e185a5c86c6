package org.quittance.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.models.Manifest.Symbolic;

/**
 * The files under {@code specs} held against the manifest: what it names is there, and what is
 * there to be run is named.
 *
 * <p>A model is a file MC*.tla, or any .tla or .cfg in a folder "models" or "mutants". A module
 * there that a registered one extends or instantiates needs no entry.
 */
final class Inventory {

    private static final Pattern USED_MODULES =
            Pattern.compile(
                    "^\\s*EXTENDS\\s+((?:\\w+\\s*,\\s*)*\\w+)|\\bINSTANCE\\s+(\\w+)",
                    Pattern.MULTILINE);

    private static final String MUTANTS = "mutants";

    /** What specs of all folders may use, and only TLC needs: no spec itself. */
    private static final String LIBRARY = "lib";

    /** Newer releases of TLC, run by hand, leave traces as modules beside the model. */
    private static final String LEFT_BY_TLC = "_TTrace_";

    private final Manifest manifest;
    private final List<Path> files;

    Inventory(Manifest manifest) {
        this.manifest = manifest;
        try (Stream<Path> walk = Files.walk(manifest.specs())) {
            this.files =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().contains(LEFT_BY_TLC))
                            .map(file -> manifest.specs().relativize(file))
                            .sorted()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is wrong, one line each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(problemsWith(file -> true));
        problems.addAll(homonyms());
        return problems;
    }

    /** What is wrong with the mutants. */
    List<String> problemsWithMutants() {
        return problemsWith(file -> file.startsWith(MUTANTS + "/"));
    }

    /** What is wrong with the modules for Apalache. */
    List<String> problemsWithSymbolic() {
        List<String> modules = manifest.symbolic().stream().map(Symbolic::module).toList();
        return problemsWith(modules::contains);
    }

    private List<String> problemsWith(Predicate<String> concerned) {
        List<String> problems = new ArrayList<>();
        Set<String> named = new HashSet<>();
        manifest.models().forEach(m -> named.addAll(List.of(m.module(), m.config())));
        manifest.mutants().forEach(m -> named.addAll(List.of(m.module(), m.config())));
        manifest.symbolic().forEach(s -> named.add(s.module()));

        Set<String> present = files.stream().map(Inventory::slashed).collect(Collectors.toSet());
        named.stream()
                .filter(file -> concerned.test(file) && !present.contains(file))
                .sorted()
                .forEach(
                        file ->
                                problems.add(
                                        Manifest.FILE + " names " + file + ", which is not there"));

        Set<String> used = usedBy(named);
        for (Path path : files) {
            String file = slashed(path);
            if (concerned.test(file)
                    && isModel(path)
                    && !named.contains(file)
                    && !used.contains(moduleName(path))) {
                problems.add(
                        file + " is not registered: give it an entry in " + Manifest.FILE);
            }
        }
        return problems;
    }

    /** The modules that Apalache must have type checked: all that are specs themselves. */
    List<String> specModules() {
        return files.stream()
                .filter(file -> file.getNameCount() == 2 && hasEnding(file, ".tla"))
                .filter(file -> !file.startsWith(MUTANTS) && !file.startsWith(LIBRARY))
                .map(Inventory::slashed)
                .toList();
    }

    /** The folders in which the modules of models and mutants are looked for, besides their own. */
    List<Path> library() {
        return files.stream()
                .filter(file -> hasEnding(file, ".tla") && !file.startsWith(MUTANTS))
                .map(file -> manifest.specs().resolve(file).toAbsolutePath().getParent())
                .distinct()
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private List<String> homonyms() {
        TreeMap<String, List<String>> byName = new TreeMap<>();
        for (Path file : files) {
            if (hasEnding(file, ".tla") && !file.startsWith(MUTANTS)) {
                byName.computeIfAbsent(moduleName(file), name -> new ArrayList<>())
                        .add(slashed(file));
            }
        }
        return byName.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> String.join(" and ", same) + " have the same name: rename one")
                .toList();
    }

    private Set<String> usedBy(Set<String> named) {
        Set<String> used = new HashSet<>();
        List<Path> open =
                new ArrayList<>(
                        files.stream().filter(f -> named.contains(slashed(f))).toList());
        while (!open.isEmpty()) {
            Path file = open.removeLast();
            if (hasEnding(file, ".tla")) {
                for (String module : modulesUsedIn(file)) {
                    if (used.add(module)) {
                        files.stream()
                                .filter(f -> hasEnding(f, ".tla") && moduleName(f).equals(module))
                                .forEach(open::add);
                    }
                }
            }
        }
        return used;
    }

    private List<String> modulesUsedIn(Path file) {
        String text;
        try {
            text = Files.readString(manifest.specs().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> modules = new ArrayList<>();
        Matcher matcher = USED_MODULES.matcher(text);
        while (matcher.find()) {
            String extended = matcher.group(1);
            String instance = matcher.group(2);
            if (extended != null) {
                modules.addAll(List.of(extended.split("\\s*,\\s*")));
            } else if (instance != null) {
                modules.add(instance);
            }
        }
        return modules;
    }

    private static boolean isModel(Path file) {
        Path folder = file.getParent();
        boolean amongModels =
                file.startsWith(MUTANTS) || (folder != null && folder.endsWith("models"));
        if (hasEnding(file, ".cfg")) {
            return true;
        }
        return hasEnding(file, ".tla") && (amongModels || moduleName(file).startsWith("MC"));
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.toString().endsWith(ending);
    }

    private static String moduleName(Path file) {
        return ManifestReader.moduleName(slashed(file));
    }

    private static String slashed(Path file) {
        return file.toString().replace(java.io.File.separatorChar, '/');
    }
}
