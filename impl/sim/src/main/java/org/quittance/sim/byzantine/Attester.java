package org.quittance.sim.byzantine;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.core.base.Digest;
import org.quittance.core.base.Height;
import org.quittance.core.codec.SigningBytes;
import org.quittance.core.message.Attestation;
import org.quittance.core.message.Message;
import org.quittance.sim.scenario.Behaviour;

/**
 * Attests a root that nobody comes to: either to all, or to one half of the others, while the other
 * half gets the attestation of the root that others attest.
 */
final class Attester implements Vice {

    private final Hands hands;
    private final Behaviour behaviour;
    private final SortedSet<Height> done = new TreeSet<>();

    Attester(Hands hands, Behaviour behaviour) {
        this.hands = hands;
        this.behaviour = behaviour;
    }

    @Override
    public void heard(Message message) {
        if (!(message instanceof Attestation other) || !done.add(other.height())) {
            return;
        }
        Digest wrong = Digest.sha256("quittance/sim/wrong-root/v1",
                other.root().bytes().toArray());
        boolean both = behaviour == Behaviour.DOUBLE_ATTESTER;
        if (both) {
            hands.send(hands.half(0), attestation(other.height(), other.root()));
        }
        List<Integer> deceived = both ? hands.half(1) : hands.others();
        hands.send(deceived, attestation(other.height(), wrong));
        hands.misbehaved(behaviour);
    }

    private Attestation attestation(Height height, Digest root) {
        byte[] bytes = SigningBytes.ofAttestation(hands.validators(), height, root);
        return new Attestation(hands.self(), height, root, hands.signature(bytes));
    }
}
