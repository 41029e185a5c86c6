package org.quittance.core.message;

import org.checkerframework.dataflow.qual.Pure;
import org.quittance.core.base.Signature;
import org.quittance.core.base.ValidatorId;
import org.quittance.core.base.View;

/** A statement under the name of a validator: the spec's message. */
public record Signed(ValidatorId signer, Statement statement, Signature signature) {

    @Pure
    public Kind kind() {
        return statement.kind();
    }

    @Pure
    public View view() {
        return statement.view();
    }

    @Pure
    public Block block() {
        return statement.block();
    }

    /** Do both say the same in the same name, whatever their signature bytes are? */
    @Pure
    public boolean saysTheSameAs(Signed other) {
        return signer.equals(other.signer) && statement.equals(other.statement);
    }
}
