package org.quittance.core.settlement;

import java.util.List;
import org.quittance.core.base.Bytes;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.transitions.Tla;
import org.quittance.core.transitions.Transitions.Name;

/** The commands that the spec's names of steps stand for, each sealed by whom it should be. */
final class SpecCommands {

    private static final Bytes NOTHING = Bytes.copyOf(new byte[0]);

    private final List<?> args;

    private SpecCommands(List<?> args) {
        this.args = args;
    }

    /** The command of a step. */
    static Command command(Name name) {
        SpecCommands a = new SpecCommands(name.args());
        return switch (name.action()) {
            case "Deposit" -> new Command.Deposit(
                    a.number(0), a.id(1), World.key("account", a.id(1)), a.number(2));
            case "ListGroup" -> new Command.ListGroup(a.id(0), a.number(1));
            case "ListSeries" -> new Command.ListSeries(
                    a.id(0), a.number(1), SpecState.right(a.args.get(2)), a.id(3));
            case "Pause" -> new Command.Pause(a.number(0), a.number(1));
            case "Resume" -> new Command.Resume(a.number(0));
            case "Place" -> new Command.Place(a.id(0), a.number(1), a.id(2),
                    SpecState.side(a.args.get(3)), a.number(4), a.number(5),
                    OrderKind.valueOf(a.args.get(6).toString()));
            case "Cancel" -> new Command.Cancel(a.id(0), a.number(1), a.number(2));
            case "Report" -> new Command.Report(a.id(0), a.number(1), a.number(2));
            case "RequestWithdrawal" ->
                    new Command.RequestWithdrawal(a.id(0), a.number(1), a.number(2));
            case "ApproveWithdrawal" -> new Command.ApproveWithdrawal(a.id(0), a.number(1));
            case "ExecuteWithdrawal" -> new Command.ExecuteWithdrawal(a.number(0));
            case "VoidWithdrawal" ->
                    new Command.VoidWithdrawal(a.id(0), a.number(1), a.number(2));
            case "Takeover" -> new Command.Takeover(a.id(0), a.number(1), a.id(2));
            case "Slash" -> new Command.SubmitEvidence(a.id(0),
                    SpecState.evidenceKind(a.args.get(1)), a.number(2), NOTHING, NOTHING);
            case "Stake" -> new Command.Stake(a.id(0), a.number(1), a.id(2), a.number(3));
            case "Unstake" -> new Command.Unstake(a.id(0), a.number(1), a.id(2), a.number(3));
            case "Join" -> new Command.Join(a.id(0), a.number(1), a.id(2));
            case "Leave" -> new Command.Leave(a.id(0), a.number(1), a.id(2));
            default -> throw new IllegalArgumentException("no command: " + name);
        };
    }

    /** Whoever seals it. The spec says so of groups, and of others the command itself. */
    static Signers signers(Name name, Command command) {
        Object last = name.args().get(name.args().size() - 1);
        return switch (command) {
            case Command.Deposit c -> World.custodians(members(last));
            case Command.ListGroup c -> World.governors(members(last));
            case Command.ListSeries c -> World.governors(members(last));
            case Command.OfGovernance c -> World.governors(members(last));
            case Command.OfAccount c -> World.by(c.account());
            case Command.Report c -> Signers.of(World.key("validator", c.validator()));
            case Command.ApproveWithdrawal c -> World.custodians(c.custodian());
            case Command.ExecuteWithdrawal c -> Signers.NONE;
            case Command.SubmitEvidence c -> Signers.NONE;
        };
    }

    private static int[] members(Object set) {
        return Tla.list(set).stream().mapToInt(m -> Math.toIntExact(Tla.number(m))).toArray();
    }

    private int id(int index) {
        return Math.toIntExact(number(index));
    }

    private long number(int index) {
        return Tla.number(args.get(index));
    }
}
