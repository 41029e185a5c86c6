; The state of Simplex.tla as relations, its actions guard by guard, and where it starts.
(include "ordering.smt")

(state up (Validator))
(state view (Validator View))
(state certificates (Validator Vote))
(state pending (Validator Vote))
(state durable (Validator Vote))
(state messages (Validator Vote))
(state committed (Validator Block))

; What only the proof knows: every vote that was ever signed, written or not,
(state cast (Validator Vote))
; and every certificate that a correct validator ever held.
(state formed (Vote))

(define Signed ((n Validator) (x Vote)) (or (pending n x) (durable n x)))
(define ForGenesis ((x Vote)) (and (forBlock x Genesis) (or (isNotarize x) (isFinalize x))))
(define Certified ((x Vote))
  (or (ForGenesis x)
      (exists ((q Quorum)) (forall ((n Validator)) (=> (member n q) (messages n x))))))
(define Notarized ((b Block))
  (exists ((x Vote)) (and (isNotarize x) (forBlock x b) (formed x))))
(define Nullified ((v View))
  (exists ((x Vote)) (and (isNullify x) (inView x v) (formed x))))
(define Finalized ((b Block))
  (exists ((x Vote)) (and (isFinalize x) (forBlock x b) (formed x))))

(init NobodyVoted
  (forall ((n Validator) (x Vote))
    (not (or (pending n x) (durable n x)))))
(init NothingSent (forall ((n Validator) (x Vote)) (not (messages n x))))
(init NothingCast (forall ((n Validator) (x Vote)) (not (cast n x))))
(init AllUp (forall ((n Validator)) (= (up n) (honest n))))
(init AllInViewOne (forall ((n Validator) (v View)) (= (view n v) (= v one))))
(init HeldFromTheStart
  (forall ((n Validator) (x Vote)) (= (certificates n x) (ForGenesis x))))
(init FormedFromTheStart (forall ((x Vote)) (= (formed x) (ForGenesis x))))
(init CommittedGenesis
  (forall ((n Validator) (b Block)) (= (committed n b) (= b Genesis))))

(action HoldCertificate ((i Validator) (c Vote) (signers Quorum))
  (where (honest i))
  (guard running (up i))
  (guard new (not (certificates i c)))
  (guard kind (or (isNotarize c) (isNullify c) (isFinalize c)))
  (guard signed (forall ((n Validator)) (=> (member n signers) (messages n c))))
  (set certificates ((n Validator) (x Vote)) (or (certificates n x) (and (= n i) (= x c))))
  (set formed ((x Vote)) (or (formed x) (= x c))))

(action EnterView ((i Validator) (u View) (v View))
  (where (honest i))
  (guard running (up i))
  (guard inViews (not (= v zero)))
  (guard later (and (view i u) (below u v)))
  (set view ((n Validator) (w View)) (ite (= n i) (= w v) (view n w))))

(action Propose ((i Validator) (x Vote) (b Block) (v View) (p Block) (u View) (c Vote))
  (where (and (honest i) (isPropose x) (forBlock x b) (inView x v)
              (isNotarize c) (forBlock c p) (viewOf p u)))
  (guard running (up i))
  (guard current (view i v))
  (guard leader (leader v i))
  (guard valid (valid b))
  (guard notProposed
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isPropose y)))))
  (guard notNullified
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isNullify y)))))
  (guard parent (and (IsParent p b) (certificates i c)))
  (guard gap
    (forall ((w View))
      (=> (and (below u w) (below w v))
          (exists ((y Vote)) (and (isNullify y) (inView y w) (certificates i y))))))
  (guard highest
    (forall ((y Vote) (w View))
      (=> (and (certificates i y) (isNotarize y) (inView y w) (below w v)) (leq w u))))
  (set pending ((n Validator) (y Vote)) (or (pending n y) (and (= n i) (= y x))))
  (set cast ((n Validator) (y Vote)) (or (cast n y) (and (= n i) (= y x)))))

(action Notarize
    ((i Validator) (x Vote) (b Block) (v View) (p Block) (u View) (c Vote) (l Validator) (m Vote))
  (where (and (honest i) (isNotarize x) (forBlock x b) (inView x v)
              (isNotarize c) (forBlock c p) (viewOf p u)
              (isPropose m) (forBlock m b) (leader v l)))
  (guard running (up i))
  (guard current (view i v))
  (guard proposed (messages l m))
  (guard valid (valid b))
  (guard notNotarized
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isNotarize y)))))
  (guard notNullified
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isNullify y)))))
  (guard notFinalized
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isFinalize y)))))
  (guard parent (and (IsParent p b) (certificates i c)))
  (guard gap
    (forall ((w View))
      (=> (and (below u w) (below w v))
          (exists ((y Vote)) (and (isNullify y) (inView y w) (certificates i y))))))
  (guard notBelowFinalized
    (forall ((y Vote) (w View))
      (not (and (certificates i y) (isFinalize y) (inView y w) (below u w)))))
  (set pending ((n Validator) (y Vote)) (or (pending n y) (and (= n i) (= y x))))
  (set cast ((n Validator) (y Vote)) (or (cast n y) (and (= n i) (= y x)))))

(action Nullify ((i Validator) (x Vote) (v View))
  (where (and (honest i) (isNullify x) (inView x v)))
  (guard running (up i))
  (guard current (view i v))
  (guard notNullified
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isNullify y)))))
  (guard notFinalized
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isFinalize y)))))
  (set pending ((n Validator) (y Vote)) (or (pending n y) (and (= n i) (= y x))))
  (set cast ((n Validator) (y Vote)) (or (cast n y) (and (= n i) (= y x)))))

(action Finalize ((i Validator) (x Vote) (b Block) (v View) (c Vote))
  (where (and (honest i) (isFinalize x) (forBlock x b) (inView x v)
              (isNotarize c) (forBlock c b)))
  (guard running (up i))
  (guard positive (not (= v zero)))
  (guard notarized (certificates i c))
  (guard notNullified
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isNullify y)))))
  (guard notFinalized
    (forall ((y Vote)) (not (and (Signed i y) (inView y v) (isFinalize y)))))
  (guard noOther
    (forall ((y Vote) (d Block))
      (=> (and (Signed i y) (isNotarize y) (inView y v) (forBlock y d)) (= d b))))
  (set pending ((n Validator) (y Vote)) (or (pending n y) (and (= n i) (= y x))))
  (set cast ((n Validator) (y Vote)) (or (cast n y) (and (= n i) (= y x)))))

; Any pending vote may be the next to be written, and may stay pending.
(action Persist ((i Validator) (x Vote))
  (where (honest i))
  (choose rest (Vote))
  (guard running (up i))
  (guard pending (pending i x))
  (guard rest
    (forall ((y Vote))
      (and (=> (rest y) (pending i y)) (=> (and (pending i y) (not (= y x))) (rest y)))))
  (set durable ((n Validator) (y Vote)) (or (durable n y) (and (= n i) (= y x))))
  (set messages ((n Validator) (y Vote)) (or (messages n y) (and (= n i) (= y x))))
  (set pending ((n Validator) (y Vote)) (ite (= n i) (rest y) (pending n y))))

(action Commit ((i Validator) (old Block) (tip Block) (c Vote))
  (where (and (honest i) (isFinalize c) (forBlock c tip)))
  (guard running (up i))
  (guard path (and (committed i old) (ancestor old tip)))
  (guard finalized (certificates i c))
  (set committed ((n Validator) (b Block)) (ite (= n i) (= b tip) (committed n b))))

(action Crash ((i Validator))
  (where (honest i))
  (guard running (up i))
  (set up ((n Validator)) (and (up n) (not (= n i))))
  (set view ((n Validator) (v View)) (ite (= n i) (= v zero) (view n v)))
  (set pending ((n Validator) (y Vote)) (and (pending n y) (not (= n i)))))

(action Restart
    ((i Validator) (tip Block) (c Vote) (old Block) (v View) (w View))
  (where (and (honest i) (isFinalize c) (forBlock c tip) (viewOf tip v) (viewOf old w)))
  (choose kept (Vote))
  (guard down (not (up i)))
  (guard genesis (forall ((y Vote)) (=> (ForGenesis y) (kept y))))
  (guard subset (forall ((y Vote)) (=> (kept y) (certificates i y))))
  (guard finalized (kept c))
  (guard notAbove (and (committed i old) (leq v w)))
  (set up ((n Validator)) (or (up n) (= n i)))
  (set view ((n Validator) (u View)) (ite (= n i) (= u one) (view n u)))
  (set certificates ((n Validator) (y Vote)) (ite (= n i) (kept y) (certificates n y)))
  (set committed ((n Validator) (b Block)) (ite (= n i) (= b tip) (committed n b))))

; Any number of them at once, by any number of Byzantine validators.
(action ByzantineSend ()
  (choose batch (Validator Vote))
  (guard ownName (forall ((n Validator) (x Vote)) (=> (batch n x) (not (honest n)))))
  (set messages ((n Validator) (x Vote)) (or (messages n x) (batch n x))))
