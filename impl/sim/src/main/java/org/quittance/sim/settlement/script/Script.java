package org.quittance.sim.settlement.script;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.quittance.core.settlement.Genesis;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.State;
import org.quittance.sim.kernel.Rng;
import org.quittance.sim.settlement.Crowd;
import org.quittance.sim.settlement.Instruction;
import org.quittance.sim.settlement.Keyring;
import org.quittance.sim.settlement.Play;

/**
 * A play in which nothing is left to chance, and which knows what becomes of each command.
 *
 * @param length how many blocks it has
 * @param writer writes it with the keys of a keyring
 */
public record Script(int length, Function<Keyring, ScriptWriter> writer) implements Play {

    /**
     * A command and what must become of it.
     *
     * @param expected why it must be refused; empty if it must be accepted
     */
    record Line(Instruction instruction, Optional<Rejection> expected) {}

    /**
     * A block.
     *
     * @param proves the height whose quittance it proves, 0 for none
     */
    record Scene(long proves, List<Line> lines) {

        Scene {
            lines = List.copyOf(lines);
        }
    }

    @Override
    public Genesis genesis(Keyring keys) {
        return writer.apply(keys).genesis();
    }

    @Override
    public SortedSet<Integer> faulty() {
        return new TreeSet<>();
    }

    @Override
    public Crowd crowd(Keyring keys, Rng rng) {
        return new Cast(writer.apply(keys).scenes());
    }

    /** Speaks the lines, and breaks off when an answer is another than the script's. */
    private static final class Cast implements Crowd {

        private final List<Scene> scenes;
        private String place = "";
        private Optional<Line> spoken = Optional.empty();

        Cast(List<Scene> scenes) {
            this.scenes = scenes;
        }

        private Scene scene(long height) {
            return scenes.get((int) height - 1);
        }

        @Override
        public long proves(long height) {
            return scene(height).proves();
        }

        @Override
        public int size(long height) {
            return scene(height).lines().size();
        }

        @Override
        public Instruction next(int index, State s) {
            Line line = scene(s.height()).lines().get(index);
            spoken = Optional.of(line);
            place = "block " + s.height() + ", command " + (index + 1);
            return line.instruction();
        }

        @Override
        public void answered(Optional<Rejection> rejection) {
            Line line = spoken.orElseThrow();
            if (!rejection.equals(line.expected())) {
                throw new IllegalStateException(place + " of the script, "
                        + line.instruction().command() + ", must be " + words(line.expected())
                        + ", but is " + words(rejection));
            }
        }

        private static String words(Optional<Rejection> rejection) {
            return rejection.map(reason -> "refused with " + reason).orElse("accepted");
        }
    }
}
