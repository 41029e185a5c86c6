package org.quittance.report;

import java.util.List;
import java.util.stream.Collectors;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SettlementStory.Clear;
import org.quittance.report.story.SettlementStory.Side;

/** What each account got or paid when its options expired. */
final class PayoutPicture {

    private PayoutPicture() {}

    static void write(Html html, SettlementStory story) {
        html.element("h3", "Payouts at expiry");
        List<Clear> expiries = story.clears().stream().filter(clear -> clear.group() > 0).toList();
        if (expiries.isEmpty()) {
            html.element("p", "No group was settled.");
            return;
        }
        html.element("p", "A group is settled at the mean of the prices observed from its expiry"
                + " on. Framed: the claim, or the debt; filled: what was paid of it.");
        Legend.of(html).square("cash part", "received").square("owes part", "paid")
                .square("frame", "claim or debt").close();
        expiries.forEach(clear -> group(html, story, clear));
    }

    private static void group(Html html, SettlementStory story, Clear clear) {
        html.element("h4", "Group " + clear.group() + ", settled in block " + clear.height()
                + " at " + Words.number(clear.price()));
        List<Side> sides = clear.sides();
        if (sides.isEmpty()) {
            html.element("p", "Nobody had a position in it.");
            return;
        }
        Picture.write(html, "What each account got or paid at the expiry of group "
                + clear.group() + ". The table below has the figures.",
                narrow -> sides.size() * 24 + 20, picture -> bars(picture, sides));
        Cards table = Cards.folded(html, "The same as a table: each account", "Account",
                "Contracts", "#Claim", "#Cash received or paid", "#Withdrawals paid",
                "#Stake paid", "#Haircut");
        sides.forEach(side -> table.row(String.valueOf(side.account()),
                contracts(side, story), Words.number(side.claim()), Words.number(side.cash()),
                Words.number(-side.withdrawals()), Words.number(-side.stake() - side.unbonding()),
                Words.number(side.claim() > 0 ? side.claim() - side.cash() : 0)));
        table.fold();
    }

    private static String contracts(Side side, SettlementStory story) {
        return side.contracts().entrySet().stream().map(entry -> Words.number(entry.getValue())
                + " of series " + entry.getKey() + " ("
                + story.contracts().getOrDefault(entry.getKey(), "") + ")")
                .collect(Collectors.joining("; "));
    }

    private static void bars(Picture picture, List<Side> sides) {
        long most = sides.stream().mapToLong(side -> Math.max(Math.abs(side.claim()),
                Math.abs(side.cash()))).max().orElse(1);
        double left = picture.isNarrow() ? 70 : 110;
        double room = picture.right() - left;
        double zero = left + room / 2;
        double unit = most == 0 ? 0 : (room / 2 - 60) / most;
        picture.text("tick end", zero - 6, 12, "pays").text("tick", zero + 6, 12, "receives");
        for (int k = 0; k < sides.size(); k++) {
            Side side = sides.get(k);
            double y = 20 + k * 24.0;
            picture.text("name", 0, y + 13, "Account " + side.account());
            double claim = side.claim() * unit;
            picture.rect("frame", Math.min(zero, zero + claim), y, Math.abs(claim), 17);
            double paid = side.paid() * unit;
            picture.rect(paid < 0 ? "owes part" : "cash part", Math.min(zero, zero + paid), y,
                    Math.abs(paid), 17);
            picture.text(claim < 0 ? "tick end" : "tick", zero + claim + (claim < 0 ? -5 : 5),
                    y + 13, Words.brief(side.paid()));
        }
        picture.line("axis", zero, 16, zero, 20 + sides.size() * 24.0);
    }
}
