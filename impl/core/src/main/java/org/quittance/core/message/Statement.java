package org.quittance.core.message;

import org.checkerframework.dataflow.qual.SideEffectFree;
import org.quittance.core.base.View;

/**
 * What a validator signs: the spec's message without its signer.
 *
 * @param block {@link Block#NONE} for nullify, which is for a view; else a block of the view
 */
public record Statement(Kind kind, View view, Block block) {

    @SideEffectFree
    public Statement {
        boolean fits = kind == Kind.NULLIFY
                ? block.equals(Block.NONE) && !view.isGenesis()
                : !block.equals(Block.NONE) && block.view().equals(view);
        if (!fits) {
            throw new IllegalArgumentException(
                    "a statement to " + kind.word() + " in view " + view.number()
                            + " can't be about " + block);
        }
    }

    @SideEffectFree
    public static Statement propose(Block block) {
        return new Statement(Kind.PROPOSE, block.view(), block);
    }

    @SideEffectFree
    public static Statement notarize(Block block) {
        return new Statement(Kind.NOTARIZE, block.view(), block);
    }

    @SideEffectFree
    public static Statement nullify(View view) {
        return new Statement(Kind.NULLIFY, view, Block.NONE);
    }

    @SideEffectFree
    public static Statement finalization(Block block) {
        return new Statement(Kind.FINALIZE, block.view(), block);
    }
}
