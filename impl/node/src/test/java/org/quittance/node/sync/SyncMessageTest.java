package org.quittance.node.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.codec.MalformedException;
import org.quittance.node.Chains;
import org.quittance.node.sync.SyncMessage.Head;

class SyncMessageTest {

    private static final Donor DONOR = new Donor(1, 3);

    static List<SyncMessage> messages() {
        return List.of(
                new SyncMessage.AskHead(),
                new SyncMessage.Nothing(),
                new Head(DONOR.quittance(2, 1, 2, 3), List.of(DONOR.body(2), DONOR.body(3)),
                        DONOR.finalization(3, 0, 1, 2), 12_345),
                new SyncMessage.AskPart(new Height(7), 300),
                new SyncMessage.Part(new Height(7), 300, Bytes.fromHex("0102")));
    }

    private static void refused(ValidatorSet validators, byte[] bytes) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> SyncMessage.decode(validators, bytes));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatWasWrittenIsReadAndNothingElse(SyncMessage message) throws MalformedException {
        byte[] bytes = SyncMessage.encode(Donor.VALIDATORS, message);
        assertThat(SyncMessage.decode(Donor.VALIDATORS, bytes)).isEqualTo(message);
        for (int length = 0; length < bytes.length; length++) {
            refused(Donor.VALIDATORS, Arrays.copyOf(bytes, length));
        }
        refused(Donor.VALIDATORS, Arrays.copyOf(bytes, bytes.length + 1));
        bytes[0] = 6;
        refused(Donor.VALIDATORS, bytes);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void anotherChainHasNoHead(SyncMessage message) throws MalformedException {
        byte[] bytes = SyncMessage.encode(Donor.VALIDATORS, message);
        ValidatorSet others = Chains.validators("other");
        if (message instanceof Head) {
            refused(others, bytes);
        } else {
            assertThat(SyncMessage.decode(others, bytes)).isEqualTo(message);
        }
    }
}
