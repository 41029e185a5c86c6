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

    private static final String PACKAGE = "org.quittance.core.";

    /** All mutants of one kind in one method; more than one line can have the same. */
    record Place(String type, String method, String mutator) implements Comparable<Place> {

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
     * @param mutants how many there were
     * @param survivors how many of each place no test noticed
     * @param lines where these are, for people
     */
    record Report(
            int mutants, SortedMap<Place, Integer> survivors, SortedMap<Place, String> lines) {

        int survived() {
            return survivors.values().stream().mapToInt(n -> n).sum();
        }
    }

    private Survivors() {}

    /** Reads the tool's report. */
    static Report read(Path xml) throws IOException {
        SortedMap<Place, Integer> survivors = new TreeMap<>();
        SortedMap<Place, String> lines = new TreeMap<>();
        NodeList mutations = document(xml).getElementsByTagName("mutation");
        for (int k = 0; k < mutations.getLength(); k++) {
            Element mutation = (Element) mutations.item(k);
            if (!Boolean.parseBoolean(mutation.getAttribute("detected"))) {
                Place place = new Place(
                        text(mutation, "mutatedClass").replace(PACKAGE, ""),
                        text(mutation, "mutatedMethod"),
                        text(mutation, "mutator").replaceAll(".*\\.", ""));
                survivors.merge(place, 1, Integer::sum);
                lines.merge(place, text(mutation, "lineNumber"), (a, b) -> a + " " + b);
            }
        }
        return new Report(mutations.getLength(), survivors, lines);
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
            if (place.type().startsWith(mutated + ".") && times < reasons) {
                complaints.add("listed, but noticed now: " + place + "\t" + (reasons - times));
            }
        });
        return complaints;
    }

    /**
     * Prints the score and what is wrong, and ends with status 1 if anything is.
     *
     * @param arguments the tool's report, the list, and the package that was mutated
     */
    public static void main(String[] arguments) throws IOException {
        Report report = read(Path.of(arguments[0]));
        List<String> complaints = complaints(report,
                listed(Files.readAllLines(Path.of(arguments[1]))), arguments[2]);
        System.out.println(arguments[2] + ": " + report.mutants() + " mutants, "
                + (report.mutants() - report.survived()) + " noticed, " + report.survived()
                + " survived, of which " + complaints.size() + " places are not as listed");
        complaints.forEach(System.out::println);
        System.exit(complaints.isEmpty() && report.mutants() > 0 ? 0 : 1);
    }
}
