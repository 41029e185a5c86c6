; As for ordering: possible without the guard, impossible with it.
(include "lib/system.smt")

(attack AttestTwice
  (shows "A replica that computes wrongly restarts, gets another root, and attests that one too.")
  (axioms HeightsAreAntisymmetric)
  ; Either of the two would do.
  (without "Attest.notSigned Send.notDurable")
  (run
    (Order H)
    (Execute I H R1 zero)
    (Attest I H R1)
    (Send I H R1)
    (Crash I)
    (Restart I zero H)
    (Execute I H R2 zero)
    (Attest I H R2)
    (Send I H R2))
  (goal (AttestedTwo I)))

(attack SignForeignRoot
  (shows "A correct replica attests a root that it did not get: a quittance may be wrong.")
  (axioms)
  (without "Attest.own")
  (run
    (Order H)
    (Execute I H R1 zero)
    (Attest I H R2)
    (Send I H R2))
  (with (not (wrong I)) (not (= R1 R2)))
  (goal (and (attestations I H R2) (not (outcome H R2)))))
