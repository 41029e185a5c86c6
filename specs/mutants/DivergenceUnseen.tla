-------------------------- MODULE DivergenceUnseen --------------------------
(***************************************************************************)
(* A replica that executes after it got the quittance does not compare.    *)
(***************************************************************************)
EXTENDS MCSystem

BrokenExecute(i, h, r) ==
    /\ CanExecute(i, h, r)
    /\ executed' = [executed EXCEPT ![i] = h]
    /\ root' = [root EXCEPT ![i] = With(@, h, r)]
    /\ applied' = [applied EXCEPT ![i] = Apply(@, chain[h].command)]
    /\ outcome' = IF i \in Wrong THEN outcome ELSE With(outcome, h, r)
    /\ UNCHANGED <<chain, up, signed, durable, held, diverged, stopped, attestations,
                   quittances>>
=============================================================================
