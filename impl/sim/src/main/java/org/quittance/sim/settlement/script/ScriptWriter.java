package org.quittance.sim.settlement.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.Bytes;
import org.quittance.core.crypto.Signer;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.state.EvidenceKind;
import org.quittance.core.settlement.state.OrderKind;
import org.quittance.core.settlement.state.Right;
import org.quittance.core.settlement.state.Side;
import org.quittance.sim.settlement.Instruction;
import org.quittance.sim.settlement.Keyring;

/**
 * Writes a script down in the order of its commands. Prices are in ticks and quantities in lots, so
 * that one script can be played with small and with large amounts; money is in minor units.
 *
 * <p>It knows each account's next nonce, since it knows what becomes of each command.
 */
final class ScriptWriter {

    /** After these the command is as if it had never been there; all others use up its nonce. */
    private static final Set<Rejection> UNSEEN = EnumSet.of(Rejection.NOT_ENOUGH_SIGNERS,
            Rejection.WRONG_SIGNER, Rejection.UNKNOWN_ACCOUNT, Rejection.WRONG_NONCE);

    private static final int QUORUM = 2;
    private static final Bytes PROOF = Bytes.copyOf(new byte[] {1});

    private final Genesis genesis;
    private final Keyring keys;
    private final Scripts.Scale scale;
    private final List<Script.Scene> scenes = new ArrayList<>();
    private final List<Script.Line> lines = new ArrayList<>();
    private final Map<Integer, Long> nonces = new HashMap<>();
    private long governanceNonce;
    private long proves;
    private long round = 1;
    private @Nullable Rejection expected;

    /** A writer of an empty script. */
    ScriptWriter(Genesis genesis, Keyring keys, Scripts.Scale scale) {
        this.genesis = genesis;
        this.keys = keys;
        this.scale = scale;
    }

    Genesis genesis() {
        return genesis;
    }

    List<Script.Scene> scenes() {
        return List.copyOf(scenes);
    }

    /** So many lots at a tick, in minor units. */
    long units(long amount) {
        return scale.units(amount);
    }

    /** The next command must be refused for this reason. */
    ScriptWriter refused(Rejection reason) {
        expected = reason;
        return this;
    }

    private boolean isSeen() {
        return expected == null || !UNSEEN.contains(expected);
    }

    private void say(Command command, List<Signer> by) {
        lines.add(new Script.Line(new Instruction(command, by), Optional.ofNullable(expected)));
        expected = null;
    }

    private void say(Command.OfAccount command) {
        say(command, List.of(keys.account(command.account())));
    }

    /** The number that the account's next command must have, or another one if that is the flaw. */
    private long nonce(int account) {
        long next = nonces.getOrDefault(account, 0L);
        if (isSeen()) {
            nonces.put(account, next + 1);
        }
        return expected == Rejection.WRONG_NONCE ? next + 1 : next;
    }

    private long governanceNonce() {
        long next = governanceNonce;
        governanceNonce += isSeen() ? 1 : 0;
        return expected == Rejection.WRONG_NONCE ? next + 1 : next;
    }

    private int quorum() {
        return expected == Rejection.NOT_ENOUGH_SIGNERS ? QUORUM - 1 : QUORUM;
    }

    void group(int group, long expiry) {
        say(new Command.ListGroup(group, expiry), keys.governors(quorum()));
    }

    void series(int series, long strike, Right right, int group) {
        say(new Command.ListSeries(series, strike * scale.tick(), right, group),
                keys.governors(quorum()));
    }

    void pause(long until) {
        int by = quorum();
        say(new Command.Pause(until, governanceNonce()), keys.governors(by));
    }

    void resume() {
        int by = quorum();
        say(new Command.Resume(governanceNonce()), keys.governors(by));
    }

    void place(int account, int series, Side side, long price, long quantity, OrderKind kind) {
        say(new Command.Place(account, nonce(account), series, side,
                price * scale.tick(), quantity * scale.lot(), kind));
    }

    void cancel(int account, long order) {
        say(new Command.Cancel(account, nonce(account), order));
    }

    void takeover(int account, int target) {
        say(new Command.Takeover(account, nonce(account), target));
    }

    /** A report for the round that is being collected. */
    void report(int validator, long price) {
        report(validator, price, round);
    }

    void report(int validator, long price, long forRound) {
        say(new Command.Report(validator, forRound, price * scale.tick()),
                List.of(keys.validator(validator)));
    }

    /** A report of the least price above that many ticks. */
    void reportAbove(int validator, long price) {
        say(new Command.Report(validator, round, price * scale.tick() + 1),
                List.of(keys.validator(validator)));
    }

    /** The report of each validator, by its place; 0 for none. */
    void reports(long... prices) {
        for (int validator = 0; validator < prices.length; validator++) {
            if (prices[validator] > 0) {
                report(validator, prices[validator]);
            }
        }
    }

    void deposit(long ext, int account, long amount) {
        deposit(ext, account, amount, quorum());
    }

    void deposit(long ext, int account, long amount, int custodians) {
        say(new Command.Deposit(ext, account, keys.account(account).publicKey(), amount),
                keys.custodians(custodians));
    }

    void request(int account, long amount) {
        say(new Command.RequestWithdrawal(account, nonce(account), amount));
    }

    void approve(int custodian, long withdrawal) {
        say(new Command.ApproveWithdrawal(custodian, withdrawal),
                List.of(keys.custodian(custodian)));
    }

    void execute(long withdrawal) {
        say(new Command.ExecuteWithdrawal(withdrawal), List.of());
    }

    void takeBack(int account, long withdrawal) {
        say(new Command.VoidWithdrawal(account, nonce(account), withdrawal));
    }

    void stake(int account, int validator, long amount) {
        say(new Command.Stake(account, nonce(account), validator, amount));
    }

    void unstake(int account, int validator, long amount) {
        say(new Command.Unstake(account, nonce(account), validator, amount));
    }

    void join(int account, int validator) {
        say(new Command.Join(account, nonce(account), validator));
    }

    void leave(int account, int validator) {
        say(new Command.Leave(account, nonce(account), validator));
    }

    /** Evidence that a validator signed two things. */
    void convict(int validator, EvidenceKind kind, long at) {
        say(new Command.SubmitEvidence(validator, kind, at, PROOF, PROOF), List.of());
    }

    /** The block that begins here proves the quittance of that height. */
    void proves(long height) {
        proves = height;
    }

    /** The block ends, and the round goes on. */
    void end() {
        scenes.add(new Script.Scene(proves, lines));
        lines.clear();
        proves = 0;
    }

    /** The block ends, and so does the round, since enough have reported. */
    void endWithRound() {
        end();
        round++;
    }
}
