(include "lib/system.smt")

(invariant SignsOneRoot
  (forall ((n Replica) (h Height) (r Root) (s Root))
    (=> (and (honest n) (signed n h r) (signed n h s)) (= r s))))
(invariant DurableWasSigned
  (forall ((n Replica) (h Height) (r Root))
    (=> (and (honest n) (durable n h r)) (signed n h r))))
(property DurableAttestations
  (forall ((n Replica) (h Height) (r Root))
    (=> (and (honest n) (attestations n h r)) (durable n h r))))
(property NoHonestAttestationEvidence
  (forall ((n Replica)) (=> (honest n) (not (AttestedTwo n)))))

(property HeldAreQuittances
  (forall ((n Replica) (h Height) (r Root))
    (=> (and (honest n) (held n h r)) (quittances h r))))
(property QuittancesAreQuitted
  (forall ((h Height) (r Root)) (=> (quittances h r) (Quitted h r))))
(property QuittanceAgreement
  (forall ((h Height) (r Root) (s Root))
    (=> (and (Quitted h r) (Quitted h s)) (= r s))))

; Whoever is in both quorums has attested two roots: nothing is assumed of anyone.
(property AttestationAccountability
  (forall ((p Quorum) (q Quorum) (h Height) (r Root) (s Root) (n Replica))
    (=> (and (forall ((m Replica)) (=> (member m p) (attestations m h r)))
             (forall ((m Replica)) (=> (member m q) (attestations m h s)))
             (not (= r s)) (member n p) (member n q))
        (AttestedTwo n))))

; ---- Correct replicas get one root, and quittances say that one.

(invariant OneOutcome
  (forall ((h Height) (r Root) (s Root)) (=> (and (outcome h r) (outcome h s)) (= r s))))
(invariant RootIsOutcome
  (forall ((n Replica) (h Height) (r Root))
    (=> (and (correct n) (root n h r)) (outcome h r))))
(invariant SignedIsOutcome
  (forall ((n Replica) (h Height) (r Root))
    (=> (and (correct n) (signed n h r)) (outcome h r))))
(property QuittanceMatchesExecution
  (forall ((h Height) (r Root)) (=> (Quitted h r) (outcome h r))))
(property NoCorrectContradicts
  (forall ((n Replica) (h Height) (r Root) (s Root))
    (=> (and (correct n) (attestations n h r) (Quitted h s)) (= r s))))
(invariant NoCorrectDiverges
  (forall ((n Replica) (h Height)) (=> (correct n) (not (diverged n h)))))
(property NoCorrectStops (forall ((n Replica)) (=> (correct n) (not (stopped n)))))

; ---- What replicas sign.

(step AttestsOnlyExecuted Attest
  (and (root i h r) (forall ((s Root)) (=> (held i h s) (= s r)))))
(invariant DivergedIsSeen
  (forall ((n Replica) (h Height) (r Root) (s Root))
    (=> (and (held n h r) (root n h s) (not (= r s)))
        (exists ((k Height)) (diverged n k)))))
(step DivergedDoNotSend Send (forall ((k Height)) (not (diverged i k))))
(step DivergedDoNotExecute Execute (forall ((k Height)) (not (diverged i k))))

; ---- What replicas take over.

(invariant RootsUpToExecuted
  (forall ((n Replica) (g Height) (h Height) (r Root))
    (=> (and (honest n) (root n h r) (executed n g)) (leq h g))))
(step AttestsUpToExecuted Attest (forall ((g Height)) (=> (executed i g) (leq h g))))
(step InstallsQuitted InstallSnapshot (Quitted h r))

(layer attestations
  (shows "Who keeps to the rules attests one root of a height, through crashes.")
  (fragment epr)
  (sees signed durable attestations)
  (axioms)
  (assumes)
  (inductive SignsOneRoot DurableWasSigned DurableAttestations)
  (implies NoHonestAttestationEvidence AttestationAccountability)
  (actions Attest Send Crash ByzantineAttest)
  (stutters Order Execute FormQuittance ReceiveQuittance Stop Restart InstallSnapshot))

(layer quittances
  (shows "One height has one quittance, while Byzantine weight is below a third.")
  (fragment epr)
  (sees attestations held quittances)
  (axioms QuorumsShareHonest)
  (assumes NoHonestAttestationEvidence)
  (inductive HeldAreQuittances QuittancesAreQuitted)
  (implies QuittanceAgreement)
  (actions Send FormQuittance ReceiveQuittance Crash ByzantineAttest)
  (stutters Order Execute Attest Stop Restart InstallSnapshot))

(layer execution
  (shows "Quittances say what correct execution gives, if each quorum has one correct member.")
  (fragment epr)
  (sees root outcome signed durable attestations held)
  (axioms QuorumsHaveCorrect)
  (assumes DurableWasSigned DurableAttestations)
  (inductive OneOutcome RootIsOutcome SignedIsOutcome)
  (implies QuittanceMatchesExecution NoCorrectContradicts)
  (actions Execute Attest Send FormQuittance ReceiveQuittance Crash Restart ByzantineAttest)
  (stutters Order Stop InstallSnapshot))

(layer stops
  (shows "No correct replica ever stops.")
  (fragment epr)
  (sees root outcome attestations held quittances diverged stopped)
  (axioms)
  (assumes OneOutcome RootIsOutcome QuittanceMatchesExecution HeldAreQuittances
    QuittancesAreQuitted)
  (inductive NoCorrectDiverges NoCorrectStops)
  (implies)
  (actions Execute Send FormQuittance ReceiveQuittance Stop Crash Restart ByzantineAttest)
  (stutters Order Attest InstallSnapshot))

(layer divergence
  (shows "Who has seen that its root is not what was settled does nothing more.")
  (fragment epr)
  (sees up root held diverged stopped signed durable)
  (axioms)
  (assumes)
  (inductive DivergedIsSeen)
  (implies)
  (steps AttestsOnlyExecuted DivergedDoNotSend DivergedDoNotExecute)
  (actions Execute Attest Send FormQuittance ReceiveQuittance Stop Crash Restart)
  (stutters Order InstallSnapshot ByzantineAttest))

(layer snapshots
  (shows "What is taken over was settled; and nobody attests a height above what it has.")
  (fragment epr)
  (sees executed root signed durable attestations held quittances)
  (axioms HeightsAreTotal HeightsAreTransitive SuccessorIsAbove)
  (assumes HeldAreQuittances QuittancesAreQuitted)
  (inductive RootsUpToExecuted)
  (implies)
  (steps AttestsUpToExecuted InstallsQuitted)
  (actions Execute Attest Send FormQuittance ReceiveQuittance Crash Restart InstallSnapshot
    ByzantineAttest)
  (stutters Order Stop))
