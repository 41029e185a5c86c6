package org.quittance.core.settlement.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.consensus.Four;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Quittance;
import org.quittance.core.settlement.Command;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class PayloadCodecTest {

    private static final Quittance QUITTANCE =
            new Four().quittance(7, Digest.fromHex("ab".repeat(32)), 0, 1, 3);

    @Provide
    Arbitrary<BlockContents> contents() {
        return Combinators.combine(
                Arbitraries.of(Optional.<Quittance>empty(), Optional.of(QUITTANCE)),
                CommandSamples.sealed().list().ofMaxSize(4)).as(BlockContents::new);
    }

    @Property
    void decodingUndoesEncoding(@ForAll("contents") BlockContents contents)
            throws MalformedException {
        assertThat(PayloadCodec.decode(PayloadCodec.encode(contents))).isEqualTo(contents);
        for (SealedCommand sealed : contents.commands()) {
            assertThat(PayloadCodec.decodeSealed(PayloadCodec.encode(sealed))).isEqualTo(sealed);
        }
    }

    @Property
    void aFlippedBitIsRefusedOrGivesOtherContentsWithTheseVeryBytes(
            @ForAll("contents") BlockContents contents, @ForAll int where) {
        byte[] bytes = PayloadCodec.encode(contents).bytes().toArray();
        int bit = Math.floorMod(where, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        try {
            Payload payload = new Payload(Bytes.copyOf(bytes));
            assertThat(PayloadCodec.encode(PayloadCodec.decode(payload))).isEqualTo(payload);
        } catch (MalformedException e) {
            assertThat(e.offset()).isBetween(0L, (long) bytes.length);
        }
    }

    @Property
    void everyProperPrefixIsTruncated(
            @ForAll("contents") BlockContents contents, @ForAll int where) {
        byte[] bytes = PayloadCodec.encode(contents).bytes().toArray();
        refused(Malformed.TRUNCATED, Arrays.copyOf(bytes, Math.floorMod(where, bytes.length)));
    }

    @Property
    void nothingMayFollow(@ForAll("contents") BlockContents contents) {
        byte[] bytes = PayloadCodec.encode(contents).bytes().toArray();
        refused(Malformed.TRAILING_BYTES, Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void bytesAreAsTheyEverWere() {
        assertThat(PayloadCodec.encode(BlockContents.empty()).bytes().hex()).isEqualTo("010000");
        SealedCommand sealed = SealedCommand.seal(
                "test", new Command.Resume(5), Four.SCHEME.signer(0));
        Seal seal = sealed.seals().get(0);
        assertThat(PayloadCodec.encode(new BlockContents(Optional.empty(), List.of(sealed)))
                .bytes().hex()).isEqualTo("01" + "00" + "01" + "02" + "0505" + "01"
                        + "02" + seal.key().bytes().hex() + "02" + seal.signature().bytes().hex());
        refused(Malformed.BAD_TAG, new byte[] {2, 0, 0});
        refused(Malformed.BAD_TAG, new byte[] {1, 2, 0});
    }

    @Test
    void sealsAscendByTheirKeys() {
        SealedCommand sealed = SealedCommand.seal("test", new Command.Resume(5),
                Four.SCHEME.signer(0), Four.SCHEME.signer(1), Four.SCHEME.signer(2));
        List<Seal> reversed = sealed.seals().reversed();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SealedCommand(sealed.command(), reversed));
        assertThatIllegalArgumentException().isThrownBy(() -> new SealedCommand(
                sealed.command(), Collections.nCopies(2, sealed.seals().get(0))));
        assertThatIllegalArgumentException().isThrownBy(() -> SealedCommand.seal(
                "test", new Command.Resume(5), Four.SCHEME.signer(0), Four.SCHEME.signer(0)));
        assertThat(sealed.signers().keys()).hasSize(3);
        byte[] bytes = PayloadCodec.encode(sealed);
        byte[] swapped = bytes.clone();
        int size = 66;
        System.arraycopy(bytes, bytes.length - size, swapped, bytes.length - 2 * size, size);
        System.arraycopy(bytes, bytes.length - 2 * size, swapped, bytes.length - size, size);
        byte[] twice = bytes.clone();
        System.arraycopy(bytes, bytes.length - size, twice, bytes.length - 2 * size, size);
        for (byte[] wrong : List.of(swapped, twice)) {
            assertThatExceptionOfType(MalformedException.class)
                    .isThrownBy(() -> PayloadCodec.decodeSealed(wrong))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.UNSORTED_SIGNERS));
        }
    }

    @Test
    void sealsAreGenuineUnderTheirKeysOnThisChainOnly() {
        SealVerifier here = new SealVerifier("test", Four.SCHEME);
        SealVerifier elsewhere = new SealVerifier("elsewhere", Four.SCHEME);
        SealedCommand sealed = SealedCommand.seal("test", new Command.Resume(5),
                Four.SCHEME.signer(0), Four.SCHEME.signer(1));
        assertThat(here.isGenuine(sealed)).isTrue();
        assertThat(elsewhere.isGenuine(sealed)).isFalse();
        assertThat(here.isGenuine(new SealedCommand(new Command.Resume(6), sealed.seals())))
                .isFalse();
        Seal first = sealed.seals().get(0);
        Seal second = sealed.seals().get(1);
        assertThat(here.isGenuine(new SealedCommand(sealed.command(),
                List.of(first, new Seal(second.key(), first.signature()))))).isFalse();
        assertThat(here.isGenuine(new SealedCommand(sealed.command(), List.of()))).isTrue();
    }

    @Test
    void whatHasNoRoomWaits() throws MalformedException {
        SealedCommand small = SealedCommand.seal(
                "test", new Command.Resume(5), Four.SCHEME.signer(0));
        int size = PayloadCodec.encode(small).length;
        List<SealedCommand> many = Collections.nCopies(20, small);
        BlockContents all = PayloadCodec.fit(
                Optional.of(QUITTANCE), many, command -> true, Payload.MAX_SIZE);
        assertThat(all.commands()).hasSize(20);
        BlockContents some = PayloadCodec.fit(
                Optional.empty(), many, command -> true, 10 * size);
        assertThat(some.commands()).hasSize(9);
        assertThat(PayloadCodec.encode(some).bytes().size()).isLessThanOrEqualTo(10 * size);
        assertThat(PayloadCodec.fit(Optional.of(QUITTANCE), many, command -> true, 10).commands())
                .isEmpty();
    }

    @Test
    void thePayloadMayBeFull() {
        SealedCommand small = SealedCommand.seal(
                "test", new Command.Resume(5), Four.SCHEME.signer(0));
        BlockContents two = new BlockContents(Optional.empty(), List.of(small, small));
        // 8 bytes are set aside for the number of commands, which may be a large one.
        int most = 8 + PayloadCodec.encode(BlockContents.empty()).bytes().size()
                + 2 * PayloadCodec.encode(small).length;
        assertThat(fit(small, most)).isEqualTo(two);
        assertThat(fit(small, most - 1).commands()).hasSize(1);
    }

    private static BlockContents fit(SealedCommand command, int most) {
        return PayloadCodec.fit(
                Optional.empty(), Collections.nCopies(2, command), each -> true, most);
    }

    @Test
    void nothingMayFollowACommand() {
        byte[] bytes = PayloadCodec.encode(SealedCommand.seal(
                "test", new Command.Resume(5), Four.SCHEME.signer(0)));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> PayloadCodec.decodeSealed(Arrays.copyOf(bytes, bytes.length + 1)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Malformed.TRAILING_BYTES));
    }

    @Test
    void whatMayNotBeInABlockTakesNoRoom() {
        SealedCommand good = SealedCommand.seal(
                "test", new Command.Resume(5), Four.SCHEME.signer(0));
        SealedCommand bad = SealedCommand.seal(
                "test", new Command.Resume(6), Four.SCHEME.signer(0));
        int size = PayloadCodec.encode(good).length;
        List<SealedCommand> asked = new ArrayList<>();
        BlockContents contents = PayloadCodec.fit(
                Optional.empty(), List.of(bad, good, bad, good, good),
                command -> asked.add(command) && command.equals(good), 3 * size);
        assertThat(contents.commands()).containsExactly(good, good);
        // Nothing is asked about what has no room.
        assertThat(asked).containsExactly(bad, good, bad, good);
    }

    private static void refused(Malformed reason, byte[] bytes) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> PayloadCodec.decode(new Payload(Bytes.copyOf(bytes))))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
