---------------------------- MODULE AttestationFlat --------------------------
(***************************************************************************)
(* The attestations of System alone, with one set for each stage that they *)
(* go through: flat data, as the symbolic model checker likes it.          *)
(*                                                                         *)
(* Only what those sign who keep to the rules is in the state, and they    *)
(* sign whatever root they got: execution may go wrong everywhere.         *)
(* Byzantine replicas count as having signed everything.  System refines   *)
(* this spec (RefinesAttestationFlat in MCSystem), so what is safe here is *)
(* safe there.                                                             *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
    \* Those who keep to the rules.
    \* @type: Set(VALIDATOR);
    Keepers,
    \* The least quorums, or all of them.
    \* @type: Set(Set(VALIDATOR));
    FlatQuorums,
    \* @type: Set(Int);
    FlatHeights,
    \* @type: Set(ROOT);
    FlatRoots

VARIABLES
    \* Who remembers to have signed which root of which height, ...
    \* @type: Set(<<VALIDATOR, Int, ROOT>>);
    remembered,
    \* ... what of that is on its stable storage, ...
    \* @type: Set(<<VALIDATOR, Int, ROOT>>);
    written,
    \* ... and what was sent.
    \* @type: Set(<<VALIDATOR, Int, ROOT>>);
    sent

\* @type: <<Set(<<VALIDATOR, Int, ROOT>>), Set(<<VALIDATOR, Int, ROOT>>),
\*         Set(<<VALIDATOR, Int, ROOT>>)>>;
attestationVars == <<remembered, written, sent>>

\* A root is signed once for each height, as far as its signer remembers.
\* @type: (VALIDATOR, Int, ROOT) => Bool;
Attest(i, h, r) ==
    /\ \A q \in FlatRoots: <<i, h, q>> \notin remembered
    /\ remembered' = remembered \union {<<i, h, r>>}
    /\ UNCHANGED <<written, sent>>

\* What was signed is written and sent, in one step as in System.
\* @type: (VALIDATOR, Int, ROOT) => Bool;
Send(i, h, r) ==
    /\ <<i, h, r>> \in remembered
    /\ \A q \in FlatRoots: <<i, h, q>> \notin written
    /\ written' = written \union {<<i, h, r>>}
    /\ sent' = sent \union {<<i, h, r>>}
    /\ UNCHANGED remembered

\* What was not written is forgotten.
\* @type: (VALIDATOR) => Bool;
Crash(i) ==
    /\ remembered' = {t \in remembered: t[1] = i => t \in written}
    /\ UNCHANGED <<written, sent>>

Init ==
    /\ remembered = {}
    /\ written = {}
    /\ sent = {}

Next ==
    \/ \E i \in Keepers, h \in FlatHeights, r \in FlatRoots: Attest(i, h, r)
    \/ \E i \in Keepers, h \in FlatHeights, r \in FlatRoots: Send(i, h, r)
    \/ \E i \in Keepers: Crash(i)

Spec == Init /\ [][Next]_attestationVars

-----------------------------------------------------------------------------
\* Have all of these attested root r of height h, or are they Byzantine?
\* @type: (Set(VALIDATOR), Int, ROOT) => Bool;
Attested(signers, h, r) == \A i \in signers \intersect Keepers: <<i, h, r>> \in sent

\* Could anyone have a quittance of this root?
\* @type: (Int, ROOT) => Bool;
CanBeQuitted(h, r) == \E signers \in FlatQuorums: Attested(signers, h, r)

\* While less than a third is Byzantine.
QuittanceAgreement ==
    \A h \in FlatHeights: \A q, r \in FlatRoots:
        CanBeQuitted(h, q) /\ CanBeQuitted(h, r) => q = r

\* However many are Byzantine.
NoHonestAttestationEvidence ==
    \A i \in Keepers, h \in FlatHeights: \A q, r \in FlatRoots:
        <<i, h, q>> \in sent /\ <<i, h, r>> \in sent => q = r

(***************************************************************************)
(* Of two different quittances of one height all common signers are        *)
(* Byzantine: they have attested both, and are convicted by that.  (Two    *)
(* quorums share a third of the weight: see Quorums.)                      *)
(***************************************************************************)
AttestationAccountability ==
    \A h \in FlatHeights: \A q, r \in FlatRoots: \A Q, R \in FlatQuorums:
        q /= r /\ Attested(Q, h, q) /\ Attested(R, h, r) => Q \intersect R \intersect Keepers = {}

\* All that must hold while less than a third is Byzantine, ...
Safety == QuittanceAgreement /\ NoHonestAttestationEvidence

\* ... and however many are.
Accountability == NoHonestAttestationEvidence /\ AttestationAccountability

(***************************************************************************)
(* Why it is safe, in an invariant that is inductive: whatever was sent is *)
(* written, what is written is remembered, and of one height nobody        *)
(* remembers two roots.                                                    *)
(***************************************************************************)
Inv ==
    /\ remembered \in SUBSET (Keepers \X FlatHeights \X FlatRoots)
    /\ written \in SUBSET (Keepers \X FlatHeights \X FlatRoots)
    /\ sent \in SUBSET (Keepers \X FlatHeights \X FlatRoots)
    /\ sent \subseteq written
    /\ written \subseteq remembered
    /\ \A i \in Keepers, h \in FlatHeights: \A q, r \in FlatRoots:
           <<i, h, q>> \in remembered /\ <<i, h, r>> \in remembered => q = r
=============================================================================
