------------------------------ MODULE MCExpiry ------------------------------
(***************************************************************************)
(* The expiry of two groups that are due in one block, whatever was        *)
(* observed for them, whoever holds what in them, rich or poor.            *)
(***************************************************************************)
EXTENDS Expiry, Calm

CONSTANTS
    \* The prices that rounds have agreed on.
    Observable

\* A call in the first group and a put in the second, so that one price may move both.
CallAndPut ==
    [s \in {1, 2} |-> IF s = 1
                      THEN [strike |-> 1, right |-> "CALL", group |-> 1]
                      ELSE [strike |-> 3, right |-> "PUT", group |-> 2]]

Sightings == UNION {[1 .. k -> Observable]: k \in 0 .. SettlementRounds}

Purses == {<<0, 0, 0>>, <<0, 1, 3>>, <<4, 2, 0>>}

Init ==
    /\ height = 3
    /\ series = CallAndPut
    /\ \E seen \in Sightings, second \in {1, 4}, status \in {"LIVE", "EXPIRED"}:
           groups = [g \in {1, 2} |->
               [expiry |-> IF g = 1 THEN 2 ELSE second,
                status |-> IF g = 1 THEN status ELSE "LIVE",
                observed |-> IF g = 2 /\ second = 4 THEN <<>> ELSE seen]]
    /\ \E purse \in Purses: cash = [a \in Traders |-> purse[a + 1]]
    /\ \E first, second \in Holdings(1):
           position = [a \in Traders |-> [s \in {1, 2} |-> IF s = 1 THEN first[a] ELSE second[a]]]
    /\ flagged = [a \in Traders |-> 0]
    /\ insuranceFund \in {0, 1}
    /\ stake = [v \in Validators |-> 1]
    /\ unbonding = [v \in Validators |-> [amount |-> 0, due |-> 0]]
    /\ withdrawals \in SomeAsk
    /\ externalIn = Money
    /\ externalOut = 0
    /\ phase = "expiry"
    /\ CalmOracle
    /\ orders = {RestingOrder(k, 0, k): k \in {k \in {1, 2}: groups[k].status = "LIVE"}}
    /\ taker = NoOrder
    /\ nextOrder = 3

Next ==
    \/ \E g \in DOMAIN groups: ExpireGroup(g)
    \/ \E g \in DOMAIN groups: SettleGroup(g)
    \/ EndExpiry

Spec == Init /\ [][Next]_calmVars

\* There is exactly one thing to do until the phase is over.
S13_Deterministic ==
    phase = "expiry" =>
        Cardinality({g \in DOMAIN groups: CanExpireGroup(g)})
            + Cardinality({g \in DOMAIN groups: CanSettleGroup(g)})
            + Cardinality({k \in {1}: CanEndExpiry}) = 1

\* What is due is done when the phase is over.
AllIsDone ==
    phase = "liquidation" =>
        /\ \A g \in DOMAIN groups: groups[g].expiry <= height => groups[g].status /= "LIVE"
        /\ \A g \in DOMAIN groups:
               groups[g].expiry <= height /\ Len(groups[g].observed) = SettlementRounds =>
                   groups[g].status = "SETTLED"
        /\ NoOrdersForExpired
=============================================================================
