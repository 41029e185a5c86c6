package org.quittance.trace.tla;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quittance.trace.format.Block;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Trace;

/** The constants of Simplex. */
final class SimplexConstants implements Constants {

    @Override
    public Map<String, String> of(Trace trace, TlaText text) {
        Header header = trace.header();
        String validators = "0 .. " + (header.validators() - 1);
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put("Validators", validators);
        constants.put(
                "Weight",
                "[i \\in " + validators + " |-> <<"
                        + Constants.join(header.consensus().weights()) + ">>[i + 1]]");
        constants.put("Byzantine", "{" + Constants.join(header.byzantine()) + "}");
        constants.put(
                "GenesisDigest", "\"" + trace.names().get(header.consensus().genesis()) + "\"");
        constants.put("NoDigest", "\"" + Block.NO_DIGEST + "\"");
        // Blocks and views can't be listed, and nothing that traces are checked for lists them.
        constants.put("Blocks", "{Genesis}");
        constants.put("Views", "Nat \\ {0}");
        constants.put("Leader", leaders(trace));
        return constants;
    }

    /** A function on the views of the trace and the ones after them. */
    private static String leaders(Trace trace) {
        Election election = new Election(trace.header());
        SortedMap<Integer, SortedSet<Integer>> led = new TreeMap<>();
        SortedSet<Integer> all = new TreeSet<>();
        for (int seen : trace.views()) {
            IntStream.of(seen, seen + 1).filter(v -> v > 0).forEach(all::add);
        }
        for (int view : all) {
            led.computeIfAbsent(election.leader(view), i -> new TreeSet<>()).add(view);
        }
        String cases =
                led.entrySet().stream()
                        .map(e -> "v \\in {" + Constants.join(e.getValue()) + "} -> "
                                + e.getKey())
                        .collect(Collectors.joining("\n    [] "));
        return "[v \\in {" + Constants.join(all) + "} |->\n    CASE " + cases + "]";
    }
}
