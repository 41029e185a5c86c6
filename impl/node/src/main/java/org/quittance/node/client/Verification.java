package org.quittance.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quittance.core.base.Digest;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.message.Block;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.commit.StateEntry;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.client.Checks.FinalBlocks;
import org.quittance.node.client.Checks.FinalCommand;

/**
 * Judges a file of proofs with the validator set alone: no network, no clock, and no trust in the
 * node that it is from. What is proved and what is only said are kept apart.
 */
public final class Verification {

    /** The outcome of a command that was not refused. */
    static final String ACCEPTED = "ACCEPTED";

    private final Checks checks;

    /** Judges proofs about the chain of these validators. */
    public Verification(ValidatorSet validators) {
        this.checks = new Checks(validators);
    }

    /**
     * Judges a file.
     *
     * @param file as {@code client prove} writes it
     * @throws Refusal with {@link ExitCode#FAILED} if it proves less than it must, and
     *     with {@link ExitCode#BAD_INPUT} if it is no such file
     */
    public Verified verify(JsonNode file) throws Refusal {
        ProofKind kind = ProofKind.of(file.path("kind").asText()).orElseThrow(() ->
                new Refusal(ExitCode.BAD_INPUT, "not a proof: field kind must be one of "
                        + Arrays.toString(ProofKind.values())));
        List<String> names = new ArrayList<>(kind.fields());
        names.addAll(List.of("kind", "chain"));
        Fields.only(file, "the file", names);
        String chain = Fields.text(file, "chain");
        if (!chain.equals(checks.validators().chainId())) {
            throw Checks.unproved("the file is about chain " + chain + ", but genesis is of "
                    + checks.validators().chainId());
        }
        Claims claims = new Claims();
        switch (kind) {
            case RECEIPT -> receipt(file, claims);
            case ACCOUNT -> account(file, claims);
            case QUITTANCE -> claims.proved(inWords(checks.quittance(file)));
            case CHAIN -> chain(file, claims);
        }
        return new Verified(kind, claims.proved, claims.said);
    }

    private static final class Claims {

        private final List<String> proved = new ArrayList<>();
        private final List<String> said = new ArrayList<>();

        void proved(String claim) {
            proved.add(claim);
        }

        void said(String claim) {
            said.add(claim);
        }
    }

    private void receipt(JsonNode file, Claims claims) throws Refusal {
        if (!Fields.text(file, "state").equals("final")) {
            throw Checks.unproved("field state must be final");
        }
        Digest id = digest(file, "id");
        FinalCommand found = checks.finalCommand(id, file);
        Fields.same("index", Fields.number(file, "index"), (long) found.index());
        claims.proved("command " + id.hex() + " has place " + found.index() + " in block "
                + inWords(found.chain().first()) + ", the first of these:");
        claims.proved(inWords(found.chain()));
        claims.proved(inWords(checks.quittance(file)));
        long height = Fields.number(file, "height");
        if (file.has("ancestors")) {
            Fields.same("height", height, heightOf(found.chain().first(), file));
            claims.proved("the block has height " + height
                    + ": so many blocks lead from genesis to it");
        } else {
            claims.said("the block has height " + height);
        }
        claims.said("the outcome is " + outcome(file));
        if (file.has("account")) {
            nonce(found, file, claims);
        }
    }

    /** The ancestors of a block are counted: no field says its height. */
    private long heightOf(Block block, JsonNode file) throws Refusal {
        JsonNode ancestors = file.path("ancestors");
        if (ancestors.isArray() && ancestors.isEmpty()) {
            firstOfAll(block);
            return 1;
        }
        List<Block> blocks = BlockJson.readChain(ancestors);
        firstOfAll(blocks.get(0));
        if (!blocks.get(blocks.size() - 1).isParentOf(block)) {
            throw Checks.unproved("the ancestors don't lead to block " + inWords(block));
        }
        return blocks.size() + 1L;
    }

    private void firstOfAll(Block block) throws Refusal {
        if (!checks.genesis().isParentOf(block)) {
            throw Checks.unproved("block " + inWords(block) + " does not follow on genesis");
        }
    }

    /** Whoever is refused for less than a wrong nonce has used the nonce as well. */
    private void nonce(FinalCommand found, JsonNode file, Claims claims) throws Refusal {
        if (!(found.command().command() instanceof Command.OfAccount command)) {
            throw Checks.unproved("the command is of no account, but the file has one");
        }
        JsonNode account = file.path("account");
        Fields.only(account, "account", ProofKind.ACCOUNT.fields());
        StateEntry.Account entry = checks.account(command.account(), account);
        long height = checks.quittance(account).height().number();
        boolean used = entry.nonce() > command.nonce();
        if (!used && height >= Fields.number(file, "height")
                && usesNonce(Fields.text(file, "outcome"))) {
            throw Checks.unproved("field outcome says " + Fields.text(file, "outcome")
                    + ", but at height " + height + " account " + entry.id()
                    + " still waits for nonce " + entry.nonce());
        }
        claims.proved("at height " + height + " the next nonce of account " + entry.id() + " is "
                + entry.nonce() + ": " + (used ? "a" : "no") + " command of it with nonce "
                + command.nonce() + " was executed, accepted or refused");
    }

    private static boolean usesNonce(String outcome) {
        return outcome.equals(ACCEPTED)
                || Rejection.valueOf(outcome).compareTo(Rejection.WRONG_NONCE) > 0;
    }

    private static String outcome(JsonNode file) throws Refusal {
        String outcome = Fields.text(file, "outcome");
        if (!outcome.equals(ACCEPTED) && Arrays.stream(Rejection.values())
                .noneMatch(reason -> reason.name().equals(outcome))) {
            throw Checks.unproved("field outcome says " + outcome + ", which is none");
        }
        return outcome;
    }

    private void account(JsonNode file, Claims claims) throws Refusal {
        int id = Math.toIntExact(Math.clamp(Fields.number(file, "account"), -1,
                Integer.MAX_VALUE));
        StateEntry.Account entry = checks.account(id, file);
        claims.proved("account " + entry.id() + " has cash " + entry.cash() + ", next nonce "
                + entry.nonce() + (entry.flagged() == 0 ? "" : ", flagged at height "
                        + entry.flagged()) + ", key " + entry.publicKey().bytes().hex());
        claims.proved(inWords(checks.quittance(file)));
    }

    private void chain(JsonNode file, Claims claims) throws Refusal {
        FinalBlocks chain = checks.finalBlocks(file.path("finality"));
        long height = Fields.number(file, "height");
        if (height < 1 || height > Long.MAX_VALUE / 2) {
            throw Checks.unproved("there is no height " + height);
        }
        long last = height + chain.blocks().size() - 1;
        claims.proved(inWords(chain));
        if (height == 1) {
            firstOfAll(chain.first());
            claims.proved("they are the blocks of heights 1 to " + last);
        } else {
            claims.said("they are the blocks of heights " + height + " to " + last);
        }
    }

    private String inWords(FinalBlocks chain) {
        int count = chain.blocks().size();
        return (count == 1 ? "one block is" : "a chain of " + count + " blocks is")
                + " final, up to " + inWords(chain.last()) + ": finalization by "
                + checks.weighed(chain.finalization().signers());
    }

    private static String inWords(Block block) {
        return block.digest().hex() + " of view " + block.view().number();
    }

    private String inWords(Quittance quittance) {
        return "the state at height " + quittance.height().number() + " has root "
                + quittance.root().hex() + ": quittance by " + checks.weighed(quittance.signers());
    }

    private static Digest digest(JsonNode file, String name) throws Refusal {
        try {
            return Digest.fromHex(Fields.text(file, name));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT,
                    "not a proof: field " + name + " must have 64 hexadecimal digits");
        }
    }
}
