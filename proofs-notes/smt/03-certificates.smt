(include "lib/invariants.smt")

(layer backing
  (shows "What validators hold was signed by a quorum; nothing is assumed of quorums.")
  (fragment epr)
  (sees messages certificates formed)
  (axioms)
  (assumes)
  (inductive HeldWasFormed FormedIsCertified)
  (implies CertificatesAreBacked)
  (actions HoldCertificate Persist Restart ByzantineSend)
  (stutters EnterView Propose Notarize Nullify Finalize Commit Crash))

(layer certificates
  (shows "The only place where quorums meet: one notarization in a view, and none nullified that is final.")
  (fragment epr)
  (sees messages formed cast)
  (axioms QuorumsShareHonest GenesisInViewZero OnlyGenesisInViewZero OneViewOfBlock
    VotesInViewOfBlock NotarizeIsNoNullify NullifyIsNoFinalize)
  (assumes NoHonestEvidence NothingSentInViewZero SentWasCast FormedIsCertified)
  (inductive)
  (implies NoConflictingNotarization FinalizedNotNullified CertifiedWasCast OneFormedInView
    FormedWasCast)
  (actions)
  (stutters))

; The same lemmas without a bound on Byzantine weight: it is enough that each quorum has one correct
; member, and that the evidence convicts no common part of two quorums as a whole. The layers of the
; chain use these lemmas only, so while that holds no two finalizations conflict
; (AccountabilityOfFinalizations). Pairs 1 and 3 are all the evidence that it takes.
(axiom QuorumsHaveHonest
  (forall ((q Quorum)) (exists ((n Validator)) (and (member n q) (honest n)))))
(define Convicted ((n Validator))
  (exists ((x Vote) (y Vote))
    (and (messages n x) (messages n y) (or (Pair1 x y) (Pair3 x y)))))
(axiom SomeCommonMemberIsNotConvicted
  (forall ((p Quorum) (q Quorum))
    (exists ((n Validator)) (and (member n p) (member n q) (not (Convicted n))))))

(layer evidence
  (shows "The same from evidence alone, if each quorum has one correct member.")
  (fragment epr)
  (sees messages formed cast)
  (axioms QuorumsHaveHonest SomeCommonMemberIsNotConvicted GenesisInViewZero OnlyGenesisInViewZero
    OneViewOfBlock VotesInViewOfBlock NotarizeIsNoNullify NullifyIsNoFinalize)
  (assumes NothingSentInViewZero SentWasCast FormedIsCertified)
  (inductive)
  (implies NoConflictingNotarization FinalizedNotNullified CertifiedWasCast OneFormedInView
    FormedWasCast)
  (actions)
  (stutters))
