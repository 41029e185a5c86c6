package org.quittance.node.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.Verification;
import org.quittance.node.client.Verified;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.OwnFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges proofs without asking anybody. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Judges a file that `quittance client prove` wrote: a receipt, an account, a quittance"
                    + " or a chain of final blocks.",
            "It needs the genesis file alone, and no network. What follows from the validators'"
                    + " signatures is listed as proved; what only the node says that the file is"
                    + " from, as said. Status 0 accepted, 1 rejected, 2 no such file."
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final long MOST_BYTES = 256L << 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--genesis", required = true, paramLabel = "FILE",
            description = "the genesis of the chain, with its validators")
    private @Nullable Path genesis;

    @Option(names = "--json", description = "the verdict as JSON")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "as `quittance client prove` writes it")
    private @Nullable Path file;

    @Override
    public Integer call() throws Exception {
        Path source = genesis;
        Path proof = file;
        if (source == null || proof == null) {
            throw Usage.wrong(spec, "--genesis and a file are needed");
        }
        GenesisFile trusted = GenesisFile.read(source);
        JsonNode read = read(proof);
        try {
            Verified verified = new Verification(trusted.validatorSet()).verify(read);
            if (json) {
                Usage.print(spec, object(verified).toString());
            } else {
                lines(verified).forEach(line -> Usage.print(spec, line));
            }
            return ExitCode.OK.number();
        } catch (Refusal e) {
            if (json && e.code() == ExitCode.FAILED) {
                Usage.print(spec, JSON.createObjectNode().put("verdict", "rejected")
                        .put("reason", Refusal.reason(e)).toString());
            }
            throw new Refusal(e.code(), (e.code() == ExitCode.FAILED ? "rejected " : "")
                    + proof + ": " + Refusal.reason(e));
        }
    }

    private static JsonNode read(Path file) throws Refusal {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refusal(ExitCode.BAD_INPUT, file + " has more than " + MOST_BYTES
                        + " bytes");
            }
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new Refusal(ExitCode.BAD_INPUT, file + " is not JSON: " + Refusal.reason(e));
        } catch (IOException e) {
            throw OwnFiles.unreadable(file, e);
        }
    }

    /** The verdict for people. */
    static List<String> lines(Verified verified) {
        List<String> lines = new ArrayList<>();
        lines.add("accepted: " + verified.kind());
        verified.proved().forEach(claim -> lines.add("  proved: " + claim));
        verified.said().forEach(claim -> lines.add("  said by the node, not proved: " + claim));
        return lines;
    }

    private static ObjectNode object(Verified verified) {
        ObjectNode object = JSON.createObjectNode().put("verdict", "accepted")
                .put("kind", verified.kind().toString());
        verified.proved().forEach(object.putArray("proved")::add);
        verified.said().forEach(object.putArray("said")::add);
        return object;
    }
}
