----------------------------- MODULE CounterTrace ----------------------------
EXTENDS Counter

IsAdd(e) == Add(e.node, e.args.by) /\ count'[e.node] = e.post.count
=============================================================================
