package org.quittance.trace.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.quittance.trace.ValidationResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class JunitXmlWriterTest {

    private static Element suite(List<ValidationResult> results) throws Exception {
        String text = JunitXmlWriter.text(results);
        return (Element) DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getElementsByTagName("testsuite")
                .item(0);
    }

    /** For each test case what is in it, such as "failure rejected"; "" for one that passed. */
    private static List<String> cases(Element suite) {
        List<String> cases = new ArrayList<>();
        var elements = suite.getElementsByTagName("testcase");
        for (int k = 0; k < elements.getLength(); k++) {
            Node inside = elements.item(k).getFirstChild();
            cases.add(inside instanceof Element e
                    ? (e.getTagName() + " " + e.getAttribute("type")).strip()
                    : "");
        }
        return cases;
    }

    @Test
    void eachVerdictHasItsElement() throws Exception {
        Element suite = suite(SampleResults.ALL);

        assertThat(cases(suite)).containsExactly(
                "", "failure rejected", "error malformed", "error tool failed", "skipped");
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("1.250");
    }

    @Test
    void allAcceptedHasNothingWrong() throws Exception {
        Element suite = suite(List.of(SampleResults.ACCEPTED));

        assertThat(cases(suite)).containsExactly("");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
    }

    @Test
    void textThatXmlCannotHoldIsReplaced() throws Exception {
        Element failure = (Element) suite(List.of(SampleResults.REJECTED))
                .getElementsByTagName("failure").item(0);

        assertThat(failure.getAttribute("message")).isEqualTo("this is no <step> & \uFFFD");
        assertThat(failure.getTextContent()).contains("x \\in {1} is false");
    }
}
