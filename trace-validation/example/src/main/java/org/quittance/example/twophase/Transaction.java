package org.quittance.example.twophase;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One transaction, from the question to the last participant that learns the decision. */
public final class Transaction {

    private Transaction() {}

    /**
     * Runs one. The seed says which participants can do their part, and in which order messages
     * arrive.
     *
     * @param participants how many there are, from 1
     * @param hasty whether the coordinator has its fault
     * @param steps gets every step
     */
    public static void run(int participants, long seed, boolean hasty, StepLog steps) {
        Random random = new Random(seed);
        Schedule schedule = new Schedule(random);
        List<Participant> all = new ArrayList<>();
        Coordinator coordinator = new Coordinator(
                participants,
                hasty,
                outcome -> all.forEach(p -> schedule.later(() -> p.learn(outcome))),
                steps);
        for (int id = 1; id <= participants; id++) {
            boolean able = random.nextInt(6) > 0;
            all.add(new Participant(
                    id, able, yes -> schedule.later(() -> coordinator.hear(yes)), steps));
        }
        all.forEach(p -> schedule.later(p::ask));
        schedule.later(coordinator::timeout);
        schedule.run();
    }
}
