package org.quittance.node.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/** Writes and reads the files of an operator, and says what is wrong with them. */
public final class OwnFiles {

    private OwnFiles() {}

    /** Writes a file that only its owner may read, where nothing is yet. */
    static void writeSecret(Path file, String text) throws Refusal {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try {
            directory(file);
            Files.createFile(file, attributes);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Writes a file where nothing is yet. */
    public static void write(Path file, String text) throws Refusal {
        try {
            directory(file);
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void directory(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    private static Refusal exists(Path file) {
        return new Refusal(ExitCode.BAD_INPUT,
                file + " exists already; remove it yourself if it is of no use any more");
    }

    private static Refusal unwritable(Path file, IOException cause) {
        return new Refusal(ExitCode.BAD_INPUT,
                "cannot write " + file + ": " + Refusal.reason(cause));
    }

    /** What to say of a file that can't be read. */
    public static Refusal unreadable(Path file, IOException cause) {
        return new Refusal(ExitCode.BAD_INPUT, cause instanceof NoSuchFileException
                ? "there is no file " + file
                : "cannot read " + file + ": " + Refusal.reason(cause));
    }
}
