package org.quittance.core.settlement.state;

/**
 * What is known about the underlying's price: the spec's {@code round}, {@code roundStart}, {@code
 * reports}, {@code price}, {@code priceHeight}, {@code candidate}, {@code outliers} and {@code
 * pausedUntil}. Prices are in ticks, and 0 if there is none.
 */
public final class Oracle {

    private final Marks marks;
    private final long[] reports;
    private final long[] outliers;
    private long round = 1;
    private long roundStart = 1;
    private long price;
    private long priceHeight;
    private long candidate;
    private long pausedUntil;

    public Oracle(Marks marks, int validators) {
        this.marks = marks;
        this.reports = new long[validators];
        this.outliers = new long[validators];
    }

    /** The round being collected, from 1. */
    public long round() {
        return round;
    }

    /** The height of the first block in which could be reported to this round. */
    public long roundStart() {
        return roundStart;
    }

    /** Sets the round, and the height from which on it can be reported to. */
    public void setRound(long next, long start) {
        round = next;
        roundStart = start;
        marks.scalar(Variable.ROUND);
        marks.scalar(Variable.ROUND_START);
    }

    /** What the validator reported in this round, or 0. */
    public long report(int validator) {
        return reports[validator];
    }

    /** Records a report; a price of 0 takes it away. */
    public void setReport(int validator, long reported) {
        reports[validator] = reported;
        marks.other(Variable.REPORTS, validator);
    }

    /** In how many rounds in a row the validator was an outlier. */
    public long outliers(int validator) {
        return outliers[validator];
    }

    public void setOutliers(int validator, long rounds) {
        outliers[validator] = rounds;
        marks.other(Variable.OUTLIERS, validator);
    }

    public long price() {
        return price;
    }

    public long priceHeight() {
        return priceHeight;
    }

    /** Sets the price, and the height at which it is one. */
    public void setPrice(long next, long height) {
        price = next;
        priceHeight = height;
        marks.scalar(Variable.PRICE);
        marks.scalar(Variable.PRICE_HEIGHT);
    }

    /** A price that moved so far that it must be confirmed, or 0. */
    public long candidate() {
        return candidate;
    }

    public void setCandidate(long next) {
        candidate = next;
        marks.scalar(Variable.CANDIDATE);
    }

    /** The height at which a pause ends, or 0. */
    public long pausedUntil() {
        return pausedUntil;
    }

    public void setPausedUntil(long height) {
        pausedUntil = height;
        marks.scalar(Variable.PAUSED_UNTIL);
    }
}
