-------------------------- MODULE StopsForNothing ---------------------------
(***************************************************************************)
(* A replica stops when it is shown a quittance of the root that it got.   *)
(***************************************************************************)
EXTENDS MCSystem

BrokenHold(i, h, r) ==
    /\ held' = [held EXCEPT ![i] = With(@, h, r)]
    /\ diverged' = [diverged EXCEPT ![i] =
           IF h \in DOMAIN root[i] THEN h ELSE @]
    /\ quittances' =
           With(quittances, h,
                {r} \union (IF h \in DOMAIN quittances THEN quittances[h] ELSE {}))
    /\ UNCHANGED <<chain, up, executed, root, applied, signed, durable, stopped, attestations,
                   outcome>>
=============================================================================
