package tlc2.tool.impl;

import org.checkerframework.checker.nullness.qual.Nullable;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.EvalControl;
import tlc2.tool.IActionItemList;
import tlc2.tool.INextStateFunctor;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.util.Context;
import tlc2.value.impl.Value;
import util.FilenameToStream;

/**
 * TLC's evaluator, unchanged but that it tells of every expression that it evaluates. It stands in
 * TLC's package since TLC has a type there, in what is overridden, that nobody else can name.
 */
public final class ObservedTool extends Tool {

    private static final long serialVersionUID = 1;

    /** Null while TLC, in the constructor above, computes the constants of the spec. */
    private transient @Nullable Listener listener;

    /** Who is told. */
    public interface Listener {

        /** An expression was evaluated. */
        void evaluated(SemanticNode node, Value value);

        /**
         * TLC takes a part of an action apart, without a value for all of it; if it is a choice,
         * then each way of it.
         *
         * @return whether it is to be evaluated too
         */
        boolean tried(SemanticNode node);
    }

    /** The module with its configuration, both of the same name. */
    public ObservedTool(String folder, String module, FilenameToStream files) {
        super(folder, module, module, files);
    }

    /** From now on this one is told. */
    public void tell(Listener of) {
        listener = of;
    }

    @Override
    public Value eval(
            SemanticNode expr, Context c, TLCState s0, TLCState s1, int control, CostModel cm) {
        Value value = evalImpl(expr, c, s0, s1, control, cm);
        if (listener != null) {
            listener.evaluated(expr, value);
        }
        return value;
    }

    @Override
    protected TLCState getNextStates(Action action, SemanticNode pred, ActionItemList acts,
            Context c, TLCState s0, TLCState s1, INextStateFunctor nss, CostModel cm) {
        if (listener != null && listener.tried(pred)) {
            eval(pred, c, s0, s1, EvalControl.Clear, cm);
        }
        return getNextStatesImpl(action, pred, acts, c, s0, s1, nss, cm);
    }

    @Override
    protected TLCState getNextStatesAppl(Action action, OpApplNode pred, ActionItemList acts,
            Context c, TLCState s0, TLCState s1, INextStateFunctor nss, CostModel cm) {
        return getNextStatesApplImpl(action, pred, acts, c, s0, s1, nss, cm);
    }

    @Override
    protected TLCState processUnchanged(Action action, SemanticNode expr, ActionItemList acts,
            Context c, TLCState s0, TLCState s1, INextStateFunctor nss, CostModel cm) {
        return processUnchangedImpl(action, expr, acts, c, s0, s1, nss, cm);
    }

    @Override
    protected Value evalAppl(
            OpApplNode expr, Context c, TLCState s0, TLCState s1, int control, CostModel cm) {
        return evalApplImpl(expr, c, s0, s1, control, cm);
    }

    @Override
    protected Value setSource(SemanticNode expr, Value value) {
        return value;
    }

    @Override
    public TLCState enabled(SemanticNode pred, IActionItemList acts, Context c, TLCState s0,
            TLCState s1, CostModel cm) {
        return enabledImpl(pred, (ActionItemList) acts, c, s0, s1, cm);
    }

    @Override
    protected TLCState enabledAppl(OpApplNode pred, ActionItemList acts, Context c, TLCState s0,
            TLCState s1, CostModel cm) {
        return enabledApplImpl(pred, acts, c, s0, s1, cm);
    }

    @Override
    protected TLCState enabledUnchanged(SemanticNode expr, ActionItemList acts, Context c,
            TLCState s0, TLCState s1, CostModel cm) {
        return enabledUnchangedImpl(expr, acts, c, s0, s1, cm);
    }
}
