package org.quittance.node.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.Settlement;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.Commitment;
import org.quittance.core.settlement.commit.EntryKeys;
import org.quittance.core.settlement.commit.MerkleTrie;
import org.quittance.core.settlement.commit.Proof;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.core.settlement.commit.StateProof;
import org.quittance.node.cluster.ClusterFiles;
import org.quittance.node.driver.CommandPool;

/** Three blocks of four validators, signed by hand, the second with a command; and its proofs. */
final class ProvenChain {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACCOUNT = 4;

    private final ClusterFiles files;
    final ValidatorSet validators;
    private final List<Block> blocks = new ArrayList<>();
    private final Payload payload;
    final SealedCommand command;
    private final MerkleTrie before;
    private final MerkleTrie trie;

    ProvenChain(Path directory) throws Exception {
        files = ClusterFiles.create(directory, false);
        validators = files.genesis().validatorSet();
        command = SealedCommand.seal(validators.chainId(), new Command.Cancel(ACCOUNT, 0, 7),
                files.traders().get(0));
        payload = PayloadCodec.encode(new BlockContents(Optional.empty(), List.of(command)));
        Payload empty = PayloadCodec.encode(BlockContents.empty());
        Block last = Block.genesis(validators.chainId(), 0);
        for (int view = 1; view <= 3; view++) {
            last = Block.on(last, new View(view), view == 2 ? payload : empty);
            blocks.add(last);
        }
        Settlement settlement =
                Settlement.genesis(files.genesis().settlement(), EventSink.NONE);
        Commitment commitment = new Commitment(settlement.state().ledger());
        settlement.endBlock();
        before = commitment.trie();
        settlement.execute(command.command(), command.signers());
        settlement.endBlock();
        trie = commitment.trie();
    }

    Path genesis() {
        return files.directory().resolve("genesis.json");
    }

    private ObjectNode started(ProofKind kind) {
        return JSON.createObjectNode().put("kind", kind.toString())
                .put("chain", validators.chainId());
    }

    /** The receipt of the command, with its account and the ancestors that prove its height. */
    ObjectNode receipt() {
        ObjectNode file = started(ProofKind.RECEIPT)
                .put("id", CommandPool.idOf(command).hex())
                .put("state", "final").put("height", 2).put("index", 0)
                .put("outcome", "UNKNOWN_ORDER");
        file.set("finality", finality(1).put("payload", base64(payload.bytes().toArray())));
        file.set("quittance", quittanceJson(0, 1, 2));
        file.set("account", accountAnswer(trie));
        file.putArray("ancestors").add(BlockJson.write(blocks.get(0)));
        return file;
    }

    ObjectNode account() {
        return started(ProofKind.ACCOUNT).setAll(accountAnswer(trie));
    }

    /** What a quorum would have signed had the command not been executed. */
    ObjectNode accountWithoutTheCommand() {
        return accountAnswer(before);
    }

    private ObjectNode accountAnswer(MerkleTrie trie) {
        Proof proof = trie.prove(EntryKeys.account(ACCOUNT)).orElseThrow();
        StateEntry.Account entry =
                StateProof.verifyAccount(trie.root(), ACCOUNT, proof).orElseThrow();
        ObjectNode answer = JSON.createObjectNode().put("account", entry.id())
                .put("cash", entry.cash()).put("nonce", entry.nonce())
                .put("flagged", entry.flagged()).put("proof", base64(proof.encode()));
        answer.set("quittance", quittanceJson(quittanceBy(trie.root(), 1, 2, 3)));
        return answer;
    }

    /** A quittance by these. */
    ObjectNode quittance(int... signers) {
        return started(ProofKind.QUITTANCE).set("quittance", quittanceJson(signers));
    }

    private ObjectNode quittanceJson(int... signers) {
        return quittanceJson(quittanceBy(signers));
    }

    ObjectNode quittanceJson(Quittance quittance) {
        return JSON.createObjectNode().put("height", quittance.height().number())
                .put("root", quittance.root().hex()).put("bytes", encode(quittance));
    }

    Quittance quittanceBy(int... signers) {
        return quittanceBy(trie.root(), signers);
    }

    private Quittance quittanceBy(Digest root, int... signers) {
        Height height = new Height(2);
        List<Attestation> attestations = new ArrayList<>();
        for (int signer : signers) {
            attestations.add(new Attestation(new ValidatorId(signer), height, root,
                    key(signer).sign(
                            SigningBytes.ofAttestation(validators, height, root))));
        }
        return Quittance.of(height, root, attestations);
    }

    private Signer key(int validator) {
        return files.validators().get(validator);
    }

    /** The blocks from the first on. */
    ObjectNode chain() {
        return chain(0, 1);
    }

    /** The blocks from one on, and what is said to be its height. */
    ObjectNode chain(int from, long height) {
        ObjectNode file = started(ProofKind.CHAIN).put("height", height);
        file.set("finality", finality(from));
        return file;
    }

    private ObjectNode finality(int from) {
        Statement statement = Statement.finalization(blocks.get(blocks.size() - 1));
        List<Signed> votes = new ArrayList<>();
        for (int signer : new int[] {0, 2, 3}) {
            votes.add(new Signed(new ValidatorId(signer), statement,
                    key(signer).sign(SigningBytes.of(validators, statement))));
        }
        ObjectNode finality = JSON.createObjectNode();
        ArrayNode array = finality.putArray("blocks");
        blocks.subList(from, blocks.size()).forEach(block -> array.add(BlockJson.write(block)));
        return finality.put("finalization", encode(Certificate.of(statement, votes)));
    }

    String encode(Message message) {
        return base64(MessageCodec.encode(Envelope.of(validators, message)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The digest of the last block. */
    Digest tip() {
        return blocks.get(blocks.size() - 1).digest();
    }
}
