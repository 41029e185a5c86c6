; What always holds, and what is to be shown. The layers say which is shown where, and from what.
(include "simplex.smt")

; ---- What a correct validator signs; safety.md 1 and 3.

(invariant RunningInViews
  (forall ((n Validator) (v View)) (=> (and (honest n) (up n) (view n v)) (not (= v zero)))))
(invariant NoVoteInViewZero
  (forall ((n Validator) (x Vote)) (=> (and (honest n) (Signed n x)) (not (inView x zero)))))
(invariant NotarizesOnce
  (forall ((n Validator) (x Vote) (y Vote))
    (=> (and (honest n) (Signed n x) (Signed n y)) (not (Pair1 x y)))))
(invariant FinalizesOnce
  (forall ((n Validator) (x Vote) (y Vote))
    (=> (and (honest n) (Signed n x) (Signed n y)) (not (Pair2 x y)))))
(invariant NullifiesOrFinalizes
  (forall ((n Validator) (x Vote) (y Vote))
    (=> (and (honest n) (Signed n x) (Signed n y)) (not (Pair3 x y)))))
(invariant FinalizesNoOther
  (forall ((n Validator) (x Vote) (y Vote))
    (=> (and (honest n) (Signed n x) (Signed n y)) (not (Pair4 x y)))))

; ---- What is sent is never forgotten.

(property DurableVotes
  (forall ((n Validator) (x Vote)) (=> (and (honest n) (messages n x)) (durable n x))))
(invariant SignedWasCast
  (forall ((n Validator) (x Vote)) (=> (and (honest n) (Signed n x)) (cast n x))))
(property NoHonestEvidence
  (forall ((n Validator) (x Vote) (y Vote))
    (=> (and (honest n) (messages n x) (messages n y))
        (not (or (Pair1 x y) (Pair2 x y) (Pair3 x y) (Pair4 x y))))))
(invariant NothingSentInViewZero
  (forall ((n Validator) (x Vote)) (=> (and (honest n) (messages n x)) (not (inView x zero)))))
(invariant SentWasCast
  (forall ((n Validator) (x Vote)) (=> (and (honest n) (messages n x)) (cast n x))))

; ---- Certificates; safety.md 2 and 4.

(property CertificatesAreBacked
  (forall ((n Validator) (x Vote)) (=> (and (honest n) (certificates n x)) (Certified x))))
(invariant HeldWasFormed
  (forall ((n Validator) (x Vote)) (=> (and (honest n) (certificates n x)) (formed x))))
(invariant FormedIsCertified (forall ((x Vote)) (=> (formed x) (Certified x))))
(property NoConflictingNotarization
  (forall ((x Vote) (y Vote) (b Block) (c Block) (v View))
    (=> (and (Certified x) (Certified y) (isNotarize x) (isNotarize y)
             (inView x v) (inView y v) (forBlock x b) (forBlock y c))
        (= b c))))
(property FinalizedNotNullified
  (forall ((x Vote) (y Vote) (v View))
    (not (and (Certified x) (Certified y) (isFinalize x) (isNullify y) (inView x v) (inView y v)))))
(invariant CertifiedWasCast
  (forall ((x Vote))
    (=> (Certified x)
        (or (ForGenesis x) (exists ((n Validator)) (and (honest n) (cast n x)))))))
(invariant OneFormedInView
  (forall ((x Vote) (y Vote) (b Block) (c Block) (v View))
    (=> (and (formed x) (formed y) (isNotarize x) (isNotarize y)
             (inView x v) (inView y v) (forBlock x b) (forBlock y c))
        (= b c))))
(invariant FormedWasCast
  (forall ((x Vote))
    (=> (formed x)
        (or (ForGenesis x) (exists ((n Validator)) (and (honest n) (cast n x)))))))

; ---- The chain; safety.md 5 to 7.

(invariant GenesisIsNotarized (Notarized Genesis))
(invariant FinalizesNotarized
  (forall ((n Validator) (x Vote) (b Block))
    (=> (and (honest n) (cast n x) (isFinalize x) (forBlock x b)) (Notarized b))))
(invariant ViewsBelowAreOver
  (forall ((n Validator) (x Vote) (v View) (w View))
    (=> (and (honest n) (cast n x) (isNotarize x) (inView x w) (below v w))
        (or (Nullified v)
            (exists ((b Block)) (and (viewOf b v) (Notarized b)))))))
(invariant ContainsNotarized
  (forall ((n Validator) (x Vote) (c Block) (w View) (b Block) (v View))
    (=> (and (honest n) (cast n x) (isNotarize x) (forBlock x c) (inView x w)
             (Notarized b) (viewOf b v) (below v w))
        (or (Nullified v) (ancestor b c)))))
(invariant FinalizedInOrder
  (forall ((x Vote) (y Vote) (b Block) (c Block) (v View) (w View))
    (=> (and (Certified x) (Certified y) (isFinalize x) (isFinalize y)
             (forBlock x b) (forBlock y c) (inView x v) (inView y w) (leq v w))
        (ancestor b c))))
(property Agreement
  (forall ((x Vote) (y Vote) (b Block) (c Block) (v View) (w View) (a Block) (d Block))
    (=> (and (Certified x) (Certified y) (isFinalize x) (isFinalize y)
             (forBlock x b) (forBlock y c) (inView x v) (inView y w)
             (ancestor a b) (ancestor d c))
        (or (ancestor a d) (ancestor d a)))))

; ---- What is committed.

(invariant CommitsOne
  (forall ((n Validator) (b Block) (c Block))
    (=> (and (honest n) (committed n b) (committed n c)) (= b c))))
(property CommittedIsFinal
  (forall ((n Validator) (b Block)) (=> (and (honest n) (committed n b)) (Finalized b))))
(invariant FormedInOrder
  (forall ((x Vote) (y Vote) (b Block) (c Block) (v View) (w View))
    (=> (and (formed x) (formed y) (isFinalize x) (isFinalize y)
             (forBlock x b) (forBlock y c) (viewOf b v) (viewOf c w) (leq v w))
        (ancestor b c))))
(property CommittedChains
  (forall ((n Validator) (m Validator) (b Block) (c Block) (v View) (w View))
    (=> (and (honest n) (honest m) (committed n b) (committed m c) (viewOf b v) (viewOf c w))
        (or (ancestor b c) (ancestor c b)))))
; A commit goes on where the last one ended, and a restart goes back on the same chain.
(step CommitsExtend Commit
  (forall ((b Block)) (=> (committed i b) (ancestor b tip))))
(step RestartsGoBack Restart
  (forall ((b Block)) (=> (committed i b) (ancestor tip b))))

; ---- What is final is valid, and the leader proposed it.

(invariant NotarizesProposed
  (forall ((n Validator) (x Vote) (b Block))
    (=> (and (honest n) (cast n x) (isNotarize x) (forBlock x b))
        (and (valid b)
             (exists ((m Vote) (l Validator) (v View))
               (and (isPropose m) (forBlock m b) (viewOf b v) (leader v l) (messages l m)))))))
(invariant ParentsAreNotarized
  (forall ((n Validator) (x Vote) (a Block) (b Block))
    (=> (and (honest n) (cast n x) (isNotarize x) (forBlock x b) (IsParent a b))
        (Notarized a))))
(property Validity
  (forall ((b Block))
    (=> (and (Notarized b) (not (= b Genesis)))
        (and (valid b)
             (exists ((m Vote) (l Validator) (v View))
               (and (isPropose m) (forBlock m b) (viewOf b v) (leader v l) (messages l m)))))))
; With it, all ancestors of what is notarized are notarized, one after the other.
(property ParentOfNotarized
  (forall ((a Block) (b Block))
    (=> (and (Notarized b) (not (= b Genesis)) (IsParent a b)) (Notarized a))))
(property FinalizedIsNotarized
  (forall ((x Vote) (b Block))
    (=> (and (Certified x) (isFinalize x) (forBlock x b)) (Notarized b))))

; ---- How a correct leader proposes.

(property ProposesOnce
  (forall ((n Validator) (x Vote) (y Vote) (v View) (b Block) (c Block))
    (=> (and (honest n) (Signed n x) (Signed n y) (isPropose x) (isPropose y)
             (inView x v) (inView y v) (forBlock x b) (forBlock y c))
        (= b c))))
(property ProposesAsLeader
  (forall ((n Validator) (x Vote) (v View) (b Block))
    (=> (and (honest n) (Signed n x) (isPropose x) (inView x v) (forBlock x b))
        (and (leader v n) (valid b)))))
(step ProposesOnHighest Propose
  (forall ((y Vote) (w View))
    (=> (and (certificates i y) (isNotarize y) (inView y w) (below w v)) (leq w u))))
(step ProposesOnNotarized Propose
  (and (IsParent p b) (certificates i c)
       (forall ((w View))
         (=> (and (below u w) (below w v))
             (exists ((y Vote)) (and (isNullify y) (inView y w) (certificates i y)))))))
