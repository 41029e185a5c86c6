package org.quittance.node.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Validator;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.Weight;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Parameters;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

/**
 * What all validators of a chain start from, as it stands in a file.
 *
 * <p>The chain id ends with a digest of everything else that is here: who has another file has
 * another chain, and no signature of one counts in the other.
 *
 * @param chainId a name, a hyphen, and the digest
 * @param maxLag so many final blocks may be without a quittance
 * @param accounts in the order of their ids
 * @param validators in the order of their ids
 * @param custodians public keys
 * @param governors public keys
 * @param parameters of the settlement, by their names in the spec
 */
public record GenesisFile(
        String chainId,
        long maxLag,
        List<Account> accounts,
        List<Member> validators,
        List<String> custodians,
        List<String> governors,
        SortedMap<String, Long> parameters) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, true)
            .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, true);
    private static final int DIGITS = 32;

    /**
     * An account.
     *
     * @param key public key
     * @param cash minor units
     */
    public record Account(String key, long cash) {}

    /**
     * A validator.
     *
     * @param key public key that it votes, attests and reports with
     * @param stake minor units; its weight, too
     * @param owner the account whose money the stake is
     * @param tls SHA-256 of its certificate
     * @param address host and port where others reach it
     */
    public record Member(String key, long stake, int owner, String tls, String address) {}

    public GenesisFile {
        accounts = List.copyOf(accounts);
        validators = List.copyOf(validators);
        custodians = List.copyOf(custodians);
        governors = List.copyOf(governors);
        parameters = new TreeMap<>(parameters);
    }

    /** The same with the chain id that belongs to it. */
    public GenesisFile named(String name) {
        return withChainId(name + "-" + digest());
    }

    private GenesisFile withChainId(String id) {
        return new GenesisFile(
                id, maxLag, accounts, validators, custodians, governors, parameters);
    }

    private String digest() {
        try {
            byte[] bytes = JSON.writeValueAsString(withChainId(""))
                    .getBytes(StandardCharsets.UTF_8);
            return Digest.sha256("quittance/node/genesis/v1", bytes).hex().substring(0, DIGITS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records can be written as JSON, but not this", e);
        }
    }

    /** As it stands in a file. */
    public String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records can be written as JSON, but not this", e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if it can't be read, or anything in it is not as it must be
     */
    public static GenesisFile read(Path file) throws Refusal {
        GenesisFile read;
        try {
            read = JSON.readValue(Files.readString(file), GenesisFile.class);
        } catch (JsonProcessingException e) {
            throw new Refusal(ExitCode.BAD_INPUT,
                    "genesis " + file + ": " + Refusal.reason(e));
        } catch (IOException e) {
            throw OwnFiles.unreadable(file, e);
        }
        // What JSON calls null is a file that says nothing.
        if (read == null) {
            throw new Refusal(ExitCode.BAD_INPUT, "genesis " + file + " says nothing");
        }
        if (!read.chainId.endsWith("-" + read.digest())) {
            throw new Refusal(ExitCode.BAD_INPUT, "genesis " + file + ": chain id " + read.chainId
                    + " does not end with the digest of the rest, which is " + read.digest()
                    + "; get the file again from whoever made it");
        }
        try {
            read.validatorSet();
            read.settlement();
            read.checkFingerprints();
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT, "genesis " + file + ": " + Refusal.reason(e));
        }
        return read;
    }

    private void checkFingerprints() {
        for (Member member : validators) {
            Digest.fromHex(member.tls());
        }
        if (validators.stream().map(Member::tls).distinct().count() != validators.size()) {
            throw new IllegalArgumentException("two validators have the same certificate");
        }
        if (maxLag < 1) {
            throw new IllegalArgumentException("maxLag must be at least 1");
        }
    }

    /** The validators as ordering knows them. */
    public ValidatorSet validatorSet() {
        return new ValidatorSet(chainId, 0, validators.stream()
                .map(member -> new Validator(new Weight(member.stake()), key(member.key())))
                .toList());
    }

    /** What settlement starts from. */
    public Genesis settlement() {
        return new Genesis(
                Parameters.of(parameters),
                accounts.stream()
                        .map(account -> new Genesis.Account(key(account.key()), account.cash()))
                        .toList(),
                validators.stream()
                        .map(member -> new Genesis.Validator(
                                key(member.key()), member.owner(), member.stake()))
                        .toList(),
                custodians.stream().map(GenesisFile::key).toList(),
                governors.stream().map(GenesisFile::key).toList());
    }

    private static PublicKey key(String hex) {
        return new PublicKey(SchemeId.ED25519, Bytes.fromHex(hex));
    }
}
