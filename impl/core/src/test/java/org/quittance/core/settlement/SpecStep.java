package org.quittance.core.settlement;

import java.util.List;
import org.quittance.core.transitions.Transitions.Name;

/**
 * What the spec calls an event.
 *
 * @param args of what is done of its own accord; empty for commands, which are known
 * @param verdict for commands; else DONE
 */
record SpecStep(String action, List<?> args, String verdict) {

    static SpecStep of(Event event) {
        String action = event.getClass().getSimpleName();
        return switch (event) {
            case Event.Reject e -> new SpecStep(word(e.command()), List.of(), e.reason().name());
            case Event.Fill e -> done(action, e.maker());
            case Event.Evict e -> done(action, e.maker());
            case Event.Quit e -> done(action, e.at());
            case Event.ExpireGroup e -> done(action, e.group());
            case Event.SettleGroup e -> done(action, e.group());
            case Event.Flag e -> done(action, e.account());
            case Event.Unflag e -> done(action, e.account());
            case Event.Deleverage e -> done(action, e.account());
            case Event.ReleaseUnbonding e -> done(action, e.validator());
            case Event.Rest e -> done(action);
            case Event.Expire e -> done(action);
            case Event.EndCommands e -> done(action);
            case Event.CloseRound e -> done(action);
            case Event.KeepRound e -> done(action);
            case Event.GiveUpRound e -> done(action);
            case Event.EndExpiry e -> done(action);
            case Event.EndLiquidation e -> done(action);
            case Event.EndBlock e -> done(action);
            default -> new SpecStep(action, List.of(), "ACCEPTED");
        };
    }

    private static SpecStep done(String action, Long... args) {
        return new SpecStep(action, List.of(args), "DONE");
    }

    private static SpecStep done(String action, int arg) {
        return done(action, Long.valueOf(arg));
    }

    private static String word(Command command) {
        return command instanceof Command.SubmitEvidence
                ? "Slash"
                : command.getClass().getSimpleName();
    }

    /** Is it the step of that name, as far as an event says? */
    boolean isNamed(Name name) {
        return action.equals(name.action())
                && verdict.equals(name.verdict())
                && (!verdict.equals("DONE") || args.equals(name.args()));
    }
}
