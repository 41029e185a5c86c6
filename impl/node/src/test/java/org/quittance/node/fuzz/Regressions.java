package org.quittance.node.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Inputs that once did harm, a file each: {@code src/test/resources/fuzz/DECODER/name}. */
final class Regressions {

    private static final Path FOLDER = Path.of("src", "test", "resources", "fuzz");

    private Regressions() {}

    static List<byte[]> of(Decoder decoder) throws IOException {
        Path folder = FOLDER.resolve(decoder.toString());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Regressions::read).toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
