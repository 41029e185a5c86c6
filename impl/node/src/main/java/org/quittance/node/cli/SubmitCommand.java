package org.quittance.node.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.core.base.Digest;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks;
import org.quittance.node.client.CommandJson;
import org.quittance.node.client.NodeClient;
import org.quittance.node.client.NodeClient.Answer;
import org.quittance.node.driver.CommandPool;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Seals and submits a command. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = "Seals a command, submits it, and waits for its receipt. To submit it again"
                + " is safe: it takes effect once.")
final class SubmitCommand extends Asking {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--key", paramLabel = "FILE", description = "who seals it")
    private List<Path> keys = new ArrayList<>();

    @Option(names = "--wait", defaultValue = "30", paramLabel = "SECONDS",
            description = "how long to wait for the receipt (default: ${DEFAULT-VALUE})")
    private long seconds;

    @Parameters(paramLabel = "COMMAND", description = "such as {\"type\":\"Cancel\","
            + "\"account\":4,\"nonce\":0,\"order\":1}")
    private String command = "";

    @Override
    public Integer call() throws Exception {
        GenesisFile genesis = genesis();
        List<Signer> signers = new ArrayList<>();
        for (Path key : keys) {
            signers.add(KeyFile.read(key));
        }
        SealedCommand sealed;
        try {
            sealed = SealedCommand.seal(genesis.chainId(),
                    CommandJson.read(JSON.readTree(command)), signers.toArray(new Signer[0]));
        } catch (JsonProcessingException e) {
            throw new Refusal(ExitCode.BAD_INPUT, "the command is not JSON");
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT,
                    "nobody can submit that: " + Refusal.reason(e));
        }
        NodeClient node = node();
        Answer answer = node.submit(sealed);
        if (answer.status() != 202 && answer.status() != 200) {
            throw new Refusal(ExitCode.FAILED, "the node refuses: " + answer.error());
        }
        Digest id = CommandPool.idOf(sealed);
        print(id.hex());
        return receipt(node, new Checks(genesis.validatorSet()), id, seconds);
    }
}
