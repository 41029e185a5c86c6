package org.quittance.sim.host;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.quittance.core.consensus.Effect;
import org.quittance.core.consensus.Input;
import org.quittance.core.consensus.Timer;
import org.quittance.sim.kernel.Timeline;

/** The timers of one machine: to set one again is to forget that it was set before. */
final class Timers {

    private final Timeline timeline;
    private final Map<Timer, Long> settings = new EnumMap<>(Timer.class);

    Timers(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Sets a timer.
     *
     * @param isRunning asked when the time has come: is there still a machine to be told?
     * @param machine is told when the timer fires
     */
    void set(Effect.SetTimer set, BooleanSupplier isRunning, Consumer<Input> machine) {
        long setting = settings.getOrDefault(set.timer(), 0L) + 1;
        settings.put(set.timer(), setting);
        timeline.after(set.delayMillis(), () -> {
            if (isRunning.getAsBoolean()
                    && setting == settings.getOrDefault(set.timer(), 0L)) {
                machine.accept(new Input.TimerFired(set.timer(), set.view()));
            }
        });
    }
}
