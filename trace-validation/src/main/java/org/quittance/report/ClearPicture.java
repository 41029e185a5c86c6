package org.quittance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SettlementStory.Clear;

/** Who paid in each clearing: the default waterfall, and what the winners got. */
final class ClearPicture {

    private static final int ROW = 46;
    private static final int NARROW_ROW = 76;

    /** So many letters fit across a narrow screen. */
    private static final int LETTERS = 50;

    private ClearPicture() {}

    static void write(Html html, SettlementStory story) {
        html.element("h2", "Default waterfall");
        List<Clear> clears = story.clears();
        if (clears.isEmpty()) {
            html.element("p", "Nothing was cleared.");
            return;
        }
        html.element("p", "What debtors owe is taken from their cash, then from the withdrawals"
                + " that they have asked for, then from the stake of their validators, then from"
                + " what these have unstaked, then from the insurance fund. What is still missing"
                + " is a haircut of the winners: they are paid so much less.");
        Legend.of(html).square("cash part", "cash")
                .square("withdrawals part", "withdrawals").square("stake part", "stake")
                .square("unbonding part", "unstaked").square("fund part", "insurance fund")
                .square("haircut part", "haircut").close();
        Picture.write(html, description(clears),
                narrow -> clears.size() * (narrow ? NARROW_ROW : ROW) + 4,
                picture -> draw(picture, clears));
        table(html, clears);
    }

    private static String description(List<Clear> clears) {
        return "A bar for each clearing, divided by who paid. " + clears.stream()
                .map(clear -> name(clear) + ": " + parts(clear)).collect(Collectors.joining(". "))
                + ".";
    }

    static String name(Clear clear) {
        return clear.group() > 0 ? "expiry of group " + clear.group()
                : "close-out of account " + clear.account();
    }

    private static Map<String, Long> amounts(Clear clear) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        amounts.put("cash", clear.fromCash());
        amounts.put("withdrawals", clear.fromWithdrawals());
        amounts.put("stake", clear.fromStake());
        amounts.put("unbonding", clear.fromUnbonding());
        amounts.put("fund", clear.fromFund());
        amounts.put("haircut", clear.haircut());
        return amounts;
    }

    private static String parts(Clear clear) {
        if (clear.owed() == 0) {
            return "nobody owed anything";
        }
        return "of " + Words.number(clear.owed()) + " owed, " + amounts(clear).entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> Words.number(part.getValue()) + " "
                        + (part.getKey().equals("haircut") ? "a haircut" : "from " + part.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static void draw(Picture picture, List<Clear> clears) {
        double wide = picture.right();
        for (int k = 0; k < clears.size(); k++) {
            Clear clear = clears.get(k);
            double top = title(picture, clear, k);
            picture.rect("frame", 0.5, top, wide, 18);
            double x = 0.5;
            for (Map.Entry<String, Long> part : amounts(clear).entrySet()) {
                double w = clear.owed() == 0 ? 0 : wide * part.getValue() / clear.owed();
                if (w > 0) {
                    part(picture, part.getKey(), part.getValue(), x, top, w);
                }
                x += w;
            }
        }
    }

    /** What it was and who paid, in words; returns where the bar begins. */
    private static double title(Picture picture, Clear clear, int place) {
        String name = "Block " + clear.height() + ", " + name(clear);
        if (!picture.isNarrow()) {
            double top = place * (double) ROW;
            picture.text("name", 0, top + 14, name + ": " + parts(clear));
            return top + 20;
        }
        double top = place * (double) NARROW_ROW;
        picture.text("name", 0, top + 14, name);
        String parts = clear.owed() == 0 ? "nobody owed anything" : "owed "
                + Words.brief(clear.owed()) + ": " + amounts(clear).entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> part.getKey() + " " + Words.brief(part.getValue()))
                .collect(Collectors.joining(", "));
        int end = parts.length() <= LETTERS ? parts.length() : parts.lastIndexOf(' ', LETTERS);
        picture.text("tick", 0, top + 29, parts.substring(0, end));
        picture.text("tick", 0, top + 43, parts.substring(end).strip());
        return top + 50;
    }

    private static void part(
            Picture picture, String kind, long amount, double x, double y, double w) {
        picture.titled(kind + " " + Words.number(amount), () -> picture.rect(
                kind + " part", x, y, Math.max(w, 1.5), 18));
        String label = (kind.equals("unbonding") ? "unstaked" : kind) + " " + Words.brief(amount);
        if (w > label.length() * 7 + 8) {
            picture.text(kind.equals("haircut") ? "inside haircut" : "inside", x + 5, y + 13,
                    label);
        }
    }

    private static void table(Html html, List<Clear> clears) {
        Cards table = Cards.folded(html, "The same as a table: every clearing", "Block", "What",
                "#Owed", "#From cash", "#From withdrawals", "#From stake", "#From unstaked",
                "#From the fund", "#Haircut");
        for (Clear clear : clears) {
            table.row(String.valueOf(clear.height()), name(clear), Words.number(clear.owed()),
                    Words.number(clear.fromCash()), Words.number(clear.fromWithdrawals()),
                    Words.number(clear.fromStake()), Words.number(clear.fromUnbonding()),
                    Words.number(clear.fromFund()), Words.number(clear.haircut()));
        }
        table.fold();
    }
}
