package org.quittance.node.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.PublicKey;
import org.quittance.core.base.SchemeId;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.consensus.Verifier;
import org.quittance.core.crypto.SignatureScheme;
import org.quittance.core.crypto.SimulationScheme;
import org.quittance.core.message.Payload;
import org.quittance.core.replica.PayloadRules;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealVerifier;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.node.Chains;

class KnownPayloadsTest {

    private static final String CHAIN = "known";

    private final SimulationScheme scheme = new SimulationScheme(1);
    private final Counting counting = new Counting(scheme);
    private final KnownPayloads payloads = payloads();

    /** How many signatures were checked. */
    private static final class Counting implements SignatureScheme {

        private final SignatureScheme scheme;
        private int checked;

        Counting(SignatureScheme scheme) {
            this.scheme = scheme;
        }

        @Override
        public SchemeId id() {
            return scheme.id();
        }

        @Override
        public boolean verify(PublicKey key, byte[] message, Signature signature) {
            checked++;
            return scheme.verify(key, message, signature);
        }
    }

    private KnownPayloads payloads() {
        ValidatorSet validators = Chains.validators(CHAIN);
        return new KnownPayloads(new PayloadRules(
                new Verifier(validators, counting), new SealVerifier(CHAIN, counting)));
    }

    private Payload payload(String chain, int size) {
        List<SealedCommand> commands = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            commands.add(SealedCommand.seal(
                    chain, new Command.Cancel(1, k, 7), scheme.signer(9)));
        }
        return PayloadCodec.encode(new BlockContents(Optional.empty(), commands));
    }

    @Test
    void longPayloadIsCheckedOnce() {
        Payload payload = payload(CHAIN, 40);
        assertThat(payloads.isValid(payload)).isTrue();
        assertThat(counting.checked).isEqualTo(40);
        assertThat(payloads.isValid(payload(CHAIN, 40))).isTrue();
        assertThat(counting.checked).isEqualTo(40);
    }

    @Test
    void anotherIsNotTakenForIt() {
        Payload payload = payload(CHAIN, 40);
        assertThat(payloads.isValid(payload)).isTrue();
        byte[] changed = payload.bytes().toArray();
        changed[changed.length - 1] ^= 1;
        assertThat(payloads.isValid(new Payload(Bytes.copyOf(changed)))).isFalse();
    }

    @Test
    void whatIsNotValidIsNeverRemembered() {
        Payload foreign = payload("another", 40);
        assertThat(payloads.isValid(foreign)).isFalse();
        int checked = counting.checked;
        assertThat(payloads.isValid(foreign)).isFalse();
        assertThat(counting.checked).isGreaterThan(checked);
    }
}
