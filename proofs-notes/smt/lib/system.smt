; The state of System.tla as relations, and its actions guard by guard: execution, attestation and
; quittances of any number of replicas, heights and roots. Which commands there are and how often
; they take effect is not here, nor is the bound on the lag.

(sort Replica)
(sort Quorum)
(sort Height)
(sort Root)

(constant zero Height)

(fixed honest (Replica))          ; not Byzantine
(fixed wrong (Replica))           ; keeps to the rules, but may compute anything
(fixed member (Replica Quorum))
(fixed leq (Height Height))
(fixed successor (Height Height)) ; h + 1

(define correct ((n Replica)) (and (honest n) (not (wrong n))))

(state up (Replica))
(state ordered (Height))              ; h <= Len(chain)
(state executed (Replica Height))
(state root (Replica Height Root))
(state signed (Replica Height Root))
(state durable (Replica Height Root))
(state held (Replica Height Root))
(state diverged (Replica Height))     ; h = diverged[i], if that is not 0
(state stopped (Replica))
(state attestations (Replica Height Root))
(state quittances (Height Root))
(state outcome (Height Root))

(axiom HeightsAreTotal (forall ((g Height) (h Height)) (or (leq g h) (leq h g))))
(axiom HeightsAreAntisymmetric
  (forall ((g Height) (h Height)) (=> (and (leq g h) (leq h g)) (= g h))))
(axiom HeightsAreTransitive
  (forall ((f Height) (g Height) (h Height)) (=> (and (leq f g) (leq g h)) (leq f h))))
(axiom SuccessorIsAbove
  (forall ((g Height) (h Height)) (=> (successor g h) (and (leq g h) (not (= g h))))))

(axiom QuorumsShareHonest
  (forall ((p Quorum) (q Quorum))
    (exists ((n Replica)) (and (member n p) (member n q) (honest n)))))
; While Byzantine and wrong replicas together have no more than two thirds.
(axiom QuorumsHaveCorrect
  (forall ((q Quorum)) (exists ((n Replica)) (and (member n q) (correct n)))))

(define Quitted ((h Height) (r Root))
  (exists ((q Quorum)) (forall ((n Replica)) (=> (member n q) (attestations n h r)))))
(define AttestedTwo ((n Replica))
  (exists ((h Height) (r Root) (s Root))
    (and (attestations n h r) (attestations n h s) (not (= r s)))))

(init AllUp (forall ((n Replica)) (= (up n) (honest n))))
(init NothingOrdered (forall ((h Height)) (not (ordered h))))
(init NothingExecuted (forall ((n Replica) (h Height)) (= (executed n h) (= h zero))))
(init NoRoots (forall ((n Replica) (h Height) (r Root)) (not (root n h r))))
(init NothingSigned (forall ((n Replica) (h Height) (r Root)) (not (signed n h r))))
(init NothingDurable (forall ((n Replica) (h Height) (r Root)) (not (durable n h r))))
(init NothingHeld (forall ((n Replica) (h Height) (r Root)) (not (held n h r))))
(init NobodyDiverged (forall ((n Replica) (h Height)) (not (diverged n h))))
(init NobodyStopped (forall ((n Replica)) (not (stopped n))))
(init NothingAttested (forall ((n Replica) (h Height) (r Root)) (not (attestations n h r))))
(init NothingQuitted (forall ((h Height) (r Root)) (not (quittances h r))))
(init NoOutcome (forall ((h Height) (r Root)) (not (outcome h r))))

(action Order ((h Height))
  (set ordered ((g Height)) (or (ordered g) (= g h))))

(action Execute ((i Replica) (h Height) (r Root) (g Height))
  (where (honest i))
  (guard running (and (up i) (not (stopped i)) (forall ((k Height)) (not (diverged i k)))))
  (guard next (and (executed i g) (successor g h)))
  (guard ordered (ordered h))
  (guard deterministic
    (=> (not (wrong i)) (forall ((s Root)) (=> (outcome h s) (= s r)))))
  (set executed ((n Replica) (k Height)) (ite (= n i) (= k h) (executed n k)))
  (set root ((n Replica) (k Height) (s Root))
    (ite (and (= n i) (= k h)) (= s r) (root n k s)))
  (set diverged ((n Replica) (k Height))
    (ite (= n i)
         (and (= k h) (exists ((s Root)) (and (held i h s) (not (= s r)))))
         (diverged n k)))
  (set outcome ((k Height) (s Root))
    (ite (and (= k h) (not (wrong i))) (= s r) (outcome k s))))

(action Attest ((i Replica) (h Height) (r Root))
  (where (honest i))
  (guard running (and (up i) (not (stopped i)) (forall ((k Height)) (not (diverged i k)))))
  (guard own (root i h r))
  (guard notSigned (forall ((s Root)) (not (signed i h s))))
  (set signed ((n Replica) (k Height) (s Root))
    (or (signed n k s) (and (= n i) (= k h) (= s r)))))

(action Send ((i Replica) (h Height) (r Root))
  (where (honest i))
  (guard running (and (up i) (not (stopped i)) (forall ((k Height)) (not (diverged i k)))))
  (guard signed (signed i h r))
  (guard notDurable (forall ((s Root)) (not (durable i h s))))
  (set durable ((n Replica) (k Height) (s Root))
    (or (durable n k s) (and (= n i) (= k h) (= s r))))
  (set attestations ((n Replica) (k Height) (s Root))
    (or (attestations n k s) (and (= n i) (= k h) (= s r)))))

(action FormQuittance ((i Replica) (h Height) (r Root) (signers Quorum))
  (where (honest i))
  (guard running (and (up i) (not (stopped i)) (forall ((k Height)) (not (diverged i k)))))
  (guard new (forall ((s Root)) (not (held i h s))))
  (guard quittance (forall ((n Replica)) (=> (member n signers) (attestations n h r))))
  (set held ((n Replica) (k Height) (s Root))
    (or (held n k s) (and (= n i) (= k h) (= s r))))
  (set diverged ((n Replica) (k Height))
    (ite (and (= n i) (exists ((s Root)) (and (root i h s) (not (= s r)))))
         (= k h)
         (diverged n k)))
  (set quittances ((k Height) (s Root)) (or (quittances k s) (and (= k h) (= s r)))))

(action ReceiveQuittance ((i Replica) (h Height) (r Root) (signers Quorum))
  (where (honest i))
  (guard running (and (up i) (not (stopped i)) (forall ((k Height)) (not (diverged i k)))))
  (guard new (forall ((s Root)) (not (held i h s))))
  (guard quittance (forall ((n Replica)) (=> (member n signers) (attestations n h r))))
  (set held ((n Replica) (k Height) (s Root))
    (or (held n k s) (and (= n i) (= k h) (= s r))))
  (set diverged ((n Replica) (k Height))
    (ite (and (= n i) (exists ((s Root)) (and (root i h s) (not (= s r)))))
         (= k h)
         (diverged n k)))
  (set quittances ((k Height) (s Root)) (or (quittances k s) (and (= k h) (= s r)))))

(action Stop ((i Replica) (h Height))
  (where (honest i))
  (guard running (and (up i) (not (stopped i))))
  (guard diverged (diverged i h))
  (set stopped ((n Replica)) (or (stopped n) (= n i))))

(action Crash ((i Replica))
  (where (honest i))
  (guard running (up i))
  (set up ((n Replica)) (and (up n) (not (= n i))))
  (set signed ((n Replica) (h Height) (r Root)) (ite (= n i) (durable n h r) (signed n h r)))
  (set held ((n Replica) (h Height) (r Root)) (and (held n h r) (not (= n i))))
  (set diverged ((n Replica) (h Height)) (and (diverged n h) (not (= n i)))))

(action Restart ((i Replica) (kept Height) (g Height))
  (where (honest i))
  (guard down (not (up i)))
  (guard notAhead (and (executed i g) (leq kept g)))
  (set up ((n Replica)) (or (up n) (= n i)))
  (set executed ((n Replica) (h Height)) (ite (= n i) (= h kept) (executed n h)))
  (set root ((n Replica) (h Height) (r Root))
    (and (root n h r) (or (not (= n i)) (leq h kept)))))

(action InstallSnapshot ((i Replica) (h Height) (r Root) (g Height))
  (where (honest i))
  (guard running (and (up i) (not (stopped i)) (forall ((k Height)) (not (diverged i k)))))
  (guard above (and (executed i g) (leq g h) (not (= g h))))
  (guard ordered (ordered h))
  (guard held (held i h r))
  (guard deterministic
    (=> (not (wrong i)) (forall ((s Root)) (=> (outcome h s) (= s r)))))
  (set executed ((n Replica) (k Height)) (ite (= n i) (= k h) (executed n k))))

; Any number of them at once, by any number of Byzantine replicas.
(action ByzantineAttest ()
  (choose batch (Replica Height Root))
  (guard ownName
    (forall ((n Replica) (h Height) (r Root)) (=> (batch n h r) (not (honest n)))))
  (set attestations ((n Replica) (h Height) (r Root))
    (or (attestations n h r) (batch n h r))))
