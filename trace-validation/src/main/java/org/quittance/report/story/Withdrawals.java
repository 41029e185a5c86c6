package org.quittance.report.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.report.story.SettlementStory.Withdrawal;

/** Follows withdrawals from the request to their end. */
final class Withdrawals {

    /** What the state doesn't tell of a withdrawal afterwards. */
    private static final class Course {
        private final SortedMap<Integer, Integer> approvals = new TreeMap<>();
        private int ended;
        private int quitted;
    }

    private final Ledger ledger;
    private final SortedMap<Integer, Course> courses = new TreeMap<>();

    Withdrawals(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Looks at an event after it has been applied. */
    void see(String action, Line args) {
        switch (action) {
            case "ApproveWithdrawal" -> course(args).approvals
                    .put(args.integer("custodian"), ledger.height());
            case "ExecuteWithdrawal" -> {
                course(args).ended = ledger.height();
                course(args).quitted = Math.toIntExact(ledger.number("quitted"));
            }
            case "VoidWithdrawal" -> course(args).ended = ledger.height();
            default -> { }
        }
    }

    private Course course(Line args) {
        return courses.computeIfAbsent(args.integer("withdrawal"), key -> new Course());
    }

    List<Withdrawal> all() {
        List<Withdrawal> all = new ArrayList<>();
        for (Map.Entry<Integer, JsonNode> entry : ledger.functions("withdrawals").entrySet()) {
            JsonNode json = entry.getValue();
            Course course = courses.getOrDefault(entry.getKey(), new Course());
            all.add(new Withdrawal(entry.getKey(), Line.integer("account", json.path("account")),
                    Line.amount("amount", json.path("amount")),
                    Line.integer("requested", json.path("requested")), course.approvals,
                    Line.integer("approved", json.path("approved")), course.ended,
                    json.path("status").asText("unknown"), course.quitted));
        }
        return all;
    }
}
