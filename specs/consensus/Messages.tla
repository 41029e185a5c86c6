------------------------------ MODULE Messages ------------------------------
(***************************************************************************)
(* Signed messages, and what a set of them proves.                         *)
(*                                                                         *)
(* The network is a set that only grows: a message once signed and sent    *)
(* can be received by anyone, at any later time, any number of times, or   *)
(* never.  Loss, delay, duplication and reordering need no further words.  *)
(* Signatures can't be forged (assumption A3): only i adds messages whose  *)
(* signer is i.                                                            *)
(***************************************************************************)
EXTENDS Blocks, Quorums

(*
  @typeAlias: message = {kind: Str, signer: VALIDATOR, view: Int, block: $block};
  @typeAlias: certificate = {kind: Str, view: Int, block: $block};
*)
Messages_aliases == TRUE

CONSTANT
    \* The views in which blocks are proposed: 1, 2, ...
    \* @type: Set(Int);
    Views

VoteKinds == {"notarize", "nullify", "finalize"}

\* The leader's proposal of b for b's view.
\* @type: (VALIDATOR, $block) => $message;
Proposal(i, b) == [kind |-> "propose", signer |-> i, view |-> b.view, block |-> b]

\* @type: (VALIDATOR, $block) => $message;
NotarizeVote(i, b) == [kind |-> "notarize", signer |-> i, view |-> b.view, block |-> b]

\* @type: (VALIDATOR, Int) => $message;
NullifyVote(i, v) == [kind |-> "nullify", signer |-> i, view |-> v, block |-> NoBlock]

\* @type: (VALIDATOR, $block) => $message;
FinalizeVote(i, b) == [kind |-> "finalize", signer |-> i, view |-> b.view, block |-> b]

\* The vote of i that counts towards certificate c.
\* @type: (VALIDATOR, $certificate) => $message;
VoteFor(i, c) == [kind |-> c.kind, signer |-> i, view |-> c.view, block |-> c.block]

\* @type: ($block) => $certificate;
Notarization(b) == [kind |-> "notarize", view |-> b.view, block |-> b]

\* @type: (Int) => $certificate;
Nullification(v) == [kind |-> "nullify", view |-> v, block |-> NoBlock]

\* @type: ($block) => $certificate;
Finalization(b) == [kind |-> "finalize", view |-> b.view, block |-> b]

\* Do these signers make certificate c out of the messages in msgs?
\* @type: ($certificate, Set(VALIDATOR), Set($message)) => Bool;
IsCertificate(c, signers, msgs) ==
    /\ c.kind \in VoteKinds
    /\ IsQuorum(signers)
    /\ \A i \in signers: VoteFor(i, c) \in msgs

\* All whose votes in msgs count towards certificate c.
\* @type: ($certificate, Set($message)) => Set(VALIDATOR);
Voters(c, msgs) == {i \in Validators: VoteFor(i, c) \in msgs}

\* Could anyone form certificate c out of the messages in msgs?
\* @type: ($certificate, Set($message)) => Bool;
Certified(c, msgs) == IsCertificate(c, Voters(c, msgs), msgs)
=============================================================================
