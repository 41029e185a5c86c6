(include "lib/invariants.smt")

(layer finality
  (shows "What is final is notarized, and final blocks are in the order of their views.")
  (fragment epr)
  (sees messages formed cast)
  (axioms ViewsAreAntisymmetric OneBlockOfVote VotesInViewOfBlock VotesHaveViewOfBlock
    OneViewOfBlock AncestorOfItself GenesisInViewZero ZeroIsFirst)
  (assumes FormedIsCertified CertifiedWasCast OneFormedInView FinalizedNotNullified
    GenesisIsNotarized FinalizesNotarized ContainsNotarized)
  (inductive)
  (implies FinalizedIsNotarized FinalizedInOrder FormedInOrder)
  (actions)
  (stutters))

(layer agreement
  (shows "Of two final blocks, and of two ancestors of final blocks, one is an ancestor of the other.")
  (fragment epr)
  (sees messages)
  (axioms ViewsAreTotal AncestorsOfAncestors AncestorsAreAChain)
  (assumes FinalizedInOrder)
  (inductive)
  (implies Agreement)
  (actions)
  (stutters))

(layer commits
  (shows "Validators commit one chain: each goes on where it was, and restarts on the same chain.")
  (fragment epr)
  (sees certificates formed committed)
  (axioms ViewsAreTotal GenesisHasFinalization)
  (assumes HeldWasFormed FormedInOrder)
  (inductive CommitsOne CommittedIsFinal)
  (implies CommittedChains)
  (steps CommitsExtend RestartsGoBack)
  (actions HoldCertificate Commit Restart)
  (stutters EnterView Propose Notarize Nullify Finalize Persist Crash ByzantineSend))

(layer validity
  (shows "What is notarized is valid and was proposed by the leader of its view.")
  (fragment epr)
  (sees messages formed cast)
  (axioms OneBlockOfVote ProposeIsNoVote VotesInViewOfBlock NotarizeIsNoNullify
    NotarizeIsNoFinalize)
  (assumes FormedWasCast)
  (inductive NotarizesProposed)
  (implies Validity)
  (actions HoldCertificate Propose Notarize Nullify Finalize Persist ByzantineSend)
  (stutters EnterView Commit Crash Restart))

(layer proposals
  (shows "A correct leader proposes one valid block, on the highest notarized block that it knows.")
  (fragment epr)
  (sees up view certificates pending durable)
  (axioms OneViewOfVote OneBlockOfVote ProposeIsNoVote)
  (assumes)
  (inductive ProposesOnce ProposesAsLeader)
  (implies)
  (steps ProposesOnHighest ProposesOnNotarized)
  (actions HoldCertificate EnterView Propose Notarize Nullify Finalize Persist Crash Restart)
  (stutters Commit ByzantineSend))
