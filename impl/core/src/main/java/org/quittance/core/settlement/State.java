package org.quittance.core.settlement;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.Spec;
import org.quittance.core.settlement.state.Accounts;
import org.quittance.core.settlement.state.Book;
import org.quittance.core.settlement.state.Contracts;
import org.quittance.core.settlement.state.Entry;
import org.quittance.core.settlement.state.Key;
import org.quittance.core.settlement.state.Ledger;
import org.quittance.core.settlement.state.Oracle;
import org.quittance.core.settlement.state.Positions;
import org.quittance.core.settlement.state.Post;
import org.quittance.core.settlement.state.Progress;
import org.quittance.core.settlement.state.Treasury;
import org.quittance.core.settlement.state.Validators;

/** What the rules work on: the constants, and the state, which they change in place. */
public final class State {

    private final Genesis genesis;
    private final Parameters parameters;
    private final Ledger ledger;

    private State(Genesis genesis, Ledger ledger) {
        this.genesis = genesis;
        this.parameters = genesis.parameters();
        this.ledger = ledger;
    }

    /** The state before the first block. */
    static State first(Genesis genesis, boolean tracing) {
        Ledger ledger = new Ledger(tracing, genesis.owners());
        for (Genesis.Account account : genesis.accounts()) {
            ledger.open(account.key(), account.cash());
        }
        Validators validators = ledger.validators();
        for (int v = 0; v < genesis.validators().size(); v++) {
            long stake = genesis.validators().get(v).stake();
            validators.setStake(v, stake);
            validators.setWeight(v, stake);
            validators.setJoined(v, true);
        }
        ledger.treasury().setExternalIn(genesis.money());
        return begun(genesis, ledger);
    }

    /** The state in the middle of everything, or at its beginning. */
    static State begun(Genesis genesis, Ledger ledger) {
        // Whatever is the case at the beginning is no event's doing.
        ledger.marks().takeForEvent();
        return new State(genesis, ledger);
    }

    /** The keys of custodians, governors and validators are those of genesis. */
    public Genesis genesis() {
        return genesis;
    }

    public Parameters parameters() {
        return parameters;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Progress progress() {
        return ledger.progress();
    }

    public Accounts accounts() {
        return ledger.accounts();
    }

    public Contracts contracts() {
        return ledger.contracts();
    }

    public Positions positions() {
        return ledger.positions();
    }

    public Book book() {
        return ledger.book();
    }

    public Oracle oracle() {
        return ledger.oracle();
    }

    public Validators validators() {
        return ledger.validators();
    }

    public Treasury treasury() {
        return ledger.treasury();
    }

    public long height() {
        return ledger.progress().height();
    }

    /** Is trading halted, by a candidate or a pause? The spec's {@code Mode = "HALT"}. */
    @Spec("Oracle!Mode")
    public boolean isHalted() {
        return oracle().candidate() > 0 || height() < oracle().pausedUntil();
    }

    /** Is there a confirmed price that is recent enough to act upon? */
    @Spec("Oracle!Fresh")
    public boolean isFresh() {
        return oracle().price() > 0
                && oracle().candidate() <= 0
                && height() - oracle().priceHeight() <= parameters.maxAge();
    }

    /** What changed since this was asked last, for an event. */
    Post post() {
        return new Post(ledger.entries(ledger.marks().takeForEvent()));
    }

    /** The whole state and what was removed from it, for the event that ends a block. */
    Post wholePost() {
        SortedMap<Key, Entry> whole = new TreeMap<>();
        ledger.entries(ledger.marks().takeForEvent())
                .forEach(entry -> whole.put(entry.key(), entry));
        ledger.entries().forEach(entry -> whole.put(entry.key(), entry));
        return new Post(List.copyOf(whole.values()));
    }

    /** The indexes of the custodians who sealed it, ascending. */
    List<Integer> custodiansAmong(Signers signers) {
        return signers.membersOf(genesis.custodians());
    }

    /** The indexes of the governors who sealed it, ascending. */
    List<Integer> governorsAmong(Signers signers) {
        return signers.membersOf(genesis.governors());
    }
}
