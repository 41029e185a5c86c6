package org.quittance.report;

import java.util.List;
import java.util.Locale;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SettlementStory.Call;
import org.quittance.report.story.SettlementStory.Health;
import org.quittance.report.story.SettlementStory.Step;

/** Who lacked margin, and what became of it: a picture for each account that was flagged. */
final class MarginPicture {

    private static final int HEIGHT = 170;
    private static final int TOP = 30;
    private static final int BOTTOM = 24;

    private MarginPicture() {}

    static void write(Html html, SettlementStory story) {
        html.element("h2", "Margin calls");
        if (story.calls().isEmpty()) {
            html.element("p", "No account had less than its maintenance margin.");
            return;
        }
        html.element("p", "An account with less cash than its maintenance margin is flagged. For "
                + Words.count(story.market().takeoverBlocks(), "block") + " with a fresh price"
                + " anyone with enough collateral can take it over; after that it is closed out"
                + " against those who stand on the other side.");
        Legend.of(html).line("cash", "cash").line("margin", "maintenance margin")
                .letter("step", "F", "flagged").letter("step", "U", "no longer flagged")
                .letter("step", "T", "taken over").letter("step", "D", "closed out")
                .band("halt", "", "flagged when the block was looked at").close();
        story.health().forEach((account, health) -> {
            List<Call> calls = story.calls().stream()
                    .filter(call -> call.account() == account).toList();
            html.element("h3", "Account " + account);
            Picture.write(html, "Account " + account + ": cash and maintenance margin over the"
                            + " blocks; " + course(calls) + ".", narrow -> HEIGHT,
                    picture -> draw(picture, story, health, calls));
            html.element("p", sentence(course(calls)), "class", "small");
        });
        tables(html, story);
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private static String course(List<Call> calls) {
        return String.join(", ", calls.stream().map(call -> call.step().words()
                + (call.by() < 0 ? "" : " by account " + call.by()) + " in block "
                + call.height()).toList());
    }

    private static void draw(
            Picture picture, SettlementStory story, List<Health> health, List<Call> calls) {
        Scale x = picture.heights(1, story.blocks().isEmpty() ? 1
                : story.blocks().getLast().height());
        double ground = HEIGHT - (double) BOTTOM;
        long most = health.stream().mapToLong(at -> Math.max(at.cash(), at.margin())).max()
                .orElse(1);
        Scale y = new Scale(0, Math.max(1, most * 1.05), ground, TOP);
        double half = (x.at(2) - x.at(1)) / 2;
        health.stream().filter(Health::flagged).forEach(at -> picture.rect("halt",
                x.at(at.height()) - half + 0.5, TOP - 26.0, 2 * half - 1, ground - TOP + 26));
        picture.amountAxis(y, 3);
        picture.heightAxis(x, ground);
        picture.path("margin", path(x, y, health, false));
        picture.path("cash", path(x, y, health, true));
        double before = -Picture.MARK;
        int below = 0;
        for (Call call : calls) {
            // Where there is no room beside it, a step stands below the one before.
            below = x.at(call.height()) - before < Picture.MARK ? below + 17 : 0;
            before = x.at(call.height());
            double at = TOP - 15.0 + below;
            picture.titled(call.step().words() + " in block " + call.height(), () -> {
                picture.circle("step", x.at(call.height()), at, 7.5);
                picture.text("on", x.at(call.height()), at, letter(call.step()));
            });
        }
    }

    private static String path(Scale x, Scale y, List<Health> health, boolean ofCash) {
        StringBuilder path = new StringBuilder();
        for (Health at : health) {
            path.append(path.isEmpty() ? "M" : "L").append(Picture.of(x.at(at.height())))
                    .append(',').append(Picture.of(y.at(ofCash ? at.cash() : at.margin())));
        }
        return path.isEmpty() ? "M0,0" : path.toString();
    }

    private static String letter(Step step) {
        return switch (step) {
            case FLAGGED -> "F";
            case UNFLAGGED -> "U";
            case TAKEN_OVER -> "T";
            case DELEVERAGED -> "D";
        };
    }

    private static void tables(Html html, SettlementStory story) {
        Cards steps = Cards.folded(html, "The steps as a table", "Block", "#Account",
                "What happened", "#Cash before", "#Margin before", "#Cash kept");
        for (Call call : story.calls()) {
            steps.row(String.valueOf(call.height()), String.valueOf(call.account()),
                    call.step().words() + (call.by() < 0 ? "" : " by account " + call.by()),
                    Words.number(call.cash()), Words.number(call.margin()),
                    Words.number(call.kept()));
        }
        steps.fold();
        Cards table = Cards.folded(html, "The lines as a table: block by block", "Block",
                "#Account", "#Cash", "#Maintenance margin", "Flagged");
        story.health().forEach((account, health) -> health.forEach(at -> table.row(
                String.valueOf(at.height()), String.valueOf(account), Words.number(at.cash()),
                Words.number(at.margin()), at.flagged() ? "yes" : "no")));
        table.fold();
    }
}
