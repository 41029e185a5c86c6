package org.quittance.trace.mutate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Findings, held against what is listed.
 *
 * @param findings all of them
 * @param population how many mutants there are of a group of which some were judged
 * @param lists what is listed
 */
record Assessment(List<Finding> findings, Map<Group, Integer> population, Lists lists) {

    /** Of 1,000 mutants so many must be found where they are. */
    static final int LEAST = 950;

    /** Of complaints of one kind these many are told. */
    private static final int SHOWN = 40;

    Assessment {
        findings = List.copyOf(findings);
        population = Map.copyOf(population);
    }

    /**
     * How many of 1,000 are found where they are, of those that do not say the same; rounded down.
     * Where some of a group were judged, they stand for all of it.
     *
     * @param legal whether those count that are listed as legal runs, and so must be accepted
     */
    int right(List<Finding> found, boolean legal) {
        Map<Group, List<Finding>> groups = new LinkedHashMap<>();
        found.stream()
                .filter(Finding::isByChance)
                .forEach(f -> groups.computeIfAbsent(f.group(), g -> new ArrayList<>()).add(f));
        BigDecimal right = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<Group, List<Finding>> group : groups.entrySet()) {
            Score score = Score.of(group.getValue());
            int of = population.getOrDefault(group.getKey(), score.all());
            BigDecimal each = BigDecimal.valueOf(of)
                    .divide(BigDecimal.valueOf(score.all()), MathContext.DECIMAL64);
            right = right.add(each.multiply(BigDecimal.valueOf(
                    score.atTheEvent() + score.consequence() + score.malformed())));
            Survivors known = lists.known().get(group.getKey());
            boolean isLegal = known != null && known.kind() == Survivors.Kind.LEGAL;
            int others = score.equivalent() + (isLegal && !legal ? score.accepted() : 0);
            all = all.add(each.multiply(BigDecimal.valueOf(score.all() - others)));
        }
        return all.signum() == 0
                ? 1000
                : right.movePointRight(3)
                        .divide(all, 6, RoundingMode.HALF_UP)
                        .setScale(0, RoundingMode.DOWN)
                        .intValueExact();
    }

    /** The findings by what they have in common. */
    <K extends Comparable<K>> SortedMap<K, List<Finding>> by(Function<Finding, K> key) {
        SortedMap<K, List<Finding>> by = new TreeMap<>();
        for (Finding finding : findings) {
            by.computeIfAbsent(key.apply(finding), k -> new ArrayList<>()).add(finding);
        }
        return by;
    }

    /** What is not as it must be, a line each. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        by(f -> f.group().spec()).forEach((spec, found) ->
                complaints.addAll(tooFew(spec + ", but for legal runs", right(found, false))));
        complaints.addAll(tooFew("all traces", right(findings, true)));
        complaints.addAll(shown(unlisted()));
        complaints.addAll(shown(outdated()));
        complaints.addAll(shown(findings.stream()
                .filter(f -> f.named() == Named.NOTHING)
                .map(f -> f.at() + ": " + f.group() + ": is rejected in words that name neither"
                        + " the flaw nor a listed consequence: " + f.said())
                .toList()));
        return complaints;
    }

    private static List<String> tooFew(String which, int right) {
        return right >= LEAST
                ? List.of()
                : List.of(which + ": " + percent(right) + " of the mutants are rejected where they"
                        + " are wrong, and must be " + percent(LEAST));
    }

    static String percent(int perMille) {
        return perMille / 10 + "." + perMille % 10 + " %";
    }

    /** Survivors without a reason, one of each group. */
    private List<String> unlisted() {
        Map<Group, Survivors> known = lists.known();
        Set<Group> told = new LinkedHashSet<>();
        List<String> complaints = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.outcome().isSurvivor()
                    && !known.containsKey(finding.group())
                    && told.add(finding.group())) {
                complaints.add(finding.at() + ": " + finding.group() + ": is "
                        + finding.outcome().words() + " (" + finding.said()
                        + "), and no reason is listed");
            }
        }
        return complaints;
    }

    /** Listed survivors that are rejected. */
    private List<String> outdated() {
        List<String> complaints = new ArrayList<>();
        Set<String> files = new LinkedHashSet<>();
        findings.forEach(f -> files.add(file(f.at())));
        for (Survivors survivors : lists.survivors()) {
            for (Survivors.Known known : survivors.groups()) {
                Group group = new Group(
                        survivors.spec(), known.operator(), known.action(), known.field());
                boolean survives = findings.stream().anyMatch(f -> f.group().equals(group)
                        && f.at().equals(known.example())
                        && f.outcome().isSurvivor());
                if (!survives && files.contains(file(known.example()))) {
                    complaints.add(known.example() + ": " + group + ": is listed as a survivor and"
                            + " is none; list another place, or none if there is none");
                }
            }
        }
        return complaints;
    }

    private static String file(String at) {
        return at.substring(0, at.indexOf(':'));
    }

    private static List<String> shown(List<String> all) {
        if (all.size() <= SHOWN) {
            return all;
        }
        List<String> shown = new ArrayList<>(all.subList(0, SHOWN));
        shown.add("and " + (all.size() - SHOWN) + " more of the kind");
        return shown;
    }
}
