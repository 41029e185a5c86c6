------------------------------- MODULE Ledger -------------------------------
(***************************************************************************)
(* What the settlement is for, with nothing said of how: money that comes  *)
(* in is somebody's or the insurance fund's until it goes out; it is moved *)
(* around and neither made nor lost; what has gone out stays out; and a    *)
(* group of contracts that has been settled stays settled.                 *)
(*                                                                         *)
(* Settlement refines this.                                                *)
(***************************************************************************)
EXTENDS Amounts

VARIABLES
    \* All that belongs to each account, wherever it is.
    \* @type: Int -> $amount;
    held,
    \* What belongs to nobody.
    \* @type: $amount;
    fund,
    \* All that ever came in, and that ever went out.
    \* @type: $amount;
    moneyIn,
    \* @type: $amount;
    moneyOut,
    \* The groups that have been settled.
    \* @type: Set(Int);
    settled

ledgerVars == <<held, fund, moneyIn, moneyOut, settled>>

\* @type: (Int) => $amount;
Had(a) == IF a \in DOMAIN held THEN held[a] ELSE Zero

\* @type: $amount;
Everything == SumOf(held, DOMAIN held) + fund

Init ==
    /\ \A a \in DOMAIN held: held[a] >= 0
    /\ fund >= 0
    /\ moneyIn = Everything
    /\ moneyOut = Zero
    /\ settled = {}

(***************************************************************************)
(* Money comes in for an account, which may be new.                        *)
(***************************************************************************)
Receive ==
    /\ \E a \in DOMAIN held':
           /\ DOMAIN held' = DOMAIN held \union {a}
           /\ \A b \in DOMAIN held \ {a}: held'[b] = held[b]
           /\ held'[a] > Had(a)
           /\ moneyIn' = moneyIn + (held'[a] - Had(a))
    /\ UNCHANGED <<fund, moneyOut, settled>>

(***************************************************************************)
(* Money of one account goes out.                                          *)
(***************************************************************************)
Pay ==
    /\ DOMAIN held' = DOMAIN held
    /\ \E a \in DOMAIN held:
           /\ \A b \in DOMAIN held \ {a}: held'[b] = held[b]
           /\ held'[a] < held[a]
           /\ 0 <= held'[a]
           /\ moneyOut' = moneyOut + (held[a] - held'[a])
    /\ UNCHANGED <<fund, moneyIn, settled>>

(***************************************************************************)
(* Money changes hands, and groups may be settled by that.                 *)
(***************************************************************************)
Move ==
    /\ DOMAIN held' = DOMAIN held
    /\ \A a \in DOMAIN held: held'[a] >= 0
    /\ fund' >= 0
    /\ SumOf(held', DOMAIN held) + fund' = Everything
    /\ settled \subseteq settled'
    /\ UNCHANGED <<moneyIn, moneyOut>>

Next ==
    \/ Receive
    \/ Pay
    \/ Move

Spec == Init /\ [][Next]_ledgerVars

-----------------------------------------------------------------------------
Conserved == Everything = moneyIn - moneyOut

NobodyOwes ==
    /\ \A a \in DOMAIN held: held[a] >= 0
    /\ fund >= 0

Final == [][settled \subseteq settled' /\ moneyIn <= moneyIn' /\ moneyOut <= moneyOut']_ledgerVars
=============================================================================
