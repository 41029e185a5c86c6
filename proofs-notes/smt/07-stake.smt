; What quorums have in common, from the weights (Quorums.tla). Three sets of validators, A, B and F,
; part all validators into eight; each part's weight is a number, and the weight of a set is the sum
; over its parts. Nothing is said of how many validators there are.

(constant none Int)
(constant a Int)
(constant b Int)
(constant f Int)
(constant ab Int)
(constant af Int)
(constant bf Int)
(constant abf Int)
(constant less Int)
(constant total Int)

(define $W () (+ none a b f ab af bf abf))
(define $A () (+ a ab af abf))
(define $B () (+ b ab bf abf))
(define $F () (+ f af bf abf))
(define $AandB () (+ ab abf))
(define $HonestInBoth () ab)
(define $Honest () (- $W $F))
(define $Quorum () (+ (div (* 2 $W) 3) 1))

(axiom NoWeightIsNegative
  (and (>= none 0) (>= a 0) (>= b 0) (>= f 0) (>= ab 0) (>= af 0) (>= bf 0) (>= abf 0)))

(property UnionIsNoMoreThanAll (<= (- (+ $A $B) $AandB) $W))
(property QuorumIsAboveTwoThirds (> (* 3 $Quorum) (* 2 $W)))
(property QuorumIsTheLeastSuch (<= (* 3 (- $Quorum 1)) (* 2 $W)))
(property QuorumIsNoMoreThanAll (=> (> $W 0) (<= $Quorum $W)))
(property QuorumsShareMoreThanAThird
  (=> (and (>= $A $Quorum) (>= $B $Quorum)) (> (* 3 $AandB) $W)))
; For intersection F may weigh a third.
(property QuorumsShareHonestWeight
  (=> (and (>= $A $Quorum) (>= $B $Quorum) (<= (* 3 $F) $W)) (> $HonestInBoth 0)))
; For progress it must weigh less, and that is enough.
(property HonestAreAQuorum (=> (< (* 3 $F) $W) (>= $Honest $Quorum)))
(property HonestAreAQuorumOnlyThen (=> (>= $Honest $Quorum) (< (* 3 $F) $W)))
; Whoever is guilty in all of the common part of two quorums is a third of the weight (IsThird).
(property CommonMembersAreAThird
  (=> (and (>= $A $Quorum) (>= $B $Quorum) (<= $AandB $F)) (>= (* 3 $F) $W)))
(property SupersetsOfQuorumsAre (=> (and (>= $A $Quorum) (= a 0) (= af 0)) (>= $B $Quorum)))

; Tightness: with any lesser number for a quorum, whatever the total, two sets of that weight need
; not share more than a third. Here they are: all that A and B must have in common, and no more.
(define $LeastQuorum () (+ (div (* 2 total) 3) 1))
(define $Common () (ite (>= (* 2 less) total) (- (* 2 less) total) 0))
(property NoLesserQuorumWillDo
  (=> (and (<= 0 less) (< less $LeastQuorum))
      (and (<= 0 $Common) (<= $Common less) (<= (- (* 2 less) $Common) total)
           (<= (* 3 $Common) total))))

; What goes wrong otherwise.
(property OneLessSharesNobodyHonest
  (and (>= $A (- $Quorum 1)) (>= $B (- $Quorum 1)) (< (* 3 $F) $W) (= $HonestInBoth 0)))
(property HalfSharesNobody
  (and (> $W 0) (>= (* 2 $A) $W) (>= (* 2 $B) $W) (= $F 0) (= $AandB 0)))
(property MoreThanAThirdMayShareNobodyHonest
  (and (>= $A $Quorum) (>= $B $Quorum) (< $W (* 3 $F)) (<= (* 3 $F) (+ $W 2))
       (= $HonestInBoth 0)))
; A validator that is counted twice makes a quorum that is none.
(property CountedTwiceIsNoQuorum
  (and (>= (+ $A $AandB) $Quorum) (< $A $Quorum)))

(layer stake
  (shows "Quorums, from weights: what any two have in common, and that no lesser number will do.")
  (fragment linear)
  (sees)
  (axioms NoWeightIsNegative)
  (assumes)
  (inductive)
  (implies UnionIsNoMoreThanAll QuorumIsAboveTwoThirds QuorumIsTheLeastSuch QuorumIsNoMoreThanAll
    QuorumsShareMoreThanAThird QuorumsShareHonestWeight HonestAreAQuorum HonestAreAQuorumOnlyThen
    CommonMembersAreAThird SupersetsOfQuorumsAre NoLesserQuorumWillDo)
  (witnesses OneLessSharesNobodyHonest HalfSharesNobody MoreThanAThirdMayShareNobodyHonest
    CountedTwiceIsNoQuorum)
  (actions)
  (stutters))
