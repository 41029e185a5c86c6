package org.quittance.node.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.ValidatorSet;
import org.quittance.core.base.View;
import org.quittance.core.codec.Log;
import org.quittance.core.codec.MessageCodec;
import org.quittance.core.codec.RecordCodec;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.crypto.Signer;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.AttestationEvidence;
import org.quittance.core.message.Block;
import org.quittance.core.message.BlockRequest;
import org.quittance.core.message.BlockResponse;
import org.quittance.core.message.Body;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.CertificateRequest;
import org.quittance.core.message.CertificateResponse;
import org.quittance.core.message.Envelope;
import org.quittance.core.message.Evidence;
import org.quittance.core.message.LogRecord;
import org.quittance.core.message.Message;
import org.quittance.core.message.Payload;
import org.quittance.core.message.Proposal;
import org.quittance.core.message.Quittance;
import org.quittance.core.message.Signed;
import org.quittance.core.message.Statement;
import org.quittance.core.message.Vote;
import org.quittance.core.replica.SettlementExecution;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.EventSink;
import org.quittance.core.settlement.codec.BlockContents;
import org.quittance.core.settlement.codec.CommandCodec;
import org.quittance.core.settlement.codec.EvidenceCommands;
import org.quittance.core.settlement.codec.PayloadCodec;
import org.quittance.core.settlement.codec.SealedCommand;
import org.quittance.core.settlement.commit.EntryKeys;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Side;
import org.quittance.node.disk.Receipt;
import org.quittance.node.disk.ReceiptBytes;
import org.quittance.node.driver.CommandPool;
import org.quittance.node.net.FrameBytes;
import org.quittance.node.net.FrameType;
import org.quittance.sim.host.Keys;

/** Genuine bytes for every decoder, from which a fuzzer starts. They are always the same. */
final class Seeds {

    static final ValidatorId SELF = new ValidatorId(1);
    static final int[] OWNERS = {0, 1, 2, 3};

    private static final Keys KEYS = Keys.ed25519(List.of(1L, 1L, 1L, 1L), 1);
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final SealedCommand TRADE = SealedCommand.seal(Keys.CHAIN,
            new Command.Place(0, 0, 1, Side.BUY, 7, 1, OrderKind.GTC), KEYS.signers().get(0));

    /** The command that answers are about. */
    static final Digest ID = CommandPool.idOf(TRADE);

    private Seeds() {}

    static ValidatorSet validators() {
        return KEYS.validators();
    }

    /** A log with one record that has these bytes, and checksums that are right. */
    static byte[] framed(byte[] record) {
        byte[] header = Log.header(validators(), SELF);
        ByteBuffer log = ByteBuffer.allocate(header.length + 20 + record.length).put(header);
        int start = log.position();
        log.putInt(record.length).putLong(0);
        log.putInt(checksum(log, start)).put(record);
        log.putInt(checksum(log, start));
        return log.array();
    }

    private static int checksum(ByteBuffer bytes, int start) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), start, bytes.position() - start);
        return (int) crc.getValue();
    }

    /** Those of a decoder, all of which it reads. */
    static List<byte[]> of(Decoder decoder) throws IOException {
        return switch (decoder) {
            case MESSAGE -> messages().stream().map(Seeds::encode).toList();
            case RECORD, LOG_OF_A_RECORD, PLANTED ->
                    records().stream().map(RecordCodec::encode).toList();
            case LOG -> List.of(log());
            case PAYLOAD -> List.of(payload().bytes().toArray(),
                    PayloadCodec.encode(BlockContents.empty()).bytes().toArray());
            case SEALED_COMMAND -> commands().stream().map(PayloadCodec::encode).toList();
            case COMMAND -> commands().stream()
                    .map(sealed -> CommandCodec.encode(sealed.command())).toList();
            case SNAPSHOT -> List.of(execution().snapshot().encode());
            case PROOF -> List.of(execution().trie().prove(EntryKeys.account(0))
                    .orElseThrow().encode());
            case RECEIPT -> List.of(ReceiptBytes.encode(
                    new Receipt(new Height(300), 2, Optional.empty())));
            case FRAMES -> List.of(FrameBytes.encode(FrameType.MESSAGE, encode(vote(0, 1))),
                    FrameBytes.encode(FrameType.COMMAND, PayloadCodec.encode(TRADE)));
            case COMMAND_JSON -> texts(SeedTexts.COMMANDS);
            case ANSWER -> texts(answer());
            case GENESIS, GENESIS_NAMED -> texts(SeedTexts.genesis(KEYS).text());
            case CONFIGURATION -> texts(SeedTexts.configuration());
        };
    }

    private static List<byte[]> texts(String... texts) {
        List<byte[]> all = new ArrayList<>();
        for (String text : texts) {
            all.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    private static byte[] encode(Message message) {
        return MessageCodec.encode(Envelope.of(validators(), message));
    }

    private static Payload payload() {
        return PayloadCodec.encode(new BlockContents(Optional.of(quittance()), commands()));
    }

    private static Block block() {
        return Block.on(Block.genesis(Keys.CHAIN, 0), new View(1), payload());
    }

    private static Signed sign(int signer, Statement statement) {
        return new Signed(new ValidatorId(signer), statement,
                KEYS.signers().get(signer).sign(SigningBytes.of(validators(), statement)));
    }

    private static Vote vote(int signer, long view) {
        return new Vote(sign(signer, Statement.nullify(new View(view))));
    }

    private static Certificate finalization() {
        Statement statement = Statement.finalization(block());
        return Certificate.of(statement, List.of(
                sign(0, statement), sign(1, statement), sign(2, statement)));
    }

    private static Attestation attestation(int signer, Digest root) {
        Signer key = KEYS.signers().get(signer);
        return new Attestation(new ValidatorId(signer), new Height(1), root,
                key.sign(SigningBytes.ofAttestation(validators(), new Height(1), root)));
    }

    private static Quittance quittance() {
        Digest root = execution().trie().root();
        return Quittance.of(new Height(1), root, List.of(
                attestation(0, root), attestation(1, root), attestation(2, root)));
    }

    private static List<Message> messages() {
        Body body = new Body(block(), payload());
        return List.of(new Proposal(sign(2, Statement.propose(block())), payload()),
                vote(0, 3), new Vote(sign(1, Statement.notarize(block()))), finalization(),
                new CertificateRequest(new View(1), new View(9)),
                new CertificateResponse(List.of(finalization())),
                new BlockRequest(block().digest(), 3), new BlockResponse(List.of(body)),
                attestation(3, block().digest()), quittance());
    }

    private static Evidence evidence() {
        Block empty = Block.on(Block.genesis(Keys.CHAIN, 0), new View(1),
                PayloadCodec.encode(BlockContents.empty()));
        return Evidence.of(sign(3, Statement.finalization(empty)),
                sign(3, Statement.nullify(empty.view()))).orElseThrow();
    }

    private static AttestationEvidence accusation() {
        return AttestationEvidence.of(attestation(3, ID), quittance())
                .orElseThrow();
    }

    private static List<LogRecord> records() {
        return List.of(new LogRecord.Own(vote(1, 3)),
                new LogRecord.Own(new Proposal(sign(1, Statement.propose(block())), payload())),
                new LogRecord.Stored(new Body(block(), payload())),
                new LogRecord.Held(finalization()),
                new LogRecord.Committed(new Height(1), block()),
                new LogRecord.Convicted(evidence()),
                new LogRecord.Attested(attestation(1, block().digest())),
                new LogRecord.Diverged(block().digest(), quittance()),
                new LogRecord.Accused(accusation()));
    }

    private static byte[] log() {
        ByteBuffer log = ByteBuffer.allocate(1 << 20).put(Log.header(validators(), SELF));
        long index = 0;
        for (LogRecord record : records()) {
            log.put(Log.frame(index++, record));
        }
        byte[] bytes = new byte[log.position()];
        log.flip().get(bytes);
        return bytes;
    }

    private static List<SealedCommand> commands() {
        return List.of(TRADE,
                new SealedCommand(EvidenceCommands.of(evidence()), List.of()),
                new SealedCommand(EvidenceCommands.of(accusation()), List.of()),
                SealedCommand.seal(Keys.CHAIN, new Command.Pause(9, 0),
                        KEYS.signers().get(0), KEYS.signers().get(1)));
    }

    private static SettlementExecution execution() {
        return SettlementExecution.genesis(
                SeedTexts.genesis(KEYS).settlement(), EventSink.NONE);
    }

    /** All that a client checks, in one object. */
    private static String answer() {
        Block block = block();
        return """
                {"finality":{"payload":"%s","blocks":[{"epoch":0,"view":1,"parentView":0,\
                "parent":"%s","payload":"%s"}],"finalization":"%s"},"quittance":{"height":%d,\
                "root":"%s","bytes":"%s"},"account":0,"cash":1000,"nonce":0,"flagged":0,\
                "proof":"%s"}""".formatted(
                        BASE64.encodeToString(payload().bytes().toArray()),
                        block.parent().hex(), block.payload().hex(),
                        BASE64.encodeToString(encode(finalization())),
                        quittance().height().number(), quittance().root().hex(),
                        BASE64.encodeToString(encode(quittance())),
                        BASE64.encodeToString(execution().trie().prove(EntryKeys.account(0))
                                .orElseThrow().encode()));
    }
}
