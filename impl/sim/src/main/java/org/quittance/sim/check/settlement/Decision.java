package org.quittance.sim.check.settlement;

import java.util.Optional;
import org.quittance.core.base.Bytes;
import org.quittance.core.settlement.Command;
import org.quittance.core.settlement.Rejection;
import org.quittance.core.settlement.Signers;

/**
 * What the machine made of a command.
 *
 * @param rejection why it was refused; empty if it was accepted
 * @param before the state when the command came
 * @param after the state when the machine was done with it
 * @param bytesBefore all entries of the state, encoded, when the command came
 * @param bytesAfter the same when the machine was done with it
 */
public record Decision(
        Command command,
        Signers signers,
        Optional<Rejection> rejection,
        Picture before,
        Picture after,
        Bytes bytesBefore,
        Bytes bytesAfter) {}
