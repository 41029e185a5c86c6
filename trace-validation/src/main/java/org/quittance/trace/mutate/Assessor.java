package org.quittance.trace.mutate;

import java.util.List;
import java.util.regex.Pattern;
import org.quittance.trace.Rejection;

/** Says of a mutant whether it was rejected where it must be, in words that name what is wrong. */
final class Assessor {

    private static final int MOST_LINES = 20;

    private final List<Rule> rules;

    /** By these consequences. */
    Assessor(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    Finding assess(Trial trial) {
        return switch (trial.judgement()) {
            case Judgement.Malformed m ->
                    finding(trial, Outcome.MALFORMED, Named.NONE, m.problem());
            case Judgement.Failed f -> finding(trial, Outcome.FAILED, Named.NONE, f.problem());
            case Judgement.Accepted a -> {
                boolean isAlike = a.joins() && trial.mutant().operator().isOfOrder();
                yield finding(
                        trial,
                        isAlike ? Outcome.EQUIVALENT : Outcome.ACCEPTED,
                        Named.NONE,
                        a.joins() ? "the run comes into the same state" : "the run goes on");
            }
            case Judgement.Rejected r -> rejected(trial, r.why());
        };
    }

    private Finding rejected(Trial trial, Rejection why) {
        int index = why.event() - 1;
        Group group = trial.group();
        boolean isAtTheEvent = isAtTheEvent(trial, index);
        boolean isConsequence = !isAtTheEvent
                && rules.stream().anyMatch(rule -> rule.allows(
                        group, trial.original(), trial.now(), trial.event(index), text(why)));
        Outcome outcome = isAtTheEvent
                ? Outcome.AT_THE_EVENT
                : isConsequence ? Outcome.CONSEQUENCE : Outcome.ELSEWHERE;
        String said = "line " + why.line() + ", " + why.action() + ", " + why.guard() + ": "
                + (why.variable() == null ? why.conjunct() : why.variable());
        return finding(trial, outcome, named(trial, why, outcome), said);
    }

    /** Of two events that changed places either is wrong; what is missing can't be rejected. */
    private static boolean isAtTheEvent(Trial trial, int index) {
        int place = trial.mutant().place();
        return switch (trial.mutant().operator()) {
            case DROP -> false;
            case SWAP_OWN, SWAP_OTHER ->
                    index == place || index == place + trial.edit().middle().size() - 1;
            default -> index == place;
        };
    }

    private static Named named(Trial trial, Rejection why, Outcome outcome) {
        if (why.message().size() > MOST_LINES || !namesTheEvent(why)) {
            return Named.NOTHING;
        }
        return switch (outcome) {
            case AT_THE_EVENT -> namesTheField(trial.mutant().field(), why)
                    ? Named.FIELD
                    : Named.EVENT;
            case CONSEQUENCE -> Named.CONSEQUENCE;
            default -> Named.NOTHING;
        };
    }

    /** The first line is for people who look for the event in the file. */
    private static boolean namesTheEvent(Rejection why) {
        String first = why.message().get(0);
        return first.contains(":" + why.line() + ": ")
                && first.contains("node " + why.node() + ", seq " + why.seq() + ": "
                        + why.action() + "(");
    }

    private static boolean namesTheField(String pattern, Rejection why) {
        List<String> steps = List.of(pattern.split("\\."));
        return steps.stream()
                .skip(1)
                .filter(step -> !step.equals(Field.ANY))
                .anyMatch(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(text(why))
                        .find());
    }

    /** What the explanation says, without what the event says itself. */
    private static String text(Rejection why) {
        return String.join(
                "\n", why.guard(), why.conjunct(), String.valueOf(why.variable()),
                String.join("\n", why.values()));
    }

    private static Finding finding(Trial trial, Outcome outcome, Named named, String said) {
        return new Finding(trial.group(), trial.at(), outcome, named, said, true);
    }
}
