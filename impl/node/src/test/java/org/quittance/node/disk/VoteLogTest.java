package org.quittance.node.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.consensus.Effect;
import org.quittance.core.message.Block;
import org.quittance.core.message.LogRecord;
import org.quittance.node.Chains;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;

class VoteLogTest {

    private static final ValidatorId SELF = new ValidatorId(1);

    @TempDir
    private Path directory;

    private final ValidatorSet validators = Chains.validators("test");

    private static Effect.Persist record(long index) {
        Block block = Block.of(0, new View(index + 1), new View(index),
                Digest.sha256("parent"), Digest.sha256("payload"));
        return new Effect.Persist(
                index, new LogRecord.Committed(new Height(index + 1), block));
    }

    private Path file() {
        return directory.resolve(VoteLog.NAME);
    }

    private void writeThree() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory, true);
                VoteLog log = VoteLog.create(new SystemDisk(), data, validators, SELF).log()) {
            log.append(List.of(record(0), record(1)));
            log.append(List.of(record(2)));
        }
    }

    private VoteLog.Opened open(ValidatorSet chain, ValidatorId self) throws Refusal {
        try (DataDirectory data = DataDirectory.open(directory, false)) {
            return VoteLog.open(new SystemDisk(), data, chain, self);
        }
    }

    @Test
    void whatWasAppendedIsThereAgain() throws Exception {
        writeThree();
        VoteLog.Opened opened = open(validators, SELF);
        assertThat(opened.records()).containsExactly(
                record(0).record(), record(1).record(), record(2).record());
        assertThat(opened.torn()).isZero();
    }

    @Test
    void aTornRecordIsCutOffAndTheLogGoesOn() throws Exception {
        writeThree();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 5));
        VoteLog.Opened opened = open(validators, SELF);
        assertThat(opened.records()).hasSize(2);
        assertThat(opened.torn()).isPositive();
        opened.log().append(List.of(record(2)));
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }

    @Test
    void aFlippedBitInTheMiddleIsARefusal() throws Exception {
        writeThree();
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 4;
        Files.write(file(), bytes);
        refused(() -> open(validators, SELF), "can't be trusted");
    }

    @Test
    void aHoleInTheMiddleIsARefusal() throws Exception {
        writeThree();
        byte[] bytes = Files.readAllBytes(file());
        byte[] shorter = new byte[bytes.length - 40];
        System.arraycopy(bytes, 0, shorter, 0, 60);
        System.arraycopy(bytes, 100, shorter, 60, bytes.length - 100);
        Files.write(file(), shorter);
        refused(() -> open(validators, SELF), "can't be trusted");
    }

    @Test
    void anotherValidatorsOrChainsLogIsARefusal() throws Exception {
        writeThree();
        refused(() -> open(validators, new ValidatorId(2)), "not the log of validator 2");
        refused(() -> open(Chains.validators("other"), SELF), "not the log of validator");
    }

    @Test
    void aMissingOrEmptyLogIsNoEmptyOne() throws Exception {
        writeThree();
        Files.write(file(), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        refused(() -> open(validators, SELF), "empty or ends within its header");
        Files.delete(file());
        refused(() -> open(validators, SELF), "--init");
    }

    @Test
    void aLogIsNotBegunTwice() throws Exception {
        writeThree();
        refused(() -> {
            try (DataDirectory data = DataDirectory.open(directory, true)) {
                VoteLog.create(new SystemDisk(), data, validators, SELF);
            }
        }, "start it without --init");
    }

    @Test
    void aWriteThatFailsIsTold() throws Exception {
        writeThree();
        VoteLog log = open(validators, SELF).log();
        log.close();
        assertThatThrownBy(() -> log.append(List.of(record(3))))
                .isInstanceOf(IOException.class).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aDirectoryHasOneOwner() throws Exception {
        try (DataDirectory first = DataDirectory.open(directory, true)) {
            refused(() -> DataDirectory.open(first.path(), false), "another process uses");
        }
        DataDirectory.open(directory, false).close();
    }

    @Test
    void aMissingDirectoryIsARefusal() {
        refused(() -> DataDirectory.open(directory.resolve("none"), false), "--init");
    }

    private static void refused(
            ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((Refusal) e).code()).isEqualTo(ExitCode.BAD_DATA))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
