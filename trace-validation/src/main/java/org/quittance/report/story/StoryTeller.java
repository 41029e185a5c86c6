package org.quittance.report.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.report.story.SettlementStory.Block;
import org.quittance.report.story.SettlementStory.Call;
import org.quittance.report.story.SettlementStory.Health;
import org.quittance.report.story.SettlementStory.Slashing;
import org.quittance.report.story.SettlementStory.Step;
import org.quittance.report.story.SettlementStory.Trade;

/** Goes through the events of a settlement trace and notes what is shown. */
final class StoryTeller {

    private final Market market;
    private final Ledger ledger;
    private final Withdrawals withdrawals;
    private final List<Block> blocks = new ArrayList<>();
    private final SortedMap<Integer, String> contracts = new TreeMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final SortedMap<Integer, List<Health>> health = new TreeMap<>();
    private final List<SettlementStory.Clear> clears = new ArrayList<>();
    private final List<Slashing> slashings = new ArrayList<>();
    private final SortedMap<String, Integer> actions = new TreeMap<>();
    private final SortedMap<String, Integer> refusals = new TreeMap<>();
    private final SortedMap<Integer, Long> reports = new TreeMap<>();
    private final SortedMap<Integer, Long> settled = new TreeMap<>();
    private JsonNode taker = com.fasterxml.jackson.databind.node.NullNode.getInstance();
    private boolean closed;
    private boolean halted;
    private boolean paused;
    private boolean stale;

    private StoryTeller(Market market) {
        this.market = market;
        this.ledger = new Ledger(market);
        this.withdrawals = new Withdrawals(ledger);
    }

    static SettlementStory tell(TraceLines trace) throws IOException {
        StoryTeller teller = new StoryTeller(trace.ofHeader(Market::of));
        trace.visit(teller::see);
        // Only those who were called are worth a picture.
        SortedMap<Integer, List<Health>> called = new TreeMap<>(teller.health);
        called.keySet().retainAll(teller.calls.stream().map(Call::account).toList());
        return new SettlementStory(teller.market, teller.blocks, teller.contracts, teller.trades,
                teller.calls, called, teller.clears, teller.withdrawals.all(), teller.slashings,
                teller.actions, teller.refusals);
    }

    private void see(Line event) {
        String action = event.action();
        actions.merge(action, 1, Integer::sum);
        Line args = event.args();
        Line post = event.post();
        switch (action) {
            case "Reject" -> refusals.merge(args.text("reason"), 1, Integer::sum);
            case "Report" -> reports.put(args.integer("validator"), args.amount("price"));
            case "Fill" -> fill(args.integer("maker"), post);
            case "Flag" -> call(Step.FLAGGED, args.integer("account"), -1, post);
            case "Unflag" -> call(Step.UNFLAGGED, args.integer("account"), -1, post);
            case "Takeover" ->
                    call(Step.TAKEN_OVER, args.integer("target"), args.integer("account"), post);
            case "Slash" -> slash(args, post);
            case "EndCommands" -> modes();
            case "EndExpiry" -> look();
            case "CloseRound" -> closed = true;
            case "EndBlock" -> endBlock();
            default -> { }
        }
        if (action.equals("SettleGroup")) {
            int group = args.integer("group");
            clear(post, group, -1, settlementPrice(group));
        } else if (action.equals("Deleverage")) {
            int account = args.integer("account");
            call(Step.DELEVERAGED, account, -1, post);
            clear(post, 0, account, ledger.number("price"));
        } else {
            ledger.apply(post, action.equals("EndBlock"));
        }
        after(action, args, post);
    }

    private void after(String action, Line args, Line post) {
        if (post.has("taker")) {
            taker = post.json().path("taker");
        }
        if (action.equals("ListSeries")) {
            int series = args.integer("series");
            Ledger.Contract contract = ledger.contract(series);
            contracts.put(series, (contract.isCall() ? "call" : "put") + " at " + contract.strike()
                    + ", group " + contract.group());
        }
        withdrawals.see(action, args, post);
    }

    private void fill(int maker, Line post) {
        JsonNode resting = ledger.functions("orders").get(maker);
        if (resting == null || !taker.isObject()) {
            throw new Line.Unexpected("there is no order " + maker + ", or none to fill it with");
        }
        long left = post.json().path("orders").path(String.valueOf(maker)).path("quantity")
                .asLong(0);
        boolean takerBuys = taker.path("side").asText().equals("buy");
        int making = Line.integer("account", resting.path("account"));
        int taking = Line.integer("account", taker.path("account"));
        trades.add(new Trade(ledger.height(), Line.integer("series", taker.path("series")),
                takerBuys ? taking : making, takerBuys ? making : taking,
                Line.amount("price", resting.path("price")),
                Line.amount("quantity", resting.path("quantity")) - left, takerBuys, maker,
                Line.integer("id", taker.path("id"))));
    }

    private void call(Step step, int account, int by, Line post) {
        JsonNode kept = post.json().path("cash").path(String.valueOf(account));
        calls.add(new Call(ledger.height(), step, account, ledger.cash(account),
                Margins.maintenance(market, ledger, account), by,
                kept.isMissingNode() ? ledger.cash(account) : Line.amount("cash", kept)));
    }

    private void slash(Line args, Line post) {
        int validator = args.integer("validator");
        String key = String.valueOf(validator);
        long staked = ledger.stake(validator);
        long unbonding = ledger.unbonding(validator);
        long left = post.json().path("stake").path(key).asLong(staked);
        long due = post.json().path("unbonding").path(key).path("amount").asLong(unbonding);
        slashings.add(new Slashing(ledger.height(), validator, args.text("kind"),
                args.integer("at"), staked, unbonding, staked - left, unbonding - due));
    }

    private long settlementPrice(int group) {
        JsonNode json = ledger.functions("groups").get(group);
        long sum = 0;
        int count = 0;
        if (json != null) {
            for (JsonNode price : json.path("observed")) {
                sum = Math.addExact(sum, Line.amount("observed", price));
                count++;
            }
        }
        if (count == 0) {
            throw new Line.Unexpected("group " + group + " is settled, but has no price");
        }
        return Math.floorDiv(sum, count);
    }

    private void clear(Line post, int group, int account, long price) {
        Clearing clearing = new Clearing(market, ledger);
        ledger.apply(post, false);
        clears.add(clearing.over(ledger.height(), group, account, price));
        if (group > 0) {
            settled.put(group, price);
        }
    }

    /** How commands stood when they were over: no later than that, they could trade or not. */
    private void modes() {
        halted = ledger.number("candidate") > 0;
        paused = ledger.height() < ledger.number("pausedUntil");
        stale = ledger.number("price") <= 0
                || ledger.height() - ledger.number("priceHeight") > market.maxAge();
    }

    private void look() {
        if (ledger.number("price") > 0) {
            for (Map.Entry<Integer, Long> account : ledger.cash().entrySet()) {
                int id = account.getKey();
                health.computeIfAbsent(id, key -> new ArrayList<>()).add(new Health(
                        ledger.height(), account.getValue(),
                        Margins.maintenance(market, ledger, id), ledger.flagged(id) > 0));
            }
        }
    }

    private void endBlock() {
        blocks.add(new Block(ledger.height(), new TreeMap<>(reports), closed,
                ledger.number("price"), ledger.number("candidate"), halted, paused, stale,
                new TreeMap<>(settled)));
        reports.clear();
        settled.clear();
        closed = false;
    }
}
