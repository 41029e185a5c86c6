package org.quittance.report;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SettlementStory.Trade;

/** Every fill, in a row for each series. */
final class TradePicture {

    private static final int ROW = 62;
    private static final int BOTTOM = 24;
    private static final int LARGEST = 8;
    private static final double SMALLEST = 2.5;

    private TradePicture() {}

    static void write(Html html, SettlementStory story) {
        html.element("h2", "Trades");
        if (story.trades().isEmpty()) {
            html.element("p", "No order was filled.");
            return;
        }
        SortedSet<Integer> series = new TreeSet<>();
        story.trades().forEach(trade -> series.add(trade.series()));
        html.element("p", Words.count(story.trades().size(), "fill") + " in "
                + Words.number(series.size()) + " series, each in a row of its own: the higher, the"
                + " dearer within the row; the larger, the more contracts.");
        Legend.of(html).triangle("buys", true, "the incoming order bought")
                .triangle("sells", false, "the incoming order sold").close();
        Picture.write(html, Words.count(story.trades().size(), "fill") + " in "
                + Words.number(series.size()) + " series over the blocks. The table below has"
                + " each.",
                narrow -> series.size() * ROW + BOTTOM,
                picture -> draw(picture, story, series));
        table(html, story);
    }

    private static void draw(Picture picture, SettlementStory story, SortedSet<Integer> series) {
        int last = story.blocks().isEmpty() ? 1 : story.blocks().getLast().height();
        Scale x = picture.heights(1,
                Math.max(last, story.trades().getLast().height()));
        long most = story.trades().stream().mapToLong(Trade::quantity).max().orElse(1);
        int row = 0;
        for (int id : series) {
            List<Trade> trades =
                    story.trades().stream().filter(trade -> trade.series() == id).toList();
            double top = row * (double) ROW;
            picture.line("grid", picture.left(), top + ROW, picture.right(), top + ROW);
            picture.text("name", 0, top + 13, "Series " + id + ": "
                    + story.contracts().getOrDefault(id, "") + ", "
                    + Words.brief(trades.stream().mapToLong(Trade::quantity).sum()) + " traded");
            long low = trades.stream().mapToLong(Trade::price).min().orElse(0);
            long high = trades.stream().mapToLong(Trade::price).max().orElse(0);
            Scale y = Scale.around(low, high, top + ROW - 8.0, top + 24.0);
            picture.text("tick end", picture.left() - 6.0, y.at(high) + 4, Words.brief(high));
            if (low < high) {
                picture.text("tick end", picture.left() - 6.0, y.at(low) + 4, Words.brief(low));
            }
            for (Trade trade : trades) {
                double r = SMALLEST
                        + (LARGEST - SMALLEST) * Math.sqrt((double) trade.quantity() / most);
                picture.titled(words(trade), () -> picture.triangle(
                        trade.takerBuys() ? "buys" : "sells", x.at(trade.height()),
                        y.at(trade.price()), r, trade.takerBuys()));
            }
            row++;
        }
        picture.heightAxis(x, (double) series.size() * ROW);
    }

    private static String words(Trade trade) {
        return "block " + trade.height() + ": " + trade.buyer() + " buys "
                + Words.number(trade.quantity()) + " of " + trade.seller() + " at "
                + Words.number(trade.price());
    }

    private static void table(Html html, SettlementStory story) {
        Cards table = Cards.folded(html, "The same as a table: every fill", "Block", "Series",
                "#Price", "#Contracts", "#Buyer", "#Seller", "#Resting order", "#Incoming order");
        for (Trade trade : story.trades()) {
            table.row(String.valueOf(trade.height()), trade.series() + ": "
                            + story.contracts().getOrDefault(trade.series(), ""),
                    Words.number(trade.price()), Words.number(trade.quantity()),
                    "account " + trade.buyer(), "account " + trade.seller(),
                    String.valueOf(trade.maker()),
                    trade.taker() + (trade.takerBuys() ? ", buys" : ", sells"));
        }
        table.fold();
    }
}
