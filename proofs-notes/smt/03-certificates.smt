(include "lib/invariants.smt")

(layer certificates
  (shows "The only place where quorums meet: one notarization in a view, and none nullified that is final.")
  (fragment epr)
  (sees messages certificates formed cast)
  (axioms QuorumsShareHonest GenesisInViewZero OnlyGenesisInViewZero OneViewOfBlock
    VotesInViewOfBlock NotarizeIsNoNullify NullifyIsNoFinalize)
  (assumes NoHonestEvidence NothingSentInViewZero SentWasCast)
  (inductive HeldWasFormed FormedIsCertified)
  (implies CertificatesAreBacked NoConflictingNotarization FinalizedNotNullified CertifiedWasCast
    OneFormedInView FormedWasCast)
  (actions HoldCertificate Propose Notarize Nullify Finalize Persist Restart ByzantineSend)
  (stutters EnterView Commit Crash))
