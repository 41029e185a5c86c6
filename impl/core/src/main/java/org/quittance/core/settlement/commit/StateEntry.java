package org.quittance.core.settlement.commit;

import java.util.List;
import java.util.OptionalLong;
import org.quittance.core.base.Bytes;
import org.quittance.core.base.Digest;
import org.quittance.core.base.PublicKey;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.GroupStatus;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Unbonding;
import org.quittance.core.settlement.state.Value;
import org.quittance.core.settlement.state.Variable;

/**
 * One entry that the state root commits to. Each has a key of its own; what is not there has no
 * entry.
 *
 * <p>Units as in the state: cash and stakes in minor units, prices in ticks.
 */
public sealed interface StateEntry {

    /** A variable that holds one number. */
    record Scalar(Variable variable, long number) implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.scalar(variable);
        }
    }

    /**
     * An account.
     *
     * @param flagged height at which it was flagged, or 0
     */
    record Account(int id, PublicKey publicKey, long cash, long nonce, long flagged)
            implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.account(id);
        }
    }

    /**
     * A group of series.
     *
     * @param observed prices from expiry on, oldest first
     */
    record Group(int id, long expiry, GroupStatus status, List<Long> observed)
            implements StateEntry {

        public Group {
            observed = List.copyOf(observed);
        }

        @Override
        public Bytes key() {
            return EntryKeys.group(id);
        }

        /** The price that its contracts were paid at, in ticks; empty before that. */
        public OptionalLong settlementPrice() {
            if (status != GroupStatus.SETTLED || observed.isEmpty()) {
                return OptionalLong.empty();
            }
            long sum = 0;
            for (long price : observed) {
                sum = Math.addExact(sum, price);
            }
            return OptionalLong.of(Math.floorDiv(sum, observed.size()));
        }
    }

    /** A series. */
    record Series(int id, long strike, Right right, int group) implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.series(id);
        }
    }

    /**
     * A position that is not 0.
     *
     * @param quantity contracts; below 0 if short
     */
    record Position(int account, int series, long quantity) implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.position(account, series);
        }
    }

    /** An order that rests. */
    record Order(Value.OpenOrder order) implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.order(order.id());
        }
    }

    /**
     * A validator.
     *
     * @param report what it reported in this oracle round, in ticks, or 0
     * @param outliers in how many rounds in a row it was an outlier
     */
    record Validator(
            int id,
            long stake,
            Unbonding unbonding,
            long weight,
            boolean jailed,
            boolean joined,
            long report,
            long outliers) implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.validator(id);
        }
    }

    /** A withdrawal, whatever became of it. */
    record Withdrawal(org.quittance.core.settlement.state.Withdrawal withdrawal)
            implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.withdrawal(withdrawal.id());
        }
    }

    /** A payment that was credited. */
    record UsedDeposit(long ext) implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.usedDeposit(ext);
        }
    }

    /** Evidence that was applied. */
    record UsedEvidence(int validator, EvidenceKind kind, long at) implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.usedEvidence(validator, kind, at);
        }
    }

    /**
     * The block that was executed last: without it a root would say what came of the blocks, but
     * not of which, and nobody could tell which block of the chain a quittance is about.
     *
     * @param height the block's, from 1
     * @param block its digest
     */
    record LastBlock(long height, Digest block) implements StateEntry {

        @Override
        public Bytes key() {
            return EntryKeys.lastBlock();
        }
    }

    /** The key of this entry, and of no other that the state can have. */
    Bytes key();
}
