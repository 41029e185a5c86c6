package org.quittance.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SettlementStory.Block;

/** What validators reported, what price came of it, and when nobody could trade on it. */
final class PricePicture {

    private static final int TOP = 26;
    private static final int BOTTOM = 24;

    private final SettlementStory story;
    private final Picture picture;
    private final Scale x;
    private final Scale y;
    private final double ground;

    private PricePicture(SettlementStory story, Picture picture) {
        this.story = story;
        this.picture = picture;
        this.x = picture.heights(story.blocks().getFirst().height(),
                story.blocks().getLast().height());
        this.ground = picture.height() - (double) BOTTOM;
        List<Long> all = story.blocks().stream().flatMapToLong(block -> LongStream.concat(
                        LongStream.of(block.price(), block.candidate()),
                        block.reports().values().stream().mapToLong(Long::longValue)))
                .filter(price -> price > 0).boxed().toList();
        this.y = Scale.around(all.stream().mapToLong(Long::longValue).min().orElse(0),
                all.stream().mapToLong(Long::longValue).max().orElse(1), ground, TOP);
    }

    static void write(Html html, SettlementStory story) {
        html.element("h3", "Price");
        html.element("p", "Validators report; a round closes once more than two thirds of the"
                + " weight have, with the weighted median. A move that is too far waits as a"
                + " candidate, and nobody trades until the next round confirms it. Nor does anyone"
                + " on a price that is stale: older than "
                + Words.count(story.market().maxAge(), "block") + ".");
        if (story.blocks().isEmpty()) {
            html.element("p", "No block was executed to its end.");
            return;
        }
        Legend.of(html).circle("report", "report of a validator")
                .line("price", "confirmed price").diamond("candidate", "candidate")
                .square("settled", "price of a settlement").band("halt", "H", "halt, or pause (P)")
                .band("stale", "S", "no fresh price").close();
        Picture.write(html, description(story), narrow -> narrow ? 250 : 300,
                picture -> new PricePicture(story, picture).draw());
        table(html, story);
    }

    private static String description(SettlementStory story) {
        long halted = story.blocks().stream().filter(Block::halted).count();
        long stale = story.blocks().stream().filter(Block::stale).count();
        long first = story.blocks().stream().mapToLong(Block::price).filter(price -> price > 0)
                .findFirst().orElse(0);
        return "Price over " + Words.count(story.blocks().size(), "block") + ", from "
                + Words.number(first) + " to "
                + Words.number(story.blocks().getLast().price()) + "; "
                + Words.count(halted, "block") + " in a halt, " + Words.count(stale, "block")
                + " without a fresh price. The table below has the figures.";
    }

    private void draw() {
        story.blocks().forEach(this::band);
        picture.amountAxis(y, 5);
        picture.heightAxis(x, ground);
        for (Block block : story.blocks()) {
            block.reports().forEach((validator, price) -> picture.circle(
                    "report", x.at(block.height()), y.at(price), picture.isNarrow() ? 1.8 : 3));
        }
        StringBuilder path = new StringBuilder();
        for (Block block : story.blocks()) {
            if (block.price() > 0) {
                path.append(path.isEmpty() ? "M" : "L")
                        .append(Picture.of(x.at(block.height() - 0.5))).append(',')
                        .append(Picture.of(y.at(block.price()))).append('H')
                        .append(Picture.of(x.at(block.height() + 0.5)));
            }
        }
        picture.path("price", path.isEmpty() ? "M0,0" : path.toString());
        story.blocks().forEach(this::marks);
    }

    private void band(Block block) {
        String letter = block.halted() ? "H" : block.paused() ? "P" : block.stale() ? "S" : "";
        if (letter.isEmpty()) {
            return;
        }
        double from = x.at(block.height() - 0.5);
        double wide = x.at(block.height() + 0.5) - from;
        picture.rect(letter.equals("S") ? "stale" : "halt", from + 0.5, TOP - 18.0, wide - 1,
                ground - TOP + 18);
        if (wide >= 9) {
            picture.text("tick middle", from + wide / 2, TOP - 6.0, letter);
        }
    }

    private void marks(Block block) {
        if (block.candidate() > 0) {
            picture.titled("block " + block.height() + ": candidate "
                    + Words.number(block.candidate()), () -> picture.diamond(
                    "candidate", x.at(block.height()), y.at(block.candidate()), 5));
        }
        block.settled().forEach((group, price) -> picture.titled("group " + group + " settled at "
                + Words.number(price), () -> picture.square(
                "settled", x.at(block.height()), y.at(price), 4.5)));
    }

    private static void table(Html html, SettlementStory story) {
        Cards table = Cards.folded(html, "The same as a table: block by block", "Block", "Reports",
                "#Price", "#Candidate", "Trading", "Settled");
        for (Block block : story.blocks()) {
            String reports = block.reports().entrySet().stream()
                    .map(entry -> "validator " + entry.getKey() + ": "
                            + Words.number(entry.getValue()))
                    .collect(Collectors.joining(", "));
            table.row(String.valueOf(block.height()), reports.isEmpty() ? "none" : reports,
                    block.price() > 0
                            ? Words.number(block.price()) + (block.closed() ? "" : " (as before)")
                            : "none",
                    block.candidate() > 0 ? Words.number(block.candidate()) : "none",
                    trading(block),
                    block.settled().isEmpty() ? "nothing" : block.settled().entrySet().stream()
                            .map(entry -> "group " + entry.getKey() + " at "
                                    + Words.number(entry.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        table.fold();
    }

    private static String trading(Block block) {
        String why = (block.halted() ? "halt, " : "") + (block.paused() ? "pause, " : "")
                + (block.stale() ? "no fresh price, " : "");
        return why.isEmpty() ? "open" : why.substring(0, why.length() - 2).toLowerCase(Locale.ROOT);
    }
}
