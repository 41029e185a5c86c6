package org.quittance.node.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.message.Body;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.trace.SettlementTraceFormat;
import org.quittance.core.trace.SystemTraceFormat;
import org.quittance.core.trace.TraceFormat;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/**
 * The files of the lives of one node: {@code ordering-1.ndjson}, {@code system-1.ndjson}, and so
 * on. The first line of each says whose it is, how many of its own messages had come to the log
 * when it began, and has the header of the merged trace; the last line, if the life ended as it
 * should, how many there were then. Of settlement it is the last height that the lives before it
 * wrote down.
 */
public final class LifeFiles {

    /** The format of the files of one node. */
    public static final String FORMAT = "quittance-node-trace";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMIT = "unknown";
    private static final String SCENARIO = "node";

    private LifeFiles() {}

    /**
     * Begins the files of a life.
     *
     * @param own how many own messages were ever written to the log when it begins
     * @param attested how many own attestations
     * @param settlement what is written of settlement, if anything
     */
    public static NodeTracer begin(
            Path directory,
            ValidatorSet validators,
            ValidatorId self,
            long maxLag,
            long own,
            long attested,
            Function<Digest, Optional<Body>> bodies,
            Optional<SettlementTracer> settlement) throws Refusal {
        try {
            Files.createDirectories(directory);
            int life = lives(directory, "ordering") + 1;
            TraceFile ordering = TraceFile.create(
                    file(directory, "ordering", life),
                    header(self, life, own, TraceFormat.header(
                            validators, List.of(), COMMIT, SCENARIO, 0)));
            TraceFile system = TraceFile.create(
                    file(directory, "system", life),
                    header(self, life, attested, SystemTraceFormat.header(
                            validators, List.of(), List.of(), maxLag, COMMIT, SCENARIO, 0)));
            return new NodeTracer(self, new NodeTracer.Durable(ordering, own),
                    new NodeTracer.Durable(system, attested), bodies, settlement);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    /** Begins the file of settlement of a life. */
    public static SettlementTracer settlement(
            Path directory, ValidatorSet validators, ValidatorId self, Genesis genesis)
            throws Refusal {
        try {
            Files.createDirectories(directory);
            int life = lives(directory, "settlement") + 1;
            long done = 0;
            for (int earlier = life - 1; earlier > 0 && done == 0; earlier--) {
                done = Math.max(0, LastBlock.of(file(directory, "settlement", earlier)));
            }
            TraceFile file = TraceFile.create(
                    file(directory, "settlement", life),
                    header(self, life, done, SettlementTraceFormat.header(
                            validators.chainId(), genesis, COMMIT, SCENARIO, 0)));
            return new SettlementTracer(self.index(), file, done);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    private static Refusal unwritable(Path directory, IOException e) {
        return new Refusal(ExitCode.BAD_INPUT,
                "cannot write traces to " + directory + ": " + Refusal.reason(e));
    }

    private static Path file(Path directory, String kind, int life) {
        return directory.resolve(kind + "-" + life + ".ndjson");
    }

    private static int lives(Path directory, String kind) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return (int) files.filter(file -> {
                Path name = file.getFileName();
                return name != null && name.toString().matches(kind + "-[0-9]+\\.ndjson");
            }).count();
        }
    }

    private static String header(ValidatorId self, int life, long durable, String merged)
            throws IOException {
        ObjectNode header = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("version", TraceFormat.VERSION)
                .put("node", self.index())
                .put("life", life)
                .put("durable", durable);
        header.set("header", JSON.readTree(merged));
        return header.toString();
    }
}
