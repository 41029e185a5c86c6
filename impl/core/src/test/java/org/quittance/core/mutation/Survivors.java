package org.quittance.core.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Compares the mutants that no test noticed with those that are listed, each with the reason why no
 * test can tell it from the original.
 */
final class Survivors {

    /** Instead of the name of a package: all of them. */
    static final String ALL = "*";

    private static final String PACKAGE = "org.quittance.core.";

    /** All mutants of one kind in one method; more than one line can have the same. */
    record Place(String type, String method, String mutator) implements Comparable<Place> {

        /** The package, below that of all. */
        String within() {
            return type.substring(0, type.lastIndexOf('.'));
        }

        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return type + "\t" + method + "\t" + mutator;
        }
    }

    /**
     * What a run of the mutation tool came to.
     *
     * @param mutants how many there were, by package
     * @param survivors how many of each place no test noticed
     * @param lines where these are, for people
     */
    record Report(SortedMap<String, Integer> mutants,
            SortedMap<Place, Integer> survivors, SortedMap<Place, String> lines) {

        boolean isEmpty() {
            return mutants.isEmpty();
        }
    }

    private Survivors() {}

    /**
     * Reads the tool's report. On a machine with much else to do, mutants that merely take longer
     * look like ones that never end: those that are listed survived.
     */
    static Report read(Path xml, SortedMap<Place, Integer> listed) throws IOException {
        SortedMap<String, Integer> mutants = new TreeMap<>();
        SortedMap<Place, Integer> survivors = new TreeMap<>();
        SortedMap<Place, String> lines = new TreeMap<>();
        NodeList mutations = document(xml).getElementsByTagName("mutation");
        for (int k = 0; k < mutations.getLength(); k++) {
            Element mutation = (Element) mutations.item(k);
            Place place = new Place(
                    text(mutation, "mutatedClass").replace(PACKAGE, ""),
                    text(mutation, "mutatedMethod"),
                    text(mutation, "mutator").replaceAll(".*\\.", ""));
            mutants.merge(place.within(), 1, Integer::sum);
            boolean isListedAndSlow = mutation.getAttribute("status").equals("TIMED_OUT")
                    && survivors.getOrDefault(place, 0) < listed.getOrDefault(place, 0);
            if (!isNoticed(mutation) || isListedAndSlow) {
                survivors.merge(place, 1, Integer::sum);
                lines.merge(place, text(mutation, "lineNumber"), (a, b) -> a + " " + b);
            }
        }
        return new Report(mutants, survivors, lines);
    }

    /** The tool also takes it for detected if it could not try the mutant at all. */
    private static boolean isNoticed(Element mutation) {
        return Boolean.parseBoolean(mutation.getAttribute("detected"))
                && !mutation.getAttribute("status").equals("RUN_ERROR");
    }

    private static Document document(Path xml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(xml + " is not a report of the mutation tool", e);
        }
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }

    /**
     * The listed survivors: lines of class, method, mutator, number and reason, with tabs between.
     *
     * @throws IllegalArgumentException if a line has another form, or no reason
     */
    static SortedMap<Place, Integer> listed(List<String> lines) {
        SortedMap<Place, Integer> listed = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split("\t", -1);
            if (words.length != 5 || words[4].isBlank()) {
                throw new IllegalArgumentException("not class, method, mutator, number and reason,"
                        + " with tabs between them: " + line);
            }
            listed.put(new Place(words[0], words[1], words[2]), Integer.parseInt(words[3]));
        }
        return listed;
    }

    /** Was the package mutated, if that is what was asked for: a package, or {@link #ALL}? */
    static boolean isIn(String name, String mutated) {
        return mutated.equals(ALL) || (name + ".").startsWith(mutated + ".");
    }

    /** What is wrong: survivors that are not listed, and listed ones that don't survive. */
    static List<String> complaints(
            Report report, SortedMap<Place, Integer> listed, String mutated) {
        List<String> complaints = new ArrayList<>();
        report.survivors().forEach((place, times) -> {
            int reasons = listed.getOrDefault(place, 0);
            if (times > reasons) {
                complaints.add("survived, not listed: " + place + "\t" + (times - reasons)
                        + "\t(lines " + report.lines().get(place) + ")");
            }
        });
        listed.forEach((place, reasons) -> {
            int times = report.survivors().getOrDefault(place, 0);
            if (isIn(place.within(), mutated) && times < reasons) {
                complaints.add("listed, but noticed now: " + place + "\t" + (reasons - times));
            }
        });
        return complaints;
    }

    /**
     * Prints the scores and what is wrong, and ends with status 1 if anything is.
     *
     * @param arguments the tool's report, the list, the package that was mutated, and where the
     *     compiled packages are
     */
    public static void main(String[] arguments) throws IOException {
        SortedMap<Place, Integer> listed = listed(Files.readAllLines(Path.of(arguments[1])));
        Report report = read(Path.of(arguments[0]), listed);
        List<String> complaints = complaints(report, listed, arguments[2]);
        ScoreTable.lines(report, listed, arguments[2], ScoreTable.packages(Path.of(arguments[3])))
                .forEach(System.out::println);
        complaints.forEach(System.out::println);
        System.exit(complaints.isEmpty() && !report.isEmpty() ? 0 : 1);
    }
}
