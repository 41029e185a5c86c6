package org.quittance.node.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.crypto.Signer;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.crypto.FastEd25519;

/** A file with an Ed25519 key: of a validator, an account, a custodian or a governor. */
public final class KeyFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE = 32;

    private KeyFile() {}

    /**
     * Makes a new key and writes it where nothing is yet, readable by its owner only.
     *
     * @throws Refusal if the file exists or can't be written
     */
    public static PublicKey create(Path file) throws Refusal {
        KeyPair pair = generate();
        byte[] encoded = pair.getPublic().getEncoded();
        Bytes key = Bytes.copyOf(
                Arrays.copyOfRange(encoded, encoded.length - SIZE, encoded.length));
        byte[] secret = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(() ->
                new IllegalStateException("a new key without its bytes"));
        ObjectNode json = JSON.createObjectNode()
                .put("scheme", "ed25519")
                .put("public", key.hex())
                .put("private", Bytes.copyOf(secret).hex());
        OwnFiles.writeSecret(file, json.toPrettyString() + "\n");
        return new PublicKey(SchemeId.ED25519, key);
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519, but not this", e);
        }
    }

    /**
     * Reads a key.
     *
     * @throws Refusal if the file can't be read, or its two halves don't belong together
     */
    public static Signer read(Path file) throws Refusal {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            PublicKey key = new PublicKey(
                    SchemeId.ED25519, Bytes.fromHex(json.path("public").asText()));
            return FastEd25519.signer(Bytes.fromHex(json.path("private").asText()), key);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Not the reason: it might quote what is in the file.
            throw new Refusal(ExitCode.BAD_INPUT, file + " is not a key as `keygen` writes it");
        } catch (IOException e) {
            throw OwnFiles.unreadable(file, e);
        }
    }
}
