------------------------------ MODULE Evidence ------------------------------
(***************************************************************************)
(* Pairs of signed messages that no correct validator ever produces, and   *)
(* that convict their signer before anyone who can check a signature.      *)
(*                                                                         *)
(* Pairs are compared by what was signed, never by signature bytes.        *)
(*                                                                         *)
(* A finalize in view v followed by a notarize of a block that skips v is  *)
(* NOT evidence: a correct validator may learn of v's nullification later. *)
(***************************************************************************)
EXTENDS Messages

(***************************************************************************)
(* The four pairs, by number:                                              *)
(*   1  two notarize votes of one view for different blocks                *)
(*   2  two finalize votes of one view for different blocks                *)
(*   3  nullify and finalize of one view                                   *)
(*   4  notarize of one block and finalize of another of one view          *)
(***************************************************************************)
\* @type: (Int, $message, $message) => Bool;
IsEvidence(pair, m, n) ==
    /\ m.signer = n.signer
    /\ m.view = n.view
    /\ \/ /\ pair = 1
          /\ m.kind = "notarize" /\ n.kind = "notarize" /\ m.block /= n.block
       \/ /\ pair = 2
          /\ m.kind = "finalize" /\ n.kind = "finalize" /\ m.block /= n.block
       \/ /\ pair = 3
          /\ m.kind = "nullify" /\ n.kind = "finalize"
       \/ /\ pair = 4
          /\ m.kind = "notarize" /\ n.kind = "finalize" /\ m.block /= n.block

EvidencePairs == {1, 2, 3, 4}

\* Do the messages in msgs convict i, when the given pairs count?
\* @type: (VALIDATOR, Set(Int), Set($message)) => Bool;
IsGuilty(i, pairs, msgs) ==
    LET \* @type: Set($message);
        own == {m \in msgs: m.signer = i}
    IN  \E m, n \in own: \E pair \in pairs: IsEvidence(pair, m, n)

\* The validators that msgs convicts, when the given pairs count.
\* @type: (Set(Int), Set($message)) => Set(VALIDATOR);
Guilty(pairs, msgs) == {i \in Validators: IsGuilty(i, pairs, msgs)}
=============================================================================
