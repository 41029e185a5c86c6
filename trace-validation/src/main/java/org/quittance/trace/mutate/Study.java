package org.quittance.trace.mutate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** Makes mutants of traces and has them judged. The same traces give the same findings. */
final class Study {

    private final List<Path> files;
    private final Lists lists;
    private final MutantsOfTraces.Judges judges;

    /**
     * What comes of a study.
     *
     * @param findings of each mutant that was judged
     * @param population how many there are of each group, judged or not; endings are all judged
     */
    record Result(List<Finding> findings, Map<Group, Integer> population) {}

    /**
     * A study of mutants of traces.
     *
     * @param files the traces, all of which are accepted
     * @param lists what is known of their mutants
     * @param judges who judges them
     */
    Study(List<Path> files, Lists lists, MutantsOfTraces.Judges judges) {
        this.files = List.copyOf(files);
        this.lists = lists;
        this.judges = judges;
    }

    /**
     * Judges mutants.
     *
     * @param each of how many mutants that are alike at least, and those that are listed as
     *     survivors; 0 for all mutants
     * @param progress gets a line for each trace
     * @throws IOException if something can't be read or written
     */
    Result run(int each, Consumer<String> progress) throws IOException {
        List<TraceText> traces = new ArrayList<>();
        for (Path file : files) {
            traces.add(TraceText.read(file));
        }
        List<List<Mutant>> mutants = new ArrayList<>();
        for (TraceText trace : traces) {
            mutants.add(Mutants.of(trace, traces));
        }
        Map<Group, Integer> population = new HashMap<>();
        for (int k = 0; k < traces.size(); k++) {
            String spec = traces.get(k).spec();
            mutants.get(k).forEach(m -> population.merge(m.group(spec), 1, Integer::sum));
        }
        Set<Mutant> picked = each > 0 ? sample(traces, mutants, each) : Set.of();
        Assessor assessor = new Assessor(lists.rules());
        List<Finding> findings = new ArrayList<>();
        for (int k = 0; k < files.size(); k++) {
            int before = findings.size();
            try (Judge judge = judges.of(files.get(k))) {
                Laboratory laboratory = new Laboratory(traces.get(k), judge);
                for (Mutant mutant : mutants.get(k)) {
                    Finding finding = assessor.assess(laboratory.test(mutant));
                    findings.add(picked.contains(mutant) ? finding.picked() : finding);
                }
                findings.addAll(endings(traces.get(k), judge));
            }
            progress.accept(traces.get(k).name() + ": " + (findings.size() - before) + " mutants");
        }
        return new Result(findings, population);
    }

    private static List<Finding> endings(TraceText trace, Judge judge) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, List<String>> ending : Endings.of(trace).entrySet()) {
            Judgement judgement = judge.judge(ending.getValue(), 0, 0);
            findings.add(new Finding(
                    new Group(trace.spec(), Operator.CUT, "", ending.getKey()),
                    trace.name() + ":" + ending.getValue().size(),
                    judgement instanceof Judgement.Malformed ? Outcome.MALFORMED : Outcome.ACCEPTED,
                    Named.NONE,
                    judgement instanceof Judgement.Malformed m ? m.problem() : "it is read",
                    true));
        }
        return findings;
    }

    /** Leaves some, and returns those that were left because they are listed. */
    private Set<Mutant> sample(List<TraceText> traces, List<List<Mutant>> mutants, int each) {
        Map<Group, List<String>> groups = new HashMap<>();
        for (int k = 0; k < traces.size(); k++) {
            for (int m = 0; m < mutants.get(k).size(); m++) {
                groups.computeIfAbsent(
                                mutants.get(k).get(m).group(traces.get(k).spec()),
                                g -> new ArrayList<>())
                        .add(key(traces.get(k), m));
            }
        }
        // By chance that is the same each time, so that it is not always the first ones.
        Set<String> chosen = new HashSet<>();
        for (List<String> keys : groups.values()) {
            keys.sort(Comparator.naturalOrder());
            chosen.addAll(keys.subList(0, Math.min(each, keys.size())));
        }
        Set<Mutant> picked = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int k = 0; k < traces.size(); k++) {
            TraceText trace = traces.get(k);
            List<Mutant> all = mutants.get(k);
            List<Mutant> kept = new ArrayList<>();
            for (int m = 0; m < all.size(); m++) {
                Group group = all.get(m).group(trace.spec());
                boolean isChosen = chosen.contains(key(trace, m));
                if (isChosen || lists.isExample(group, at(trace, all.get(m)))) {
                    kept.add(all.get(m));
                }
                if (!isChosen) {
                    picked.add(all.get(m));
                }
            }
            mutants.set(k, kept);
        }
        return picked;
    }

    private static String at(TraceText trace, Mutant mutant) {
        return trace.name() + ":" + (mutant.event() + 2);
    }

    /** Of a mutant, beginning with a number that has nothing to do with what it is. */
    private static String key(TraceText trace, int index) {
        String name = trace.name() + "#" + index;
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x %s", crc.getValue(), name);
    }
}
