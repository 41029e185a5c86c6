package org.quittance.trace.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What TLC says with its option -tool: messages between a start and an end line, each with a number
 * and a severity. Only what is needed is kept.
 */
final class TlcOutput {

    private static final Pattern START =
            Pattern.compile("@!@!@STARTMSG (\\d+):(\\d+) @!@!@");
    private static final Pattern END = Pattern.compile("@!@!@ENDMSG (\\d+) @!@!@");
    private static final Pattern STATES =
            Pattern.compile("([\\d,]+) states generated, ([\\d,]+) distinct states found.*");
    private static final Pattern UPKEEP = Pattern.compile("<<\"upkeep\", (\\d+)>>");
    private static final Pattern CONSUMED = Pattern.compile("<<\"trace consumed\", (\\d+)>>");

    private static final Pattern COMPLAINT =
            Pattern.compile("\\*\\*\\*|\\bErrors?\\b|\\berrors?:|Exception\\b|^Unknown operator");

    // TLC's numbers, class tlc2.output.EC.
    private static final int VERSION = 2262;
    private static final int SUCCESS = 2193;
    private static final int STATS = 2199;
    private static final int STATE = 2217;
    private static final int SEVERITY_ERROR = 1;
    private static final int SEVERITY_BUG = 2;
    private static final int LONGEST_ERROR = 1500;

    private String version = "";
    private boolean success;
    private long generated = -1;
    private long distinct = -1;
    private long consumed = -1;
    private long upkeep;
    private boolean stateShown;
    private final StringBuilder error = new StringBuilder();

    private int code;
    private boolean isError;
    private boolean isComplaint;

    /** Takes the next line. */
    void line(String line) {
        Matcher start = START.matcher(line);
        if (start.matches()) {
            start(number(start, 1), number(start, 2));
        } else if (END.matcher(line).matches()) {
            code = 0;
            isError = false;
        } else {
            content(line);
        }
    }

    private void start(int newCode, int severity) {
        code = newCode;
        isComplaint = false;
        isError = severity == SEVERITY_ERROR || severity == SEVERITY_BUG;
        success |= code == SUCCESS;
        stateShown |= code == STATE;
    }

    private void content(String line) {
        Matcher states = STATES.matcher(line);
        Matcher mark = CONSUMED.matcher(line);
        if (code == VERSION && version.isEmpty()) {
            version = line.replaceFirst("^TLC2 ", "");
        } else if (code == STATS && states.matches()) {
            generated = big(states, 1);
            distinct = big(states, 2);
        } else if (mark.matches()) {
            consumed = big(mark, 1);
        } else if (UPKEEP.matcher(line).matches()) {
            upkeep++;
        } else {
            // The parser and the JVM complain outside of messages, on lines of their own.
            isComplaint |= isError || code != STATE && COMPLAINT.matcher(line).find();
            if (isComplaint && !line.isBlank() && error.length() < LONGEST_ERROR) {
                error.append(error.isEmpty() ? "" : "\n  ").append(line.strip());
            }
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(String.valueOf(matcher.group(group)));
    }

    private static long big(Matcher matcher, int group) {
        return Long.parseLong(String.valueOf(matcher.group(group)).replace(",", ""));
    }

    /** How TLC names itself, without "TLC2"; "" if it did not say. */
    String version() {
        return version;
    }

    /** TLC looked at everything and found no error. */
    boolean success() {
        return success;
    }

    /** States generated; -1 if TLC did not say. */
    long generated() {
        return generated;
    }

    /** States that differ; -1 if TLC did not say. */
    long distinct() {
        return distinct;
    }

    /** How long the trace was that was consumed; -1 if none was. */
    long consumed() {
        return consumed;
    }

    /** How many steps were taken between events. */
    long upkeep() {
        return upkeep;
    }

    /** TLC has begun to print the states up to an error; there can be very many. */
    boolean showsStates() {
        return stateShown;
    }

    /** What TLC complained about, cut to a readable length; "" if it did not. */
    String error() {
        return error.toString();
    }
}
