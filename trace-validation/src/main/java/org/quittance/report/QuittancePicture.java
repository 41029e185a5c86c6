package org.quittance.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.quittance.report.story.SystemStory;
import org.quittance.report.story.SystemStory.Height;

/** Which blocks got a quittance, when, and who signed it. */
final class QuittancePicture {

    private static final int TOP = 12;
    private static final int LAGS = 110;
    private static final int ROW = 20;
    private static final int BOTTOM = 24;

    private QuittancePicture() {}

    static void write(Html html, SystemStory story) {
        html.open("section", "id", "quittances").element("h2", "Quittances");
        html.element("p", "A replica signs the root of the state after each block that it executed."
                + " Equal signatures of more than two thirds of the weight are a quittance: proof"
                + " of the outcome for whoever trusts no single replica. While "
                + Words.count(story.maxLag(), "final block") + " and more are without one, nothing"
                + " new is ordered.");
        if (story.heights().isEmpty()) {
            html.element("p", "No block was final.").close();
            return;
        }
        html.element("p", story.quitted() + " of " + Words.count(story.heights().size(),
                "final block") + " got a quittance" + stops(story) + ".");
        Legend.of(html).circle("signed", "signed the first quittance")
                .circle("attested", "attested, but is not in it")
                .diamond("none", "final without a quittance").close();
        Picture.write(html, description(story),
                narrow -> TOP + LAGS + story.validators() * ROW + 14 + BOTTOM,
                picture -> draw(picture, story));
        table(html, story);
        html.close();
    }

    private static String stops(SystemStory story) {
        return story.stops().isEmpty() ? "" : "; " + story.stops().entrySet().stream()
                .map(entry -> "replica " + entry.getKey() + " stopped, since its root of height "
                        + entry.getValue() + " is not the one that was quitted")
                .collect(Collectors.joining("; "));
    }

    private static String description(SystemStory story) {
        long most = story.heights().stream().filter(height -> height.quittedAt() >= 0)
                .mapToLong(Height::delay).max().orElse(0);
        return story.quitted() + " of " + Words.count(story.heights().size(), "final block")
                + " got a quittance, within " + Words.number(most) + " simulated milliseconds at"
                + " most" + stops(story) + ". Above, the time that it took; below, a row for each"
                + " replica with what it signed. The table below has the figures.";
    }

    private static void draw(Picture picture, SystemStory story) {
        List<Height> heights = story.heights();
        Scale x = picture.heights(heights.getFirst().height(), heights.getLast().height());
        double ground = TOP + (double) LAGS;
        long most = heights.stream().filter(height -> height.quittedAt() >= 0)
                .mapToLong(Height::delay).max().orElse(1);
        Scale y = new Scale(0, Math.max(1, most * 1.05), ground, TOP);
        picture.amountAxis(y, 3);
        picture.text("name", picture.left() + 4.0, TOP, "ms from final to quitted");
        picture.line("axis", picture.left(), ground, picture.right(), ground);
        double r = Math.min(6, (x.at(2) - x.at(1)) * 0.42);
        for (Height height : heights) {
            double at = x.at(height.height());
            if (height.quittedAt() < 0) {
                picture.diamond("none", at, ground - 7, Math.min(5, r + 1));
            } else {
                picture.titled("height " + height.height() + ": " + height.delay() + " ms",
                        () -> picture.rect("lag", at - r, y.at(height.delay()), 2 * r,
                                ground - y.at(height.delay())));
            }
            for (int id = 0; id < story.validators(); id++) {
                String style = height.signers().contains(id) ? "signed"
                        : height.attested().contains(id) ? "attested" : "";
                if (!style.isEmpty()) {
                    picture.circle(style, at, row(ground, id), style.equals("signed") ? r : r - 1);
                }
            }
        }
        for (int id = 0; id < story.validators(); id++) {
            boolean strange = story.byzantine().contains(id) || story.wrong().contains(id);
            picture.text("tick end", picture.left() - 6.0, row(ground, id) + 4,
                    (picture.isNarrow() ? "" : "replica ") + id + (strange ? " *" : ""));
        }
        picture.heightAxis(x, row(ground, story.validators()) - 4);
    }

    private static double row(double ground, int id) {
        return ground + 16 + id * (double) ROW;
    }

    private static String ids(Collection<Integer> ids) {
        return ids.isEmpty() ? "nobody"
                : ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static void table(Html html, SystemStory story) {
        if (!story.byzantine().isEmpty() || !story.wrong().isEmpty()) {
            html.element("p", "* Byzantine: " + ids(story.byzantine())
                    + "; may execute wrongly: " + ids(story.wrong()) + ".", "class", "small");
        }
        Cards table = Cards.folded(html, "The same as a table: height by height", "Height",
                "Signers", "Attested by", "Root", "#Milliseconds", "#Blocks behind",
                "#Carried by block");
        for (Height height : story.heights()) {
            boolean quitted = height.quittedAt() >= 0;
            table.row(String.valueOf(height.height()), quitted ? ids(height.signers()) : "none yet",
                    ids(height.attested()),
                    height.root().substring(0, Math.min(8, height.root().length())),
                    quitted ? Words.number(height.delay()) : "",
                    quitted ? Words.number(height.lag()) : "",
                    height.carriedBy() > 0 ? String.valueOf(height.carriedBy()) : "none");
        }
        table.fold();
    }
}
