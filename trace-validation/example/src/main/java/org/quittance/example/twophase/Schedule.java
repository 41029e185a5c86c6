package org.quittance.example.twophase;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is still to happen, such as the arrival of a message; a seed says in which order. */
final class Schedule {

    private final Random random;
    private final List<Runnable> waiting = new ArrayList<>();

    Schedule(Random random) {
        this.random = random;
    }

    void later(Runnable happening) {
        waiting.add(happening);
    }

    void run() {
        while (!waiting.isEmpty()) {
            waiting.remove(random.nextInt(waiting.size())).run();
        }
    }
}
