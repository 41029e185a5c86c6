(include "lib/invariants.smt")

(layer votes
  (shows "What a correct validator signs, all that it remembers taken together; no quorums.")
  (fragment epr)
  (sees up view pending durable)
  (axioms OneIsNotZero OneViewOfVote OneBlockOfVote NotarizeIsNoNullify NullifyIsNoFinalize
    ProposeIsNoVote)
  (assumes)
  (inductive RunningInViews NoVoteInViewZero
    NotarizesOnce FinalizesOnce NullifiesOrFinalizes FinalizesNoOther)
  (implies)
  (actions EnterView Propose Notarize Nullify Finalize Persist Crash Restart)
  (stutters HoldCertificate Commit ByzantineSend))
