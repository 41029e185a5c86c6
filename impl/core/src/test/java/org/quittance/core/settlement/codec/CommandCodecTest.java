package org.quittance.core.settlement.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class CommandCodecTest {

    @Provide
    Arbitrary<Command> commands() {
        return CommandSamples.commands();
    }

    @Property
    void decodingUndoesEncoding(@ForAll("commands") Command command) throws MalformedException {
        assertThat(CommandCodec.decode(CommandCodec.encode(command))).isEqualTo(command);
    }

    @Property
    void aFlippedBitIsRefusedOrGivesAnotherCommandWithTheseVeryBytes(
            @ForAll("commands") Command command, @ForAll int where) {
        byte[] bytes = CommandCodec.encode(command);
        int bit = Math.floorMod(where, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        refusedOrCanonical(bytes);
    }

    @Property
    void garbageIsRefusedOrCanonical(
            @ForAll @Size(max = 60) byte[] garbage, @ForAll int tag) {
        byte[] bytes = garbage.clone();
        if (bytes.length > 0) {
            bytes[0] = (byte) (1 + Math.floorMod(tag, 18));
        }
        refusedOrCanonical(bytes);
    }

    @Property
    void everyProperPrefixIsTruncated(@ForAll("commands") Command command, @ForAll int where) {
        byte[] bytes = CommandCodec.encode(command);
        refused(Malformed.TRUNCATED, Arrays.copyOf(bytes, Math.floorMod(where, bytes.length)));
    }

    @Property
    void nothingMayFollow(@ForAll("commands") Command command) {
        byte[] bytes = CommandCodec.encode(command);
        refused(Malformed.TRAILING_BYTES, Arrays.copyOf(bytes, bytes.length + 1));
    }

    /** Keys have sealed these bytes. */
    @Test
    void bytesAreAsTheyEverWere() {
        assertThat(hex(CommandCodec.encode(new Command.Place(
                300, 2, 1, Side.SELL, 64, -1, OrderKind.POST_ONLY))))
                .isEqualTo("06" + "ac02" + "02" + "01" + "01" + "8001" + "01" + "02");
        assertThat(hex(SealBytes.of("test", new Command.Resume(5)))).isEqualTo(
                hex("quittance/command/v1".getBytes()) + "00" + hex("test".getBytes()) + "00"
                        + "05" + "05");
    }

    @Test
    void everyCommandHasATagOfItsOwn() throws ReflectiveOperationException {
        TreeSet<Integer> tags = new TreeSet<>();
        for (var field : CommandTag.class.getDeclaredFields()) {
            // Whoever measures coverage adds fields of its own.
            if (!field.getName().startsWith("$")) {
                assertThat(tags.add(field.getInt(null))).as(field.getName()).isTrue();
            }
        }
        assertThat(tags).hasSize((int) Arrays.stream(Command.class.getDeclaredClasses())
                .filter(Class::isRecord).count());
    }

    @Test
    void numbersMustBeMinimalAndInRange() {
        refused(Malformed.NON_MINIMAL, parse("05" + "8500"));
        refused(Malformed.OUT_OF_RANGE, parse("05" + "ffffffffffffffffff01"));
        // The id of an account beyond 2^31.
        refused(Malformed.OUT_OF_RANGE, parse("07" + "8080808008"));
        refused(Malformed.BAD_TAG, parse("00"));
        refused(Malformed.BAD_TAG, parse("13"));
        // A third side.
        refused(Malformed.BAD_TAG, parse("06" + "000000" + "02"));
        refused(Malformed.TRUNCATED, new byte[0]);
    }

    @Test
    void commandsMustNotBeTooLong() {
        refused(Malformed.TOO_LONG, new byte[CommandCodec.MAX_SIZE + 1]);
        Bytes large = Bytes.copyOf(new byte[CommandCodec.MAX_SIZE]);
        assertThatIllegalArgumentException().isThrownBy(() -> CommandCodec.encode(
                new Command.SubmitEvidence(0, EvidenceKind.VOTE, 1, large, large)));
    }

    @Test
    void commandsMayBeAsLongAsThat() throws MalformedException {
        int half = CommandCodec.MAX_SIZE / 2;
        int more = CommandCodec.MAX_SIZE - CommandCodec.encode(evidence(half)).length;
        byte[] longest = CommandCodec.encode(evidence(half + more));
        assertThat(longest).hasSize(CommandCodec.MAX_SIZE);
        assertThat(CommandCodec.decode(longest)).isEqualTo(evidence(half + more));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandCodec.encode(evidence(half + more + 1)));
    }

    private static Command evidence(int size) {
        return new Command.SubmitEvidence(
                0, EvidenceKind.VOTE, 1, Bytes.copyOf(new byte[size]), Bytes.fromHex("00"));
    }

    @Test
    void whatNobodyCanSubmitHasNoBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandCodec.encode(new Command.Resume(-1)));
        for (long amount : new long[] {1L << 62, -(1L << 62) - 1, Long.MIN_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() ->
                    CommandCodec.encode(new Command.RequestWithdrawal(0, 0, amount)));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] parse(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static void refused(Malformed reason, byte[] bytes) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> CommandCodec.decode(bytes))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void refusedOrCanonical(byte[] bytes) {
        try {
            assertThat(CommandCodec.encode(CommandCodec.decode(bytes))).isEqualTo(bytes);
        } catch (MalformedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
