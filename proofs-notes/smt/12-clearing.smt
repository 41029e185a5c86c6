; Money and contracts, for any number of accounts, series, validators and withdrawals: Clearing.tla,
; and what each command of Settlement.tla does to the totals. As in 11-margin, a sum is counted one
; member at a time, and a constant stands for a product.

(define $Positive ((n Int)) (ite (<= n 0) 0 n))
(define $Max ((n Int) (m Int)) (ite (<= n m) m n))
(define $Min ((n Int) (m Int)) (ite (<= n m) n m))

; A debtor: what it owes, has in cash and had in its earlier withdrawals, how much of these came
; back, and how much is in one more.
(constant owed Int)
(constant cash Int)
(constant pendingBefore Int)
(constant recovered Int)
(constant withdrawal Int)
(define $TakenBack () (ite (> owed (+ cash pendingBefore)) withdrawal 0))
(axiom NothingIsNegative
  (and (<= 0 owed) (<= 0 cash) (<= 0 pendingBefore) (<= 0 recovered) (<= 0 withdrawal)))
(define Recovers ((back Int) (pending Int))
  (and (<= back pending)
       (=> (> owed (+ cash pending)) (= back pending))
       (<= ($Min owed (+ cash pending)) (+ cash back))))

(property RecoversFromNone (=> (and (= recovered 0) (= pendingBefore 0))
  (Recovers recovered pendingBefore)))
(property RecoversFromOneMore (=> (Recovers recovered pendingBefore)
  (Recovers (+ recovered $TakenBack) (+ pendingBefore withdrawal))))
; FromCash is all that is owed, or all cash and all that is pending; what is left is no debt.
(property CashPaysFirst (=> (Recovers recovered pendingBefore)
  (= ($Min owed (+ cash recovered)) ($Min owed (+ cash pendingBefore)))))
(property CashIsNonNegative (<= 0 (- (+ cash recovered) ($Min owed (+ cash recovered)))))
; Nothing comes back that was not missing.
(property TakenBackIsMissing (=> (> $TakenBack 0) (> owed (+ cash pendingBefore))))

(layer cash
  (shows "A debtor pays from its cash, then from what is pending, all that it owes or all that there is.")
  (fragment linear)
  (sees)
  (axioms NothingIsNegative)
  (assumes)
  (inductive)
  (implies RecoversFromNone RecoversFromOneMore CashPaysFirst CashIsNonNegative TakenBackIsMissing)
  (actions)
  (stutters))

; Its stake: what is missing beyond cash, what is at stake in the validators before, and in one more.
(constant beyond Int)
(constant stakedBefore Int)
(constant staked Int)
(define $FromStake () ($Min staked ($Positive (- beyond stakedBefore))))
(axiom StakeIsNonNegative (and (<= 0 beyond) (<= 0 stakedBefore) (<= 0 staked)))

(property StakePaysInOrder
  (= (+ ($Min beyond stakedBefore) $FromStake) ($Min beyond (+ stakedBefore staked))))
(property StakeStaysNonNegative (and (<= 0 $FromStake) (<= $FromStake staked)))
(property StakeIsTakenForMissing (=> (> $FromStake 0) (> beyond stakedBefore)))

(layer stakes
  (shows "What is missing beyond cash comes from stake, validator by validator, as far as it reaches.")
  (fragment linear)
  (sees)
  (axioms StakeIsNonNegative)
  (assumes)
  (inductive)
  (implies StakePaysInOrder StakeStaysNonNegative StakeIsTakenForMissing)
  (actions)
  (stutters))

; All accounts: what the creditors so far claim, the debtors so far owe and have paid; one more, who
; is to get v, and pays p of what it owes; and the insurance fund.
(constant claimed Int)
(constant owing Int)
(constant collected Int)
(constant v Int)
(constant paid Int)
(constant fund Int)
(define $Drawn () ($Min (- claimed collected) fund))
(axiom FundIsNonNegative (and (<= 0 fund) (<= 0 claimed) (<= 0 collected)))
(axiom NobodyPaysTooMuch (and (<= 0 paid) (<= paid ($Positive (- v)))))

(property ClaimsLessDebtsIsSum
  (= (- (+ claimed ($Positive v)) (+ owing ($Positive (- v)))) (+ (- claimed owing) v)))
(property CollectedIsOwed
  (=> (<= collected owing) (<= (+ collected paid) (+ owing ($Positive (- v))))))
; The sum of all V is zero.
(property FundFillsTheGap
  (=> (and (= claimed owing) (<= collected owing))
      (and (<= 0 $Drawn) (<= $Drawn fund) (<= (+ collected $Drawn) claimed))))
(property HaircutIsLast
  (=> (< (+ collected $Drawn) claimed) (= (- fund $Drawn) 0)))
(property NoHaircutWhilePaid
  (=> (and (= claimed owing) (= collected owing)) (and (= $Drawn 0) (= collected claimed))))

(layer fund
  (shows "The insurance fund gives what debtors could not, and creditors do without only when it is empty.")
  (fragment linear)
  (sees)
  (axioms FundIsNonNegative NobodyPaysTooMuch)
  (assumes)
  (inductive)
  (implies ClaimsLessDebtsIsSum CollectedIsOwed FundFillsTheGap HaircutIsLast NoHaircutWhilePaid)
  (actions)
  (stutters))

; One creditor, with what is available, what all claim, its claim, its share and its remainder:
;     claim * available = share * claimed + remainder,  0 <= remainder < claimed.
; claimTimesAvailable is claim * available, and so on; available is no more than claimed. A product
; by claimed, which is above zero, keeps the order.
(constant available Int)
(constant claim Int)
(constant share Int)
(constant remainder Int)
(constant claimTimesAvailable Int)
(constant claimTimesClaimed Int)
(constant shareTimesClaimed Int)
(axiom ShareIsRoundedDown
  (and (= claimTimesAvailable (+ shareTimesClaimed remainder))
       (<= 0 remainder) (< remainder claimed)))
(axiom ProductsKeepOrder
  (and (<= 0 claimTimesAvailable)
       (<= claimTimesAvailable claimTimesClaimed)
       (=> (= available claimed) (= claimTimesAvailable claimTimesClaimed))
       (=> (< share claim) (<= (+ shareTimesClaimed claimed) claimTimesClaimed))
       (=> (= share claim) (= shareTimesClaimed claimTimesClaimed))
       (=> (< claim share) (<= (+ claimTimesClaimed claimed) shareTimesClaimed))
       (=> (< share 0) (<= (+ shareTimesClaimed claimed) 0))))

(property ShareIsNonNegative (<= 0 share))
(property ShareIsNoMoreThanClaim (<= share claim))
(property UnitMoreIsNoMoreThanClaim (=> (> remainder 0) (<= (+ share 1) claim)))
(property AllAvailableIsAllPaid (=> (= available claimed) (and (= share claim) (= remainder 0))))
(property RoundingUpWouldPayTooMuch
  (and (= remainder 0) (> (+ share 1) claim)))

(layer shares
  (shows "A creditor gets no more than its claim, and all of it when all is there.")
  (fragment linear)
  (sees)
  (axioms ShareIsRoundedDown ProductsKeepOrder)
  (assumes)
  (inductive)
  (implies ShareIsNonNegative ShareIsNoMoreThanClaim UnitMoreIsNoMoreThanClaim
    AllAvailableIsAllPaid)
  (witnesses RoundingUpWouldPayTooMuch)
  (actions)
  (stutters))

; All creditors: the sum of remainders so far, of how many it is not zero, and that number times
; claimed; then what is left over of available.
(constant remainders Int)
(constant withRemainder Int)
(constant withRemainderTimesClaimed Int)
(constant left Int)
(constant leftTimesClaimed Int)
(define $One () (ite (> remainder 0) 1 0))
(define $OneTimesClaimed () (ite (> remainder 0) claimed 0))
(axiom RemainderIsLess (and (<= 0 remainder) (< remainder claimed) (< 0 claimed)))
; claimed * available is the sum of claim * available, so left * claimed is that of remainders.
(axiom LeftIsRemainders (= leftTimesClaimed remainders))
(axiom ProductsByClaimedKeepOrder
  (and (=> (< left 0) (<= (+ leftTimesClaimed claimed) 0))
       (=> (< withRemainder left)
           (<= (+ withRemainderTimesClaimed claimed) leftTimesClaimed))))
(define RemaindersAreLess ((sum Int) (number Int))
  (and (<= 0 sum) (<= sum number)))

(property RemaindersFromNone
  (=> (and (= remainders 0) (= withRemainderTimesClaimed 0))
      (RemaindersAreLess remainders withRemainderTimesClaimed)))
(property RemaindersFromOneMore
  (=> (RemaindersAreLess remainders withRemainderTimesClaimed)
      (RemaindersAreLess (+ remainders remainder)
        (+ withRemainderTimesClaimed $OneTimesClaimed))))
; So who gets one of the units left over has a remainder, and all of them are dealt.
(property UnitsGoToRemainders
  (=> (RemaindersAreLess remainders withRemainderTimesClaimed)
      (and (<= 0 left) (<= left withRemainder))))

(layer dealing
  (shows "What is left over of rounding is a unit for some who have a remainder: none is lost, none made.")
  (fragment linear)
  (sees)
  (axioms RemainderIsLess LeftIsRemainders ProductsByClaimedKeepOrder)
  (assumes)
  (inductive)
  (implies RemaindersFromNone RemaindersFromOneMore UnitsGoToRemainders)
  (actions)
  (stutters))

; The totals: all cash, stake, unbonding stake and pending withdrawals; what came in and went out.
(constant totalCash Int)
(constant totalStake Int)
(constant totalUnbonding Int)
(constant totalPending Int)
(constant externalIn Int)
(constant externalOut Int)
(constant amount Int)
(constant more Int)
(define Conserved ((c Int) (f Int) (s Int) (u Int) (p Int) (i Int) (o Int))
  (= (+ c f s u p) (- i o)))
(define S1Holds ()
  (Conserved totalCash fund totalStake totalUnbonding totalPending externalIn externalOut))
(axiom S1_Conservation S1Holds)

(property DepositConserves
  (Conserved (+ totalCash amount) fund totalStake totalUnbonding totalPending
    (+ externalIn amount) externalOut))
(property RequestWithdrawalConserves
  (Conserved (- totalCash amount) fund totalStake totalUnbonding (+ totalPending amount)
    externalIn externalOut))
(property VoidWithdrawalConserves
  (Conserved (+ totalCash amount) fund totalStake totalUnbonding (- totalPending amount)
    externalIn externalOut))
(property ExecuteWithdrawalConserves
  (Conserved totalCash fund totalStake totalUnbonding (- totalPending amount)
    externalIn (+ externalOut amount)))
(property StakeConserves
  (Conserved (- totalCash amount) fund (+ totalStake amount) totalUnbonding totalPending
    externalIn externalOut))
(property UnstakeConserves
  (Conserved totalCash fund (- totalStake amount) (+ totalUnbonding amount) totalPending
    externalIn externalOut))
(property ReleaseUnbondingConserves
  (Conserved (+ totalCash amount) fund totalStake (- totalUnbonding amount) totalPending
    externalIn externalOut))
; What is slashed of stake, and of unbonding stake.
(property SlashConserves
  (Conserved totalCash (+ fund (+ amount more)) (- totalStake amount) (- totalUnbonding more)
    totalPending externalIn externalOut))
; A buyer pays the premium to the seller; who takes over gets a bounty and pays what it is worth.
(property FillConserves
  (Conserved (+ (- totalCash amount) amount) fund totalStake totalUnbonding totalPending
    externalIn externalOut))
(property TakeoverConserves
  (Conserved (+ totalCash (- amount more) (- more amount)) fund totalStake totalUnbonding
    totalPending externalIn externalOut))
; Settle: from cash, stake and unbonding stake comes what was collected, the fund gives what is
; drawn, withdrawals become void, and creditors receive all of it.
(constant fromCash Int)
(constant fromStake Int)
(constant fromUnbonding Int)
(constant drawn Int)
(constant received Int)
(property ClearConserves
  (=> (= received (+ fromCash fromStake fromUnbonding drawn))
      (Conserved (+ (- (+ totalCash recovered) fromCash) received) (- fund drawn)
        (- totalStake fromStake) (- totalUnbonding fromUnbonding) (- totalPending recovered)
        externalIn externalOut)))
(property UnpaidUnitIsLost
  (and (< received (+ fromCash fromStake fromUnbonding drawn))
       (not (Conserved (+ (- (+ totalCash recovered) fromCash) received) (- fund drawn)
              (- totalStake fromStake) (- totalUnbonding fromUnbonding) (- totalPending recovered)
              externalIn externalOut))))

(layer conservation
  (shows "S1_Conservation: no step makes money or loses any, by any amounts.")
  (fragment linear)
  (sees)
  (axioms S1_Conservation)
  (assumes)
  (inductive)
  (implies DepositConserves RequestWithdrawalConserves VoidWithdrawalConserves
    ExecuteWithdrawalConserves StakeConserves UnstakeConserves ReleaseUnbondingConserves
    SlashConserves FillConserves TakeoverConserves ClearConserves)
  (witnesses UnpaidUnitIsLost)
  (actions)
  (stutters))

; Charges round up (Slashed): rate * stake, a constant, is at most Whole * stake.
(constant rateTimesStake Int)
(define $Slashed () (- (div (- rateTimesStake) 10000)))
(axiom RateIsInRange (and (<= 0 rateTimesStake) (<= rateTimesStake (* 10000 staked))))
(property SlashedIsNoMoreThanStake (and (<= 0 $Slashed) (<= $Slashed staked)))
(property SlashedIsNoLessThanRate
  (and (<= rateTimesStake (* 10000 $Slashed)) (< (* 10000 (- $Slashed 1)) rateTimesStake)))
(property RoundingDownTakesLess
  (and (< 0 rateTimesStake) (= (div rateTimesStake 10000) 0)))

(layer slashing
  (shows "Evidence takes its rate of stake, rounded up, and no more than there is.")
  (fragment linear)
  (sees)
  (axioms RateIsInRange)
  (assumes)
  (inductive)
  (implies SlashedIsNoMoreThanStake SlashedIsNoLessThanRate)
  (witnesses RoundingDownTakesLess)
  (actions)
  (stutters))

; Open interest: the sum of all positions in a series. A fill of n contracts, a takeover of m, and
; the closing of m against others, of whom those before have so many on the other side, and one
; more has a few; `opposite' is what all others have there.
(constant open Int)
(constant n Int)
(constant m Int)
(constant oppositeBefore Int)
(constant opposite Int)
(constant few Int)
(constant payoff Int)
(constant obligations Int)
(define $Closed () ($Min few ($Positive (- m oppositeBefore))))
(axiom OpenInterestIsZero (= open 0))
(axiom CountsAreNonNegative
  (and (<= 0 m) (<= 0 few) (<= 0 oppositeBefore) (<= 0 opposite)))

(property FillKeepsOpenInterest (= (+ open n (- n)) 0))
(property TakeoverKeepsOpenInterest (= (+ (- open n) n) 0))
(property ClosedIsCounted
  (= (+ ($Min m oppositeBefore) $Closed) ($Min m (+ oppositeBefore few))))
(property NobodyClosesMoreThanItHas (and (<= 0 $Closed) (<= $Closed few)))
; Whoever is on the same side adds to m: the other side has at least as much.
(property OppositeIsEnough
  (=> (= (+ m few (- opposite)) open) (= ($Min m opposite) m)))
(property DeleverageKeepsOpenInterest
  (=> (<= m opposite) (= (+ (- open m) ($Min m opposite)) 0)))
; Obligations at a payoff that is one more grow by the open interest, so they stay zero.
(property ObligationsSumToZero (=> (= obligations 0) (= (+ obligations open) 0)))
(property OneSidedFillOpensInterest (not (= (+ open n) 0)))

(layer interest
  (shows "Contracts are made and closed in pairs, so that what all are to get and to pay is zero.")
  (fragment linear)
  (sees)
  (axioms OpenInterestIsZero CountsAreNonNegative)
  (assumes)
  (inductive)
  (implies FillKeepsOpenInterest TakeoverKeepsOpenInterest ClosedIsCounted
    NobodyClosesMoreThanItHas OppositeIsEnough DeleverageKeepsOpenInterest ObligationsSumToZero)
  (witnesses OneSidedFillOpensInterest)
  (actions)
  (stutters))

; A weighted median (Oracle): honest reports weigh more than half of what was reported.
(constant reported Int)
(constant faulty Int)
(constant total Int)
(constant lowerFaulty Int)
(define $Honest () (- reported faulty))
(axiom FaultyIsLessThanAThird
  (and (<= 0 lowerFaulty) (<= lowerFaulty faulty) (< (* 3 faulty) total) (<= 0 faulty)))
(axiom RoundHasAQuorum (and (> (* 3 reported) (* 2 total)) (<= reported total)))
; Below every honest report there are only faulty ones, which are no half; and the reports up to the
; highest honest one are at least a half.
(property MedianIsNotBelowHonest (not (>= (* 2 lowerFaulty) reported)))
(property MedianIsNotAboveHonest (>= (* 2 $Honest) reported))
(property MedianOfHalfOfFaulty (and (>= (* 3 faulty) (- total 1)) (> (* 2 (+ faulty 1)) reported)))

(layer median
  (shows "S7: with faulty weight below a third the price lies among the honest reports.")
  (fragment linear)
  (sees)
  (axioms FaultyIsLessThanAThird RoundHasAQuorum)
  (assumes)
  (inductive)
  (implies MedianIsNotBelowHonest MedianIsNotAboveHonest)
  (witnesses MedianOfHalfOfFaulty)
  (actions)
  (stutters))

; Takeover: bounty * blocks is at most cash * blocks, for as many blocks as there are at most.
(constant bounty Int)
(constant bountyTimesBlocks Int)
(constant cashTimesBlocks Int)
(constant cashTimesSome Int)
(constant blocks Int)
(constant payment Int)
(axiom BountyIsRoundedDown
  (and (<= bountyTimesBlocks cashTimesSome) (< cashTimesSome (+ bountyTimesBlocks blocks))))
(axiom SomeBlocksAreNoMore
  (and (< 0 blocks) (<= 0 cash) (<= 0 cashTimesSome) (<= cashTimesSome cashTimesBlocks)))
(axiom ProductsByBlocksKeepOrder
  (and (=> (< cash bounty) (<= (+ cashTimesBlocks blocks) bountyTimesBlocks))
       (=> (< bounty cash) (<= (+ bountyTimesBlocks blocks) cashTimesBlocks))
       (=> (= bounty cash) (= bountyTimesBlocks cashTimesBlocks))
       (=> (< bounty 0) (<= (+ bountyTimesBlocks blocks) 0))))
(property BountyIsPartOfCash (and (<= 0 bounty) (<= bounty cash)))
(property BountyIsAllInTheEnd (=> (= cashTimesSome cashTimesBlocks) (= bounty cash)))
(property TargetOwesNothing (=> (<= 0 payment) (<= 0 (+ (- cash bounty) payment))))

(layer takeover
  (shows "Who takes over gets a part of the cash, all of it in the last block; the target owes nothing.")
  (fragment linear)
  (sees)
  (axioms BountyIsRoundedDown SomeBlocksAreNoMore ProductsByBlocksKeepOrder)
  (assumes)
  (inductive)
  (implies BountyIsPartOfCash BountyIsAllInTheEnd TargetOwesNothing)
  (actions)
  (stutters))
