package org.quittance.sim.settlement;

import java.util.Optional;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.State;

/** All who give a settlement machine its commands, block by block. */
public interface Crowd {

    /**
     * The height whose quittance the block at a height proves, if that is possible at all; 0 for
     * none. Asked once for each block, before its commands.
     */
    long proves(long height);

    /** How many commands the block at a height has. Asked once for each block. */
    int size(long height);

    /**
     * A command of the block that is being executed.
     *
     * @param index of the command in the block, from 0
     * @param s the state in which it will be executed
     */
    Instruction next(int index, State s);

    /**
     * Tells what became of the command that was asked for last.
     *
     * @param rejection why it was refused; empty if it was accepted
     * @throws IllegalStateException if the crowd knows that this must not be
     */
    default void answered(Optional<Rejection> rejection) {}
}
