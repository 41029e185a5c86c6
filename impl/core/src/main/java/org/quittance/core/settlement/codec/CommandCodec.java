package org.quittance.core.settlement.codec;

import org.quittance.core.codec.ByteReader;
import org.quittance.core.codec.ByteWriter;
import org.quittance.core.codec.KeyParts;
import org.quittance.core.codec.Malformed;
import org.quittance.core.codec.MalformedException;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;

/**
 * Canonical bytes of commands: a tag, then the arguments in their order. Ids, nonces and heights
 * are numbers from 0; prices, quantities and amounts may be negative as far as these bytes are
 * concerned, and are for settlement to refuse.
 */
public final class CommandCodec {

    /** No command has more bytes. The longest is evidence with a quittance of the largest set. */
    public static final int MAX_SIZE = 1 << 18;

    private CommandCodec() {}

    /**
     * The bytes of a command.
     *
     * @throws IllegalArgumentException if an id, nonce or height is negative, an amount beyond
     *     2^62, or the command too long: nobody can submit it
     */
    public static byte[] encode(Command command) {
        ByteWriter out = new ByteWriter();
        write(out, command);
        byte[] bytes = out.toArray();
        if (bytes.length > MAX_SIZE) {
            throw new IllegalArgumentException("a command has at most " + MAX_SIZE
                    + " bytes, but here are " + bytes.length);
        }
        return bytes;
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @throws MalformedException if no command has this encoding, or it is too long
     */
    public static Command decode(byte[] bytes) throws MalformedException {
        ByteReader in = new ByteReader(bytes);
        if (bytes.length > MAX_SIZE) {
            throw in.fault(Malformed.TOO_LONG, 0, "no command has " + bytes.length + " bytes");
        }
        Command command = read(in);
        in.end();
        return command;
    }

    private static void write(ByteWriter out, Command command) {
        switch (command) {
            case Command.Deposit c -> {
                out.tag(CommandTag.DEPOSIT).number(c.ext()).number(c.account());
                KeyParts.write(out, c.key());
                out.amount(c.amount());
            }
            case Command.ListGroup c -> out.tag(CommandTag.LIST_GROUP)
                    .number(c.group()).number(c.expiry());
            case Command.ListSeries c -> out.tag(CommandTag.LIST_SERIES)
                    .number(c.series()).amount(c.strike()).tag(c.right().ordinal())
                    .number(c.group());
            case Command.Pause c -> out.tag(CommandTag.PAUSE)
                    .number(c.until()).number(c.nonce());
            case Command.Resume c -> out.tag(CommandTag.RESUME).number(c.nonce());
            case Command.Report c -> out.tag(CommandTag.REPORT)
                    .number(c.validator()).number(c.round()).amount(c.price());
            case Command.ApproveWithdrawal c -> out.tag(CommandTag.APPROVE_WITHDRAWAL)
                    .number(c.custodian()).number(c.withdrawal());
            case Command.ExecuteWithdrawal c -> out.tag(CommandTag.EXECUTE_WITHDRAWAL)
                    .number(c.withdrawal());
            case Command.SubmitEvidence c -> out.tag(CommandTag.SUBMIT_EVIDENCE)
                    .number(c.validator()).tag(c.kind().ordinal()).number(c.at())
                    .sized(c.first()).sized(c.second());
            case Command.OfAccount c -> writeOfAccount(out, c);
        }
    }

    private static void writeOfAccount(ByteWriter out, Command.OfAccount command) {
        switch (command) {
            case Command.Place c -> begin(out, CommandTag.PLACE, c)
                    .number(c.series()).tag(c.side().ordinal()).amount(c.price())
                    .amount(c.quantity()).tag(c.kind().ordinal());
            case Command.Cancel c -> begin(out, CommandTag.CANCEL, c).number(c.order());
            case Command.RequestWithdrawal c ->
                    begin(out, CommandTag.REQUEST_WITHDRAWAL, c).amount(c.amount());
            case Command.VoidWithdrawal c ->
                    begin(out, CommandTag.VOID_WITHDRAWAL, c).number(c.withdrawal());
            case Command.Takeover c -> begin(out, CommandTag.TAKEOVER, c).number(c.target());
            case Command.Stake c -> begin(out, CommandTag.STAKE, c)
                    .number(c.validator()).amount(c.amount());
            case Command.Unstake c -> begin(out, CommandTag.UNSTAKE, c)
                    .number(c.validator()).amount(c.amount());
            case Command.Join c -> begin(out, CommandTag.JOIN, c).number(c.validator());
            case Command.Leave c -> begin(out, CommandTag.LEAVE, c).number(c.validator());
        }
    }

    private static ByteWriter begin(ByteWriter out, int tag, Command.OfAccount command) {
        return out.tag(tag).number(command.account()).number(command.nonce());
    }

    private static Command read(ByteReader in) throws MalformedException {
        int start = in.position();
        int tag = in.tag();
        return switch (tag) {
            case CommandTag.DEPOSIT -> new Command.Deposit(
                    number(in), id(in), KeyParts.readKey(in), in.amount());
            case CommandTag.LIST_GROUP -> new Command.ListGroup(id(in), number(in));
            case CommandTag.LIST_SERIES -> new Command.ListSeries(
                    id(in), in.amount(), choice(in, Right.values()), id(in));
            case CommandTag.PAUSE -> new Command.Pause(number(in), number(in));
            case CommandTag.RESUME -> new Command.Resume(number(in));
            case CommandTag.PLACE -> new Command.Place(
                    id(in), number(in), id(in), choice(in, Side.values()), in.amount(),
                    in.amount(), choice(in, OrderKind.values()));
            case CommandTag.CANCEL -> new Command.Cancel(id(in), number(in), number(in));
            case CommandTag.REPORT -> new Command.Report(id(in), number(in), in.amount());
            case CommandTag.REQUEST_WITHDRAWAL ->
                    new Command.RequestWithdrawal(id(in), number(in), in.amount());
            case CommandTag.APPROVE_WITHDRAWAL ->
                    new Command.ApproveWithdrawal(id(in), number(in));
            case CommandTag.EXECUTE_WITHDRAWAL -> new Command.ExecuteWithdrawal(number(in));
            case CommandTag.VOID_WITHDRAWAL ->
                    new Command.VoidWithdrawal(id(in), number(in), number(in));
            case CommandTag.TAKEOVER -> new Command.Takeover(id(in), number(in), id(in));
            case CommandTag.SUBMIT_EVIDENCE -> new Command.SubmitEvidence(
                    id(in), choice(in, EvidenceKind.values()), number(in),
                    in.sized(MAX_SIZE), in.sized(MAX_SIZE));
            case CommandTag.STAKE ->
                    new Command.Stake(id(in), number(in), id(in), in.amount());
            case CommandTag.UNSTAKE ->
                    new Command.Unstake(id(in), number(in), id(in), in.amount());
            case CommandTag.JOIN -> new Command.Join(id(in), number(in), id(in));
            case CommandTag.LEAVE -> new Command.Leave(id(in), number(in), id(in));
            default -> throw in.fault(Malformed.BAD_TAG, start, "no command has tag " + tag);
        };
    }

    private static int id(ByteReader in) throws MalformedException {
        return (int) in.number(Integer.MAX_VALUE);
    }

    private static long number(ByteReader in) throws MalformedException {
        return in.number(Long.MAX_VALUE);
    }

    private static <T> T choice(ByteReader in, T[] choices) throws MalformedException {
        int start = in.position();
        int tag = in.tag();
        if (tag >= choices.length) {
            throw in.fault(Malformed.BAD_TAG, start, "no choice " + tag);
        }
        return choices[tag];
    }
}
