package org.quittance.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.quittance.report.story.SettlementStory;

/** What happened in the market of the run, as its settlement trace tells it. */
final class SettlementSection {

    private SettlementSection() {}

    static void write(Html html, Report report) {
        Settling settling = report.settling();
        if (settling == null) {
            return;
        }
        SettlementStory story = settling.story();
        if (story == null) {
            html.open("section", "id", "market").element("h2", "Settlement");
            html.element("p", "Nothing to show: " + settling.absent() + ".").close();
        } else {
            html.open("section", "id", "market").element("h2", "Settlement");
            intro(html, story);
            PricePicture.write(html, story);
            html.close().open("section", "id", "trades");
            TradePicture.write(html, story);
            html.close().open("section", "id", "margins");
            MarginPicture.write(html, story);
            html.close().open("section", "id", "clearing");
            ClearPicture.write(html, story);
            PayoutPicture.write(html, story);
            html.close().open("section", "id", "money");
            WithdrawalPicture.write(html, story);
            SlashPicture.write(html, story);
            html.close();
        }
        if (settling.replicas() != null) {
            QuittancePicture.write(html, settling.replicas());
        }
    }

    private static void intro(Html html, SettlementStory story) {
        html.element("p", "Options on one underlying, cleared by every replica. All that is shown"
                + " here and below follows from the events of the settlement trace. Amounts are in"
                + " the smallest unit of the currency.");
        html.open("dl", "class", "facts");
        fact(html, "Scenario", story.market().scenario());
        fact(html, "Executed", Words.count(story.blocks().size(), "block") + ", "
                + Words.count(story.actions().values().stream().mapToInt(Integer::intValue).sum(),
                        "event"));
        fact(html, "Series", story.contracts().isEmpty() ? "none" : story.contracts().entrySet()
                .stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; ")));
        fact(html, "Trading", Words.count(story.count("Place"), "order") + ", "
                + Words.count(story.trades().size(), "fill"));
        fact(html, "Commands refused", story.refusals().isEmpty() ? "none"
                : story.count("Reject") + ": " + story.refusals().entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
        html.close();
    }

    private static void fact(Html html, String name, String value) {
        html.element("dt", name).element("dd", value);
    }
}
