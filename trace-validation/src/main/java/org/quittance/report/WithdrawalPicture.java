package org.quittance.report;

import java.util.List;
import java.util.stream.Collectors;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SettlementStory.Withdrawal;

/** How money left: asked for, approved, and paid out under a quittance. */
final class WithdrawalPicture {

    private static final int ROW = 52;
    private static final int BOTTOM = 24;

    private WithdrawalPicture() {}

    static void write(Html html, SettlementStory story) {
        html.element("h2", "Withdrawals");
        List<Withdrawal> all = story.withdrawals();
        if (all.isEmpty()) {
            html.element("p", "Nobody asked for one.");
            return;
        }
        html.element("p", "A withdrawal takes the approval of "
                + Words.count(story.market().custodianQuorum(), "custodian") + " and "
                + Words.count(story.market().withdrawalDelay(), "block") + " of delay, and a"
                + " quittance of the block in which the last approval was given, or a later one."
                + " Until it is paid out, its owner can have the cash back; and a debtor without"
                + " enough cash pays with it. Nothing is paid out to an account that is flagged.");
        Legend.of(html).letter("step", "R", "requested").letter("step", "A", "approved by a"
                + " custodian").letter("good", "\u2713", "paid out").letter("bad", "\u2717",
                "taken back").close();
        Picture.write(html, all.stream().map(WithdrawalPicture::sentence)
                        .collect(Collectors.joining(" ")), narrow -> all.size() * ROW + BOTTOM,
                picture -> draw(picture, story));
        Cards table = Cards.folded(html, "The same as a table: every withdrawal", "Number",
                "#Account", "#Amount", "#Requested in block", "Approvals", "#Approved in block",
                "Ended");
        all.forEach(one -> table.row(String.valueOf(one.id()), String.valueOf(one.account()),
                Words.number(one.amount()), String.valueOf(one.requested()), approvals(one),
                one.approved() > 0 ? String.valueOf(one.approved()) : "not yet", end(one)));
        table.fold();
    }

    private static String approvals(Withdrawal one) {
        return one.approvals().isEmpty() ? "none" : one.approvals().entrySet().stream()
                .map(entry -> "custodian " + entry.getKey() + " in block " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String end(Withdrawal one) {
        return switch (one.status()) {
            case "EXECUTED" -> "paid out in block " + one.ended() + " under the quittance of block "
                    + one.quitted();
            case "VOID" -> "taken back in block " + one.ended();
            case "OWED" -> "taken for what the account owed in block " + one.ended();
            default -> "pending";
        };
    }

    private static String sentence(Withdrawal one) {
        return "Withdrawal " + one.id() + ": " + Words.number(one.amount()) + " of account "
                + one.account() + ", requested in block " + one.requested() + ", " + end(one) + ".";
    }

    private static void draw(Picture picture, SettlementStory story) {
        List<Withdrawal> all = story.withdrawals();
        int last = all.stream().mapToInt(one -> Math.max(one.requested(), one.ended())).max()
                .orElse(1);
        int blocks = story.blocks().isEmpty() ? 1 : story.blocks().getLast().height();
        Scale x = picture.heights(1, Math.max(last, blocks));
        for (int k = 0; k < all.size(); k++) {
            Withdrawal one = all.get(k);
            double top = k * (double) ROW;
            double y = top + 26;
            picture.line("grid", 0, top + ROW - 1.0, picture.right(), top + ROW - 1.0);
            picture.text("name", 0, top + 14, "No. " + one.id() + ": account " + one.account()
                    + ", " + Words.brief(one.amount()) + (picture.isNarrow() ? "" : ", "
                    + end(one)));
            int until = one.ended() > 0 ? one.ended() : Math.max(last, blocks);
            picture.line(one.ended() > 0 ? "course" : "course open", x.at(one.requested()), y,
                    x.at(until), y);
            mark(picture, "step", x.at(one.requested()), y, "R");
            approvals(picture, one, x, y);
            double end = Math.max(x.at(one.ended()), x.at(one.requested()) + Picture.MARK);
            if (one.status().equals("EXECUTED")) {
                mark(picture, "good", end, y, "\u2713");
            } else if (one.ended() > 0) {
                mark(picture, "bad", end, y, "\u2717");
            }
        }
        picture.heightAxis(x, (double) all.size() * ROW);
    }

    /** Approvals hang below the line, none over another. */
    private static void approvals(Picture picture, Withdrawal one, Scale x, double y) {
        double free = 0;
        for (int height : one.approvals().values().stream().sorted().toList()) {
            double at = Math.max(free, x.at(height));
            mark(picture, "step", at, y + 16, "A");
            free = at + Picture.MARK;
        }
    }

    private static void mark(Picture picture, String style, double x, double y, String letter) {
        picture.circle(style, x, y, 7.5).text("on", x, y, letter);
    }
}
