package org.quittance.trace.results;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.quittance.trace.EngineRun;
import org.quittance.trace.Rejection;
import org.quittance.trace.ValidationResult;
import org.quittance.trace.Verdict;

/**
 * Results as JUnit XML, which build servers read: a test case for each trace, of a class that is
 * named like the spec. A rejected trace is a failure; a malformed one, or one that the tool failed
 * on, is an error; one that was not validated is skipped.
 */
public final class JunitXmlWriter {

    private static final String SUITE = "quittance trace validate";
    private static final String NO_SPEC = "no spec";

    /** What XML 1.0 has no way to write. */
    private static final String UNWRITABLE =
            "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private JunitXmlWriter() {}

    /**
     * Writes the results of one run of the validator.
     *
     * @throws IOException if the file can't be written
     */
    public static void write(Path file, List<ValidationResult> results) throws IOException {
        Files.writeString(file, text(results), StandardCharsets.UTF_8);
    }

    /** The text of the file. */
    static String text(List<ValidationResult> results) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", SUITE);
            xml.writeAttribute("tests", String.valueOf(results.size()));
            xml.writeAttribute("failures", count(results, Verdict.REJECTED));
            xml.writeAttribute(
                    "errors", count(results, Verdict.MALFORMED, Verdict.TOOL_FAILED));
            xml.writeAttribute("skipped", count(results, Verdict.NOT_RUN));
            xml.writeAttribute(
                    "time",
                    seconds(results.stream().mapToDouble(JunitXmlWriter::seconds).sum()));
            for (ValidationResult result : results) {
                testCase(xml, result);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the results can't be written as XML: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void testCase(XMLStreamWriter xml, ValidationResult result)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.spec().isEmpty() ? NO_SPEC : result.spec());
        xml.writeAttribute("name", clean(result.file()));
        xml.writeAttribute("time", seconds(seconds(result)));
        switch (result.verdict()) {
            case ACCEPTED -> { }
            case REJECTED -> problem(xml, "failure", result);
            case MALFORMED, TOOL_FAILED -> problem(xml, "error", result);
            case NOT_RUN -> problem(xml, "skipped", result);
        }
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, String element, ValidationResult result)
            throws XMLStreamException {
        Rejection rejection = result.rejection();
        String problem = result.problem();
        String summary = rejection != null
                ? rejection.reason()
                : problem == null ? result.verdict().words() : problem;
        xml.writeStartElement(element);
        if (!element.equals("skipped")) {
            xml.writeAttribute("type", result.verdict().words());
        }
        xml.writeAttribute("message", clean(summary.lines().findFirst().orElse("")));
        xml.writeCharacters(clean(
                rejection != null ? String.join("\n", rejection.message()) : summary));
        xml.writeEndElement();
    }

    private static String count(List<ValidationResult> results, Verdict... verdicts) {
        return String.valueOf(results.stream()
                .filter(r -> List.of(verdicts).contains(r.verdict()))
                .count());
    }

    private static double seconds(ValidationResult result) {
        return result.engines().stream().mapToDouble(EngineRun::seconds).sum();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static String clean(String text) {
        return text.replaceAll(UNWRITABLE, "\uFFFD");
    }
}
