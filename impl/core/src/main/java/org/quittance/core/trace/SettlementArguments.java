package org.quittance.core.trace;

import java.util.List;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Event;

/** The arguments of the actions of the spec {@code Settlement}, under their names there. */
final class SettlementArguments {

    private SettlementArguments() {}

    static Json of(Event event) {
        Json args = Json.object();
        return switch (event) {
            case Event.Deposit e -> command(args, e.command(), e.signers());
            case Event.ListGroup e -> command(args, e.command(), e.signers());
            case Event.ListSeries e -> command(args, e.command(), e.signers());
            case Event.Pause e -> command(args, e.command(), e.signers());
            case Event.Resume e -> command(args, e.command(), e.signers());
            case Event.Place e -> command(args, e.command(), List.of());
            case Event.Cancel e -> command(args, e.command(), List.of());
            case Event.Report e -> command(args, e.command(), List.of());
            case Event.RequestWithdrawal e -> command(args, e.command(), List.of());
            case Event.ApproveWithdrawal e -> command(args, e.command(), List.of());
            case Event.ExecuteWithdrawal e -> command(args, e.command(), List.of());
            case Event.VoidWithdrawal e -> command(args, e.command(), List.of());
            case Event.Takeover e -> command(args, e.command(), List.of());
            case Event.Slash e -> command(args, e.command(), List.of());
            case Event.Stake e -> command(args, e.command(), List.of());
            case Event.Unstake e -> command(args, e.command(), List.of());
            case Event.Join e -> command(args, e.command(), List.of());
            case Event.Leave e -> command(args, e.command(), List.of());
            case Event.Reject e -> args
                    .object("command", command(Json.object()
                            .string("action", actionOf(e.command())), e.command(), e.signers()))
                    .string("reason", e.reason().name());
            case Event.Fill e -> args.number("maker", e.maker());
            case Event.Evict e -> args.number("maker", e.maker());
            case Event.Quit e -> args.number("at", e.at());
            case Event.ExpireGroup e -> args.number("group", e.group());
            case Event.SettleGroup e -> args.number("group", e.group());
            case Event.Flag e -> args.number("account", e.account());
            case Event.Unflag e -> args.number("account", e.account());
            case Event.Deleverage e -> args.number("account", e.account());
            case Event.ReleaseUnbonding e -> args.number("validator", e.validator());
            case Event.Rest e -> args;
            case Event.Expire e -> args;
            case Event.EndCommands e -> args;
            case Event.CloseRound e -> args;
            case Event.KeepRound e -> args;
            case Event.GiveUpRound e -> args;
            case Event.EndExpiry e -> args;
            case Event.EndLiquidation e -> args;
            case Event.EndBlock e -> args;
        };
    }

    private static String actionOf(Command command) {
        return command instanceof Command.SubmitEvidence
                ? "Slash" : command.getClass().getSimpleName();
    }

    private static Json command(Json args, Command command, List<Integer> signers) {
        return switch (command) {
            case Command.Deposit c -> args.number("ext", c.ext()).number("account", c.account())
                    .number("amount", c.amount()).numbers("signers", signers);
            case Command.ListGroup c -> args.number("group", c.group())
                    .number("expiry", c.expiry()).numbers("signers", signers);
            case Command.ListSeries c -> args.number("series", c.series())
                    .number("strike", c.strike()).string("right", c.right().name())
                    .number("group", c.group()).numbers("signers", signers);
            case Command.Pause c -> args.number("until", c.until()).number("nonce", c.nonce())
                    .numbers("signers", signers);
            case Command.Resume c -> args.number("nonce", c.nonce()).numbers("signers", signers);
            case Command.Report c -> args.number("validator", c.validator())
                    .number("round", c.round()).number("price", c.price());
            case Command.ApproveWithdrawal c -> args.number("custodian", c.custodian())
                    .number("withdrawal", c.withdrawal());
            case Command.ExecuteWithdrawal c -> args.number("withdrawal", c.withdrawal());
            case Command.SubmitEvidence c -> args.number("validator", c.validator())
                    .string("kind", c.kind().word()).number("at", c.at());
            case Command.OfAccount c -> ofAccount(
                    args.number("account", c.account()).number("nonce", c.nonce()), c);
        };
    }

    private static Json ofAccount(Json args, Command.OfAccount command) {
        return switch (command) {
            case Command.Place c -> args.number("series", c.series())
                    .string("side", c.side().word()).number("price", c.price())
                    .number("quantity", c.quantity()).string("kind", c.kind().name());
            case Command.Cancel c -> args.number("order", c.order());
            case Command.RequestWithdrawal c -> args.number("amount", c.amount());
            case Command.VoidWithdrawal c -> args.number("withdrawal", c.withdrawal());
            case Command.Takeover c -> args.number("target", c.target());
            case Command.Stake c ->
                    args.number("validator", c.validator()).number("amount", c.amount());
            case Command.Unstake c ->
                    args.number("validator", c.validator()).number("amount", c.amount());
            case Command.Join c -> args.number("validator", c.validator());
            case Command.Leave c -> args.number("validator", c.validator());
        };
    }
}
