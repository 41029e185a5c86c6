package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.report.story.SampleMarket;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;
import org.quittance.trace.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The pages of a market: complete, well-formed, and readable without pictures and scripts. */
class MarketPagesTest {

    @TempDir private Path folder;

    @Test
    void showsAllThatHappened() throws Exception {
        Document page = page(report(madeUp(), quittances()));

        assertThat(text(page, "market")).contains("call at 100, group 1", "HALTED 1", "halt, or");
        assertThat(text(page, "trades")).contains("1 fill in 1 series", "account 4", "account 5");
        assertThat(text(page, "margins"))
                .contains("Account 5", "Flagged in block 3.", "Maintenance margin", "260");
        assertThat(text(page, "clearing")).contains("of 200 owed, 100 from cash, 5 from fund,"
                + " 95 a haircut", "Group 1, settled in block 3 at 150", "4 of series 1");
        assertThat(text(page, "money")).contains("paid out in block 4 under the quittance of block"
                + " 3", "custodian 2 in block 3", "two votes of view 7");
        assertThat(text(page, "quittances")).contains("2 of 3 final blocks got a quittance",
                "replica 2 stopped", "0, 1, 3", "* Byzantine: 3; may execute wrongly: 2");
    }

    @Test
    void everyPictureHasWordsAndATable() throws Exception {
        Document page = page(report(SettlementStory.read(SampleMarket.REAL), quittances()));
        List<Element> pictures = Pages.elements(page, "svg").stream()
                .filter(svg -> svg.getAttribute("class").matches("plot( narrow)?")).toList();

        assertThat(pictures).hasSizeGreaterThan(20).allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).hasSizeGreaterThan(20);
            assertThat(svg.getAttribute("viewBox")).matches("0 0 (960|320) \\d+");
        });
        assertThat(pictures.stream().filter(svg -> svg.getAttribute("class").equals("plot")))
                .as("each for wide and for narrow screens").hasSize(pictures.size() / 2);
        assertThat(List.of("market", "trades", "margins", "clearing", "money", "quittances"))
                .allSatisfy(id -> assertThat(Pages.byId(page, id).getElementsByTagName("table")
                        .getLength()).isPositive());
    }

    @Test
    void nothingStandsOutsideItsPicture() throws Exception {
        Document page = page(report(SettlementStory.read(SampleMarket.REAL), quittances()));

        for (String tag : List.of("circle", "rect", "text", "line")) {
            for (Element shape : Pages.elements(page, tag)) {
                Element picture = picture(shape);
                if (picture != null) {
                    String[] box = picture.getAttribute("viewBox").split(" ");
                    String x = tag.equals("circle") ? "cx" : tag.equals("line") ? "x1" : "x";
                    String y = tag.equals("circle") ? "cy" : tag.equals("line") ? "y1" : "y";
                    assertThat(Double.parseDouble(shape.getAttribute(x)))
                            .isBetween(0.0, Double.parseDouble(box[2]));
                    assertThat(Double.parseDouble(shape.getAttribute(y)))
                            .isBetween(0.0, Double.parseDouble(box[3]));
                }
            }
        }
    }

    private static Element picture(Element shape) {
        for (var node = shape.getParentNode(); node instanceof Element element;
                node = node.getParentNode()) {
            if (element.getTagName().equals("svg")) {
                return element.getAttribute("class").startsWith("plot") ? element : null;
            }
        }
        return null;
    }

    @Test
    void idsAreUniqueAndLinksLeadSomewhere() throws Exception {
        String text = HtmlReport.page(report(madeUp(), quittances()));
        Document page = Pages.parse(text);
        List<String> ids = Pages.elements(page, "*").stream().map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty()).toList();

        assertThat(ids).doesNotHaveDuplicates().contains("quittances", "margins");
        assertThat(Pages.elements(page, "a")).isNotEmpty().allSatisfy(link ->
                assertThat(ids).contains(link.getAttribute("href").substring(1)));
        assertThat(text).doesNotContain("url(", "<script");
    }

    @Test
    void withoutATraceItSaysSo() throws Exception {
        Document page = page(report(null, null));

        assertThat(text(page, "market")).contains("Nothing to show: nobody wrote one");
        assertThat(Pages.elements(page, "svg")).isEmpty();
    }

    @Test
    void anUneventfulTraceSaysSo() throws Exception {
        Path file = folder.resolve("empty.ndjson");
        Files.writeString(file, Files.readAllLines(SampleMarket.REAL).getFirst());
        Document page = page(report(SettlementStory.read(file), null));

        assertThat(text(page, "market")).contains("No block was executed to its end");
        assertThat(text(page, "trades")).contains("No order was filled");
        assertThat(text(page, "margins")).contains("No account had less");
        assertThat(text(page, "clearing")).contains("Nothing was cleared", "No group was settled");
        assertThat(text(page, "money")).contains("Nobody asked for one", "Nobody was convicted");
    }

    @Test
    void hostileTextShowsAsText() throws Exception {
        Path file = SampleMarket.everything().write(folder.resolve("m.ndjson"));
        Files.writeString(file, Files.readString(file)
                .replace("HALTED", "</svg><img src=x>").replace("\"vote\"", "\"<b>\""));
        String text = HtmlReport.page(report(SettlementStory.read(file), null));

        assertThat(text).doesNotContain("<img", "<b>");
        assertThat(text(Pages.parse(text), "market")).contains("</svg><img src=x>");
    }

    @Test
    void aValidatedSettlementTraceIsShownAsAMarketAndNotAsADiagram() throws Exception {
        Path trace = SampleMarket.everything().write(folder.resolve("m.ndjson"));
        var of = Samples.accepted(28, java.util.Map.of("Fill", 1));
        var result = new org.quittance.trace.ValidationResult(of.format(), of.version(),
                Verdict.ACCEPTED, of.file(), "Settlement", of.commit(), of.seed(), of.events(),
                of.states(), of.upkeep(), of.actions(), of.nodes(), of.engines(), null, null);
        Path file = folder.resolve("report.html");

        HtmlReport.write(file, result, trace);

        Document page = Pages.parse(Files.readString(file));
        assertThat(text(page, "clearing")).contains("95 a haircut");
        assertThat(text(page, "coverage")).contains("1 of the 37 actions", "Deleverage");
        assertThat(page.getDocumentElement().getTextContent())
                .doesNotContain("Diagram of the run");
    }

    private SettlementStory madeUp() throws Exception {
        return SettlementStory.read(
                SampleMarket.everything().write(folder.resolve("made-up.ndjson")));
    }

    private SystemStory quittances() throws Exception {
        return SystemStory.read(
                SampleMarket.quittances().write(folder.resolve("quittances.ndjson")));
    }

    private static Report report(SettlementStory story, SystemStory replicas) {
        return new Report("demo", List.of(), List.of(), List.of(), null, null, null, null,
                List.of(), new Settling(null, null, null, null, story, replicas,
                        "nobody wrote one"));
    }

    private static Document page(Report report) throws Exception {
        return Pages.parse(HtmlReport.page(report));
    }

    private static String text(Document page, String id) {
        return Pages.byId(page, id).getTextContent();
    }
}
