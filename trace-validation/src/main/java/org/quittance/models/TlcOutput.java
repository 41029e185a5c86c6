package org.quittance.models;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.models.Outcome.Failed;
import org.quittance.models.Outcome.Violates;

/**
 * Reads what TLC prints in its tool mode, line by line, and makes a verdict of it.
 *
 * <p>Each message has a code, by which it is understood (class {@code tlc2.output.EC} lists them),
 * and a severity. The first message that decides the run counts; what follows it explains it.
 */
public final class TlcOutput {

    private static final Pattern START =
            Pattern.compile("@!@!@STARTMSG (-?\\d+):(\\d+) @!@!@\\s*");
    private static final Pattern END = Pattern.compile("@!@!@ENDMSG -?\\d+ @!@!@\\s*");

    private static final int ASSUMPTION_FALSE = 2104;
    private static final int INVARIANT_INITIAL = 2107;
    private static final int PROPERTY_INITIAL = 2108;
    private static final int INVARIANT = 2110;
    private static final int ACTION_PROPERTY = 2112;
    private static final int DEADLOCK = 2114;
    private static final int TEMPORAL_PROPERTY = 2116;
    private static final int FINISHED = 2186;
    private static final int SUCCESS = 2193;
    private static final int DEPTH = 2194;
    private static final int STATS = 2199;
    private static final int PROGRESS = 2200;
    private static final int PROGRESS_OF_RUNS = 2209;
    private static final int STATS_OF_RUNS = 2210;
    private static final int VERSION = 2262;
    private static final int DOES_NOT_PARSE = 3002;

    /** Severities: none, error, bug of TLC, warning, state. */
    private static final int ERROR = 1;

    private static final int BUG = 2;

    private static final Pattern NAMED =
            Pattern.compile("(?:Invariant|Action property|Property|Temporal property) (\\w+) .*");
    /** A count that is unknown is printed as -1. */
    private static final String COUNT = "(?<![-\\d,])(\\d[\\d,]*)";

    private static final Pattern GENERATED = Pattern.compile(COUNT + " states generated");
    private static final Pattern DISTINCT = Pattern.compile(COUNT + " distinct states found");
    private static final Pattern LEFT = Pattern.compile(COUNT + " states left on queue");
    private static final Pattern NUMBER = Pattern.compile(COUNT);

    /** Lines that say what TLC reads, not what it found. */
    private static final Pattern CHATTER =
            Pattern.compile(
                    "\\s*|Parsing file .*|Semantic processing of module .*|Warning: .*"
                            + "|\\*\\*\\*.*|Residual stack trace.*|\\*+ Abort messages.*"
                            + "|.* starting at line \\d+, column \\d+\\."
                            + "|Fatal errors while parsing.*|tla2sany\\..*|Semantic errors:");

    private static final int LONGEST_REASON = 300;

    private final List<String> properties;
    private final List<String> outside = new ArrayList<>();

    private int code;
    private int severity;
    private @Nullable StringBuilder message;

    private @Nullable Outcome decided;
    private boolean success;
    private boolean finished;
    private String version = "TLC of unknown version";
    private @Nullable Long generated;
    private @Nullable Long distinct;
    private @Nullable Long left;
    private @Nullable Long depth;

    /**
     * A reader for one run.
     *
     * @param properties the properties in the configuration. TLC does not name all that it finds
     *     violated; where there is only one, it is this one
     */
    public TlcOutput(List<String> properties) {
        this.properties = List.copyOf(properties);
    }

    /** Takes the next line of the output. */
    public void line(String line) {
        StringBuilder open = message;
        Matcher start = START.matcher(line);
        if (start.matches()) {
            code = Integer.parseInt(group(start, 1));
            severity = Integer.parseInt(group(start, 2));
            message = new StringBuilder();
        } else if (END.matcher(line).matches()) {
            if (open != null) {
                take(open.toString().strip());
            }
            message = null;
        } else if (open != null) {
            open.append(line).append('\n');
        } else if (!CHATTER.matcher(line).matches()) {
            outside.add(line.strip());
        }
    }

    private void take(String text) {
        switch (code) {
            case VERSION -> version = text.replaceFirst("TLC2 Version", "TLC");
            case STATS, PROGRESS, PROGRESS_OF_RUNS, STATS_OF_RUNS -> count(text);
            case DEPTH -> depth = find(NUMBER, text);
            case SUCCESS -> success = true;
            case FINISHED -> finished = true;
            case INVARIANT_INITIAL, INVARIANT -> decide(violated(text));
            case PROPERTY_INITIAL, ACTION_PROPERTY, TEMPORAL_PROPERTY -> decide(violated(text));
            case DEADLOCK -> decide(new Violates(Outcome.DEADLOCK));
            case ASSUMPTION_FALSE -> decide(new Violates(Outcome.ASSUMPTION));
            case DOES_NOT_PARSE ->
                    decide(new Failed("does not parse: " + shorten(String.join(" ", outside))));
            default -> {
                if (severity == ERROR || severity == BUG) {
                    decide(new Failed("TLC: " + shorten(text)));
                }
            }
        }
    }

    private void decide(Outcome outcome) {
        if (decided == null) {
            decided = outcome;
        }
    }

    /**
     * The property that a message tells about. TLC names the properties that are a single name in
     * the configuration and one [][A]_v or state predicate in the spec; of others it gives the
     * place of the part that is violated, and older ones say nothing of temporal properties.
     */
    private Outcome violated(String text) {
        Matcher named = NAMED.matcher(text.lines().findFirst().orElse(""));
        if (named.matches() && !group(named, 1).equals("line")) {
            return new Violates(group(named, 1));
        }
        if (properties.size() == 1) {
            return new Violates(properties.get(0));
        }
        return new Failed(
                "TLC does not say which of the properties "
                        + String.join(", ", properties)
                        + " is violated: check one at a time ("
                        + shorten(text)
                        + ")");
    }

    private void count(String text) {
        generated = either(find(GENERATED, text), generated);
        distinct = either(find(DISTINCT, text), distinct);
        left = either(find(LEFT, text), left);
        if (code == STATS_OF_RUNS) {
            generated = either(find(NUMBER, text), generated);
        }
    }

    private static @Nullable Long either(@Nullable Long first, @Nullable Long second) {
        return first != null ? first : second;
    }

    /**
     * The verdict, once the output has ended.
     *
     * @param exit the exit code of TLC, which must agree with what it printed
     * @param allStates whether TLC was to check all states, and must say that it did
     */
    public Outcome verdict(int exit, boolean allStates) {
        Outcome outcome = decided;
        if (outcome instanceof Failed) {
            return outcome;
        }
        if (outcome instanceof Violates) {
            return exit == 0 ? new Failed("TLC reports a violation, but success too") : outcome;
        }
        if (exit != 0 || !finished) {
            String last = outside.isEmpty() ? "" : ": " + shorten(String.join(" ", outside));
            return new Failed("TLC ended with exit code " + exit + " and no verdict" + last);
        }
        Long unexplored = left;
        if (allStates && (!success || unexplored == null || unexplored != 0)) {
            return new Failed("TLC ended before it had checked all states");
        }
        return Manifest.HOLDS;
    }

    /** Name and version of the checker. */
    public String version() {
        return version;
    }

    public @Nullable Long generated() {
        return generated;
    }

    public @Nullable Long distinct() {
        return distinct;
    }

    public @Nullable Long depth() {
        return depth;
    }

    private static @Nullable Long find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.valueOf(group(matcher, 1).replace(",", "")) : null;
    }

    private static String group(Matcher matcher, int number) {
        String group = matcher.group(number);
        return group == null ? "" : group;
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }
}
