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
        private boolean owed;
    }

    private final Ledger ledger;
    private final SortedMap<Integer, Course> courses = new TreeMap<>();

    Withdrawals(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Looks at an event after it has been applied. */
    void see(String action, Line args, Line post) {
        switch (action) {
            case "ApproveWithdrawal" -> course(args).approvals
                    .put(args.integer("custodian"), ledger.height());
            case "ExecuteWithdrawal" -> {
                course(args).ended = ledger.height();
                course(args).quitted = Math.toIntExact(ledger.number("quitted"));
            }
            case "VoidWithdrawal" -> course(args).ended = ledger.height();
            case "SettleGroup", "Deleverage" -> post.json().path("withdrawals").fieldNames()
                    .forEachRemaining(id -> {
                        Course course = course(Line.key("withdrawals", id));
                        course.ended = ledger.height();
                        course.owed = true;
                    });
            default -> { }
        }
    }

    private Course course(Line args) {
        return course(args.integer("withdrawal"));
    }

    private Course course(int withdrawal) {
        return courses.computeIfAbsent(withdrawal, key -> new Course());
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
                    course.owed ? "OWED" : json.path("status").asText("unknown"),
                    course.quitted));
        }
        return all;
    }
}
