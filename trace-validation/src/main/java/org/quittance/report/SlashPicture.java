package org.quittance.report;

import java.util.List;
import java.util.stream.Collectors;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SettlementStory.Slashing;

/** Who was convicted by its own signatures, and what it lost. */
final class SlashPicture {

    private static final int ROW = 46;

    private SlashPicture() {}

    static void write(Html html, SettlementStory story) {
        html.element("h3", "Slashings");
        List<Slashing> all = story.slashings();
        if (all.isEmpty()) {
            html.element("p", "Nobody was convicted.");
            return;
        }
        html.element("p", "Two messages that a correct validator never signs both convict who"
                + " signed them: a part of its stake, and of what it has unstaked and not got back"
                + " yet, goes to the insurance fund, and it is jailed.");
        Legend.of(html).square("cash part", "kept").square("haircut part", "slashed").close();
        Picture.write(html, all.stream().map(SlashPicture::sentence)
                .collect(Collectors.joining(" ")), narrow -> all.size() * ROW + 4,
                picture -> draw(picture, all));
        Cards table = Cards.folded(html, "The same as a table: every slashing", "Block",
                "#Validator", "Evidence", "#Stake before", "#Slashed of it", "#Unstaked before",
                "#Slashed of it");
        all.forEach(one -> table.row(String.valueOf(one.height()), String.valueOf(one.validator()),
                evidence(one), Words.number(one.staked()), Words.number(one.fromStake()),
                Words.number(one.unbonding()), Words.number(one.fromUnbonding())));
        table.fold();
    }

    private static String evidence(Slashing one) {
        return one.kind().equals("vote") ? "two votes of view " + one.at()
                : "two attestations of height " + one.at();
    }

    private static String sentence(Slashing one) {
        return "Block " + one.height() + ": validator " + one.validator() + " loses "
                + Words.number(one.fromStake() + one.fromUnbonding()) + " of "
                + Words.number(one.staked() + one.unbonding()) + " for " + evidence(one) + ".";
    }

    private static void draw(Picture picture, List<Slashing> all) {
        long most = all.stream().mapToLong(one -> one.staked() + one.unbonding()).max().orElse(1);
        for (int k = 0; k < all.size(); k++) {
            Slashing one = all.get(k);
            double top = k * (double) ROW;
            long had = one.staked() + one.unbonding();
            long lost = one.fromStake() + one.fromUnbonding();
            double unit = most == 0 ? 0 : picture.right() / (double) most;
            picture.text("name", 0, top + 14, "Block " + one.height() + ", validator "
                    + one.validator() + (picture.isNarrow() ? ": " + Words.brief(lost) + " of "
                    + Words.brief(had) : ", " + evidence(one) + ": " + Words.number(lost) + " of "
                    + Words.number(had)));
            picture.rect("cash part", 0.5, top + 20, (had - lost) * unit, 18);
            picture.rect("haircut part", 0.5 + (had - lost) * unit, top + 20,
                    Math.max(lost > 0 ? 1.5 : 0, lost * unit), 18);
        }
    }
}
