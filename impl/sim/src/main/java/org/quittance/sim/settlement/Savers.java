package org.quittance.sim.settlement;

import java.util.List;
import java.util.OptionalLong;
import org.quittance.core.base.Bytes;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Parameters;
import org.quittance.core.settlement.State;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.Withdrawal;
import org.quittance.core.settlement.state.WithdrawalStatus;
import org.quittance.sim.kernel.Rng;

/** Those who bring money, take it away, and put it at stake. */
final class Savers {

    private final People people;
    private final Rng rng;
    private final Rng called;
    private final Parameters parameters;

    Savers(People people) {
        this.people = people;
        this.rng = people.rng();
        this.called = rng.split("called");
        this.parameters = people.market().parameters();
    }

    Instruction deposit(State s) {
        int next = s.accounts().size();
        boolean opens = rng.chance(next < 12 ? 200 : 20);
        int account = opens ? next : rng.chance(30) ? next + 1 : rng.below(next);
        long some = parameters.withdrawalCap() / 100 * rng.between(1, 60) + rng.between(0, 99);
        long amount = rng.chance(40) ? Parameters.MAX_MONEY : rng.chance(40) ? 0 : some;
        long ext = rng.chance(900) ? 1_000_000L + rng.below(1_000_000) : 1 + rng.below(3);
        int key = people.slips() ? account + 1 : account;
        return new Instruction(
                new Command.Deposit(ext, account, people.keys().account(key).publicKey(), amount),
                people.custodians());
    }

    Instruction request(State s) {
        int account = people.trader(s);
        long cash = s.accounts().contains(account) ? s.accounts().cash(account) : 1;
        long small = Math.min(cash, parameters.withdrawalCap()) / 1_000 * rng.between(0, 300) + 1;
        long amount = rng.chance(50) ? 0 : rng.chance(60) ? cash + 1
                : rng.chance(80) ? parameters.withdrawalCap() : rng.chance(80) ? cash : small;
        return new Instruction(
                new Command.RequestWithdrawal(account, people.nonce(s, account), amount),
                people.ownerOf(account));
    }

    Instruction approve(State s) {
        int custodian = people.slips()
                ? people.market().custodians() : rng.below(people.market().custodians());
        Signer by = people.keys().custodian(people.slips() ? custodian + 1 : custodian);
        return new Instruction(
                new Command.ApproveWithdrawal(custodian, withdrawal(s)), List.of(by));
    }

    Instruction execute(State s) {
        long any = withdrawal(s);
        long id = s.accounts().flaggedCount() > 0 && called.chance(500)
                ? ofCalled(s).orElse(any) : any;
        return new Instruction(new Command.ExecuteWithdrawal(id), List.of());
    }

    Instruction voided(State s) {
        long id = withdrawal(s);
        Withdrawal withdrawal = s.treasury().withdrawal(id);
        int account = withdrawal == null || rng.chance(150)
                ? people.trader(s) : withdrawal.account();
        return new Instruction(
                new Command.VoidWithdrawal(account, people.nonce(s, account), id),
                people.ownerOf(account));
    }

    /** The pending withdrawal of an account that is called, which would rather have it paid. */
    private OptionalLong ofCalled(State s) {
        for (int account = 0; account < s.accounts().size(); account++) {
            List<Withdrawal> pending = s.treasury().pendingOf(account);
            if (s.accounts().isFlagged(account) && !pending.isEmpty()) {
                return OptionalLong.of(called.pick(pending).id());
            }
        }
        return OptionalLong.empty();
    }

    /** One of the last few withdrawals, mostly one that is pending. */
    private long withdrawal(State s) {
        long next = s.treasury().nextWithdrawal();
        if (rng.chance(60) || next == 1) {
            return next;
        }
        for (int tries = 0; tries < 6; tries++) {
            long id = Math.max(1, next - 1 - rng.below(8));
            Withdrawal it = s.treasury().withdrawal(id);
            if (it != null && it.status() == WithdrawalStatus.PENDING) {
                return id;
            }
        }
        return Math.max(1, next - 1 - rng.below(8));
    }

    Instruction stake(State s) {
        int validator = people.validator();
        int account = owner(s, validator);
        long cash = s.accounts().contains(account) ? s.accounts().cash(account) : 1;
        long amount = rng.chance(60) ? 0 : rng.chance(80) ? cash + 1
                : rng.chance(80) ? cash : Math.max(1, cash / 1_000 * rng.between(1, 500));
        return of(new Command.Stake(account, people.nonce(s, account), validator, amount));
    }

    Instruction unstake(State s) {
        int validator = people.validator();
        int account = owner(s, validator);
        long stake = s.validators().contains(validator) ? s.validators().stake(validator) : 1;
        long amount = rng.chance(60) ? 0 : rng.chance(80) ? stake + 1
                : rng.chance(300) ? Math.max(1, stake)
                : Math.max(1, stake / 1_000 * rng.between(1, 400));
        return of(new Command.Unstake(account, people.nonce(s, account), validator, amount));
    }

    Instruction join(State s) {
        int validator = people.validator();
        int account = owner(s, validator);
        return of(new Command.Join(account, people.nonce(s, account), validator));
    }

    Instruction leave(State s) {
        int validator = people.validator();
        int account = owner(s, validator);
        return of(new Command.Leave(account, people.nonce(s, account), validator));
    }

    private Instruction of(Command.OfAccount command) {
        return new Instruction(command, people.ownerOf(command.account()));
    }

    private int owner(State s, int validator) {
        return s.validators().contains(validator) && !rng.chance(150)
                ? s.validators().owner(validator) : people.account(s);
    }

    /** Evidence that nobody has to believe: that it is genuine is checked elsewhere. */
    Instruction evidence(State s) {
        int guilty = culprit(s);
        EvidenceKind kind = rng.pick(List.of(EvidenceKind.values()));
        long at = 1 + rng.below(5);
        return new Instruction(new Command.SubmitEvidence(guilty, kind, at,
                bytes(0, guilty, at), bytes(1, guilty, at)), List.of());
    }

    /** If there are jailed validators, mostly one of them: else soon nobody reports any more. */
    private int culprit(State s) {
        int one = people.validator();
        for (int tries = 0; tries < 4 * s.validators().size(); tries++) {
            int other = people.validator();
            if (s.validators().contains(other) && s.validators().isJailed(other)
                    && !rng.chance(20)) {
                return other;
            }
        }
        return one;
    }

    private static Bytes bytes(int which, int validator, long at) {
        byte[] content = {(byte) which, (byte) validator, (byte) at};
        return Bytes.copyOf(content);
    }
}
