(include "lib/invariants.smt")

(layer durability
  (shows "What was sent is on stable storage, through crashes: so nobody correct is ever convicted.")
  (fragment epr)
  (sees pending durable messages cast)
  (axioms)
  (assumes NoVoteInViewZero NotarizesOnce FinalizesOnce NullifiesOrFinalizes FinalizesNoOther)
  (inductive DurableVotes SignedWasCast)
  (implies NoHonestEvidence NothingSentInViewZero SentWasCast)
  (actions Propose Notarize Nullify Finalize Persist Crash ByzantineSend)
  (stutters HoldCertificate EnterView Commit Restart))
