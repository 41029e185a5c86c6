(include "lib/invariants.smt")

(layer chain
  (shows "What is notarized later contains what is final.")
  (fragment epr)
  (sees certificates formed cast)
  (axioms ViewsAreTotal ZeroIsFirst OneViewOfVote OneBlockOfVote VotesHaveViewOfBlock
    NotarizeIsNoFinalize NotarizeIsNoNullify NullifyIsNoFinalize ProposeIsNoVote
    GenesisInViewZero GenesisHasNotarization OneParent AncestorsOfAncestors ParentsAreAncestors)
  (assumes HeldWasFormed OneFormedInView FormedWasCast)
  (inductive GenesisIsNotarized FinalizesNotarized ViewsBelowAreOver ContainsNotarized
    ParentsAreNotarized)
  (implies ParentOfNotarized)
  (actions HoldCertificate Propose Notarize Nullify Finalize Restart)
  (stutters EnterView Persist Commit Crash ByzantineSend))
