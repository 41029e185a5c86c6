package org.quittance.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.message.Endorsement;
import org.quittance.core.message.Quittance;
import org.quittance.node.Refusal;

/** A file of proofs is believed as it is, and not with any part of it changed. */
class VerificationTest {

    @TempDir
    private static Path directory;

    private static ProvenChain chain;
    private static Verification verification;

    @BeforeAll
    static void sign() throws Exception {
        chain = new ProvenChain(directory.resolve("chain"));
        verification = new Verification(chain.validators);
    }

    private static ObjectNode file(ProofKind kind) {
        return switch (kind) {
            case RECEIPT -> chain.receipt();
            case ACCOUNT -> chain.account();
            case QUITTANCE -> chain.quittance(0, 1, 3);
            case CHAIN -> chain.chain();
        };
    }

    @Test
    void whatIsProvedIsToldFromWhatIsSaid() throws Exception {
        Verified receipt = verification.verify(chain.receipt());
        assertThat(receipt.said()).containsExactly("the outcome is UNKNOWN_ORDER");
        assertThat(String.join("\n", receipt.proved()))
                .contains("has place 0 in block")
                .contains("a chain of 2 blocks is final, up to " + chain.tip().hex())
                .contains("finalization by validators [0, 2, 3], weight 3000000 of 4000000")
                .contains("the block has height 2")
                .contains("next nonce of account 4 is 1: a command of it with nonce 0 was");
        ObjectNode short1 = chain.receipt();
        short1.remove(List.of("ancestors", "account"));
        assertThat(verification.verify(short1).said()).containsExactly(
                "the block has height 2", "the outcome is UNKNOWN_ORDER");
        assertThat(verification.verify(chain.account()).said()).isEmpty();
        assertThat(verification.verify(chain.chain()).said()).isEmpty();
        assertThat(verification.verify(chain.chain(1, 2)).said())
                .containsExactly("they are the blocks of heights 2 to 3");
    }

    /**
     * Every number, text and flag, in several places: either it is refused, or it is one of those
     * that are listed as said, and the list says the other thing.
     */
    @ParameterizedTest
    @EnumSource(ProofKind.class)
    void everyChangeIsNoticed(ProofKind kind) throws Exception {
        ObjectNode genuine = file(kind);
        List<String> said = verification.verify(genuine).said();
        List<JsonPointer> leaves = new ArrayList<>();
        leaves(genuine, JsonPointer.empty(), leaves);
        assertThat(leaves).hasSizeGreaterThan(4);
        int refused = 0;
        for (JsonPointer leaf : leaves) {
            for (JsonNode other : others(genuine.at(leaf))) {
                ObjectNode changed = genuine.deepCopy();
                set(changed, leaf, other);
                Optional<Verified> believed = verdict(changed);
                if (believed.isPresent()) {
                    assertThat(believed.get().said()).as("%s = %s", leaf, other)
                            .isNotEqualTo(said);
                } else {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(3 * (leaves.size() - said.size()));
    }

    /** Without a field, and with one too many. */
    @ParameterizedTest
    @EnumSource(ProofKind.class)
    void everyFieldIsNeededAndNoOther(ProofKind kind) throws Exception {
        for (JsonPointer place : objects(file(kind))) {
            ObjectNode more = file(kind);
            ((ObjectNode) more.at(place)).put("comment", 1);
            assertThat(verdict(more)).as("more at %s", place).isEmpty();
            List<String> names = new ArrayList<>();
            file(kind).at(place).fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!List.of("ancestors", "account").contains(name) || kind == ProofKind.ACCOUNT) {
                    ObjectNode less = file(kind);
                    ((ObjectNode) less.at(place)).remove(name);
                    assertThat(verdict(less)).as("%s without %s", place, name).isEmpty();
                }
            }
        }
    }

    @Test
    void whoseSignatureFailsIsNamed() {
        Quittance genuine = chain.quittanceBy(0, 1, 3);
        List<Endorsement> mixed = new ArrayList<>(genuine.endorsements());
        mixed.set(1, new Endorsement(new ValidatorId(1), mixed.get(0).signature()));
        refused(() -> with(mixed),
                "not proved: Quittance refused, BAD_SIGNATURE: the signature of validator 1"
                        + " is not genuine");
        mixed.set(1, genuine.endorsements().get(1));
        mixed.set(2, new Endorsement(new ValidatorId(9), mixed.get(0).signature()));
        refused(() -> with(mixed),
                "UNKNOWN_SIGNER: validator 9 is not in the validator set, which has 4");
        mixed.set(2, mixed.get(1));
        refused(() -> with(mixed), "that is no Quittance: ");
    }

    private static ObjectNode with(List<Endorsement> endorsements) {
        Quittance genuine = chain.quittanceBy(0, 1, 3);
        ObjectNode file = chain.quittance(0, 1, 3);
        file.set("quittance", chain.quittanceJson(
                new Quittance(genuine.height(), genuine.root(), endorsements)));
        return file;
    }

    @Test
    void tooLittleWeightIsCounted() {
        refused(() -> chain.quittance(0, 2), "TOO_LITTLE_WEIGHT: validators [0, 2] have weight"
                + " 2000000 of 4000000, and 2666667 is needed");
    }

    @Test
    void anotherChainIsNamed() throws Exception {
        ProvenChain other = new ProvenChain(directory.resolve("other"));
        refused(() -> other.account(), "is about chain " + other.validators.chainId());
        ObjectNode renamed = other.account().put("chain", chain.validators.chainId());
        refused(() -> renamed, "WRONG_CHAIN: it is of chain " + other.validators.chainId());
    }

    @Test
    void heightsAreCountedFromGenesisOnly() {
        refused(() -> chain.chain(1, 1), "does not follow on genesis");
        ObjectNode higher = chain.receipt().put("height", 3);
        refused(() -> higher, "field height says 3, but proved is 2");
    }

    @Test
    void anOutcomeThatTheNonceBeliesIsRefused() throws Exception {
        ObjectNode receipt = chain.receipt();
        receipt.set("account", chain.accountWithoutTheCommand());
        refused(() -> receipt,
                "says UNKNOWN_ORDER, but at height 2 account 4 still waits for nonce 0");
        receipt.put("outcome", "ACCEPTED");
        refused(() -> receipt, "says ACCEPTED, but at height 2 account 4 still waits");
        assertThat(verification.verify(receipt.put("outcome", "WRONG_NONCE")).proved())
                .anyMatch(it -> it.contains("no command of it with nonce 0 was executed"));
        refused(() -> receipt.put("outcome", "EATEN"), "says EATEN, which is none");
    }

    private static void refused(Supplier<ObjectNode> file, String message) {
        ThrowingCallable call = () -> verification.verify(file.get());
        assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private static Optional<Verified> verdict(ObjectNode file) {
        try {
            return Optional.of(verification.verify(file));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    private static void leaves(JsonNode node, JsonPointer at, List<JsonPointer> to) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(
                    name -> leaves(object.get(name), at.appendProperty(name), to));
        } else if (node instanceof ArrayNode array) {
            for (int k = 0; k < array.size(); k++) {
                leaves(array.get(k), at.appendIndex(k), to);
            }
        } else {
            to.add(at);
        }
    }

    private static List<JsonPointer> objects(JsonNode node) {
        List<JsonPointer> leaves = new ArrayList<>();
        leaves(node, JsonPointer.empty(), leaves);
        return leaves.stream().map(JsonPointer::head).distinct().toList();
    }

    private static void set(ObjectNode root, JsonPointer leaf, JsonNode value) {
        JsonNode holder = root.at(leaf.head());
        if (holder instanceof ArrayNode array) {
            array.set(leaf.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) holder).set(leaf.last().getMatchingProperty(), value);
        }
    }

    /** What else could stand there: at least three others. */
    private static List<JsonNode> others(JsonNode leaf) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        List<JsonNode> others = new ArrayList<>();
        if (leaf.isIntegralNumber()) {
            for (long step : new long[] {1, -1, 1L << 40}) {
                others.add(make.numberNode(leaf.longValue() + step));
            }
            return others;
        }
        String text = leaf.textValue();
        for (int part = 0; part < 24; part++) {
            int at = (int) ((long) part * (text.length() - 1) / 23);
            char other = text.charAt(at) == 'a' ? 'b' : 'a';
            others.add(make.textNode(text.substring(0, at) + other + text.substring(at + 1)));
        }
        return others;
    }
}
