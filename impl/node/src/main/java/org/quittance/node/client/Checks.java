package org.quittance.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.consensus.Verifier.Verdict;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Kind;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.Proof;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.commit.StateProof;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.crypto.FastEd25519;
import org.quittance.node.crypto.KnownSignatures;
import org.quittance.node.driver.CommandPool;

/** Checks what a node answered, with the validator set alone. */
public final class Checks {

    private static final List<String> FINALITY = List.of("payload", "blocks", "finalization");
    private static final List<String> QUITTANCE = List.of("height", "root", "bytes");

    private final ValidatorSet validators;
    private final Verifier verifier;
    private final Blame blame;

    /** Checks of answers about a chain. */
    public Checks(ValidatorSet validators) {
        this.validators = validators;
        this.verifier = new Verifier(
                validators, new KnownSignatures(FastEd25519.best()));
        this.blame = new Blame(validators, verifier);
    }

    /**
     * Blocks that are final.
     *
     * @param blocks each the parent of the next; at least one
     * @param finalization of the last
     */
    record FinalBlocks(List<Block> blocks, Certificate finalization) {

        FinalBlocks {
            blocks = List.copyOf(blocks);
        }

        Block first() {
            return blocks.get(0);
        }

        Block last() {
            return blocks.get(blocks.size() - 1);
        }
    }

    /**
     * A command in a final block.
     *
     * @param index its place among the commands of the block, the first of the list
     */
    record FinalCommand(FinalBlocks chain, SealedCommand command, int index) {}

    ValidatorSet validators() {
        return validators;
    }

    /** The block that all start from. */
    Block genesis() {
        return Block.genesis(validators.chainId(), validators.epoch());
    }

    /**
     * Checks that the command is in a block that is final.
     *
     * @param receipt as {@code GET /v1/receipts/{id}} gives it
     * @throws Refusal if that isn't proved
     */
    public void finality(Digest command, JsonNode receipt) throws Refusal {
        finalCommand(command, receipt);
    }

    /**
     * What is in a block that is final.
     *
     * @param answer as {@code GET /v1/blocks/{height}} gives it, or a receipt
     * @throws Refusal if it isn't proved that it is final
     */
    public List<SealedCommand> commands(JsonNode answer) throws Refusal {
        JsonNode proof = answer.path("finality");
        return commands(proof, finalBlocks(proof).first());
    }

    /** Checks that the command is in a block that is final, and says in which. */
    FinalCommand finalCommand(Digest command, JsonNode receipt) throws Refusal {
        JsonNode proof = receipt.path("finality");
        FinalBlocks chain = finalBlocks(proof);
        List<SealedCommand> commands = commands(proof, chain.first());
        for (int index = 0; index < commands.size(); index++) {
            if (CommandPool.idOf(commands.get(index)).equals(command)) {
                return new FinalCommand(chain, commands.get(index), index);
            }
        }
        throw unproved("command " + command.hex() + " is not in the block, which has "
                + commands.size() + " others");
    }

    private static List<SealedCommand> commands(JsonNode proof, Block block) throws Refusal {
        byte[] bytes = Fields.bytes(proof, "payload");
        if (bytes.length > Payload.MAX_SIZE) {
            throw unproved("the payload is too long");
        }
        Payload payload = new Payload(Bytes.copyOf(bytes));
        if (!block.payload().equals(payload.digest())) {
            throw unproved("the payload has digest " + payload.digest().hex()
                    + ", but the first block names " + block.payload().hex());
        }
        try {
            return PayloadCodec.decode(payload).commands();
        } catch (MalformedException e) {
            throw unproved("the payload can't be read");
        }
    }

    /** Checks blocks with a finalization of the last of them. */
    FinalBlocks finalBlocks(JsonNode proof) throws Refusal {
        Fields.only(proof, "finality", FINALITY);
        List<Block> blocks = BlockJson.readChain(proof.path("blocks"));
        Certificate finalization =
                genuine(Fields.bytes(proof, "finalization"), Certificate.class);
        Block last = blocks.get(blocks.size() - 1);
        if (finalization.kind() != Kind.FINALIZE || !finalization.block().equals(last)) {
            throw unproved("the certificate is no finalization of the last block, " + last);
        }
        return new FinalBlocks(blocks, finalization);
    }

    /**
     * Checks a quittance.
     *
     * @param answer with a field {@code quittance}
     */
    public Quittance quittance(JsonNode answer) throws Refusal {
        JsonNode json = answer.path("quittance");
        Fields.only(json, "quittance", QUITTANCE);
        Quittance quittance = genuine(Fields.bytes(json, "bytes"), Quittance.class);
        Fields.same("height", Fields.number(json, "height"), quittance.height().number());
        Fields.same("root", Fields.text(json, "root"), quittance.root().hex());
        return quittance;
    }

    /**
     * Checks an account.
     *
     * @param answer as {@code GET /v1/accounts/{id}} gives it
     */
    public StateEntry.Account account(int account, JsonNode answer) throws Refusal {
        Quittance quittance = quittance(answer);
        try {
            Proof proof = Proof.decode(Fields.bytes(answer, "proof"));
            StateEntry.Account entry = StateProof
                    .verifyAccount(quittance.root(), account, proof)
                    .orElseThrow(() -> unproved("the state proof is not of account " + account
                            + " under root " + quittance.root().hex()));
            Fields.same("account", Fields.number(answer, "account"), (long) entry.id());
            Fields.same("cash", Fields.number(answer, "cash"), entry.cash());
            Fields.same("nonce", Fields.number(answer, "nonce"), entry.nonce());
            Fields.same("flagged", Fields.number(answer, "flagged"), entry.flagged());
            return entry;
        } catch (MalformedException e) {
            throw unproved("the state proof can't be read");
        }
    }

    private <T extends Message> T genuine(byte[] bytes, Class<T> type) throws Refusal {
        try {
            Envelope envelope = MessageCodec.decode(bytes);
            Verdict verdict = verifier.verify(new ValidatorId(0), envelope);
            return switch (verdict) {
                case Verdict.Accepted(var message) -> type.cast(message.message());
                case Verdict.Rejected(var reason) -> throw unproved(
                        envelope.message().getClass().getSimpleName() + " refused, "
                                + blame.explain(envelope, reason));
            };
        } catch (MalformedException | ClassCastException e) {
            throw unproved("that is no " + type.getSimpleName() + ": " + Refusal.reason(e));
        }
    }

    /** These validators and their weight, in words. */
    String weighed(SortedSet<ValidatorId> signers) {
        return "validators " + signers + ", weight " + validators.weightOf(signers) + " of "
                + validators.totalWeight();
    }

    static Refusal unproved(String reason) {
        return new Refusal(ExitCode.FAILED, "not proved: " + reason);
    }
}
