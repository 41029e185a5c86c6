; Nothing is assumed of who is correct. Messages are any set at all, and stay as they are; what
; grows is what somebody has checked of finality proofs, link by link from Genesis.
(include "lib/ordering.smt")

(fixed messages (Validator Vote))
(state proven (Block))

(define Quorate ((x Vote))
  (exists ((q Quorum)) (forall ((n Validator)) (=> (member n q) (messages n x)))))
(define Guilty1 ((n Validator))
  (exists ((x Vote) (y Vote)) (and (messages n x) (messages n y) (Pair1 x y))))
(define Guilty2 ((n Validator))
  (exists ((x Vote) (y Vote)) (and (messages n x) (messages n y) (Pair2 x y))))
(define Guilty3 ((n Validator))
  (exists ((x Vote) (y Vote)) (and (messages n x) (messages n y) (Pair3 x y))))
(define Guilty4 ((n Validator))
  (exists ((x Vote) (y Vote)) (and (messages n x) (messages n y) (Pair4 x y))))
(define Guilty ((n Validator)) (or (Guilty1 n) (Guilty2 n) (Guilty3 n) (Guilty4 n)))

; ---- Two certificates that contradict one another convict all that signed both.

(property TwoNotarizationsConvict
  (forall ((p Quorum) (q Quorum) (x Vote) (y Vote) (v View) (b Block) (c Block) (n Validator))
    (=> (and (forall ((m Validator)) (=> (member m p) (messages m x)))
             (forall ((m Validator)) (=> (member m q) (messages m y)))
             (isNotarize x) (isNotarize y) (inView x v) (inView y v)
             (forBlock x b) (forBlock y c) (not (= b c))
             (member n p) (member n q))
        (Guilty1 n))))
(property TwoFinalizationsConvict
  (forall ((p Quorum) (q Quorum) (x Vote) (y Vote) (v View) (b Block) (c Block) (n Validator))
    (=> (and (forall ((m Validator)) (=> (member m p) (messages m x)))
             (forall ((m Validator)) (=> (member m q) (messages m y)))
             (isFinalize x) (isFinalize y) (inView x v) (inView y v)
             (forBlock x b) (forBlock y c) (not (= b c))
             (member n p) (member n q))
        (Guilty2 n))))
(property NullificationAndFinalizationConvict
  (forall ((p Quorum) (q Quorum) (x Vote) (y Vote) (v View) (n Validator))
    (=> (and (forall ((m Validator)) (=> (member m p) (messages m x)))
             (forall ((m Validator)) (=> (member m q) (messages m y)))
             (isNullify x) (isFinalize y) (inView x v) (inView y v)
             (member n p) (member n q))
        (Guilty3 n))))
(property NotarizationAndFinalizationConvict
  (forall ((p Quorum) (q Quorum) (x Vote) (y Vote) (v View) (b Block) (c Block) (n Validator))
    (=> (and (forall ((m Validator)) (=> (member m p) (messages m x)))
             (forall ((m Validator)) (=> (member m q) (messages m y)))
             (isNotarize x) (isFinalize y) (inView x v) (inView y v)
             (forBlock x b) (forBlock y c) (not (= b c))
             (member n p) (member n q))
        (Guilty4 n))))

; ---- What follows if no two quorums have guilty common members only. A fork contradicts it, so a
; fork gives two quorums all of whose common members are guilty.

(axiom SomeCommonMemberIsNotGuilty
  (forall ((p Quorum) (q Quorum))
    (exists ((n Validator)) (and (member n p) (member n q) (not (Guilty n))))))
(axiom QuorumsMeet
  (forall ((p Quorum) (q Quorum)) (exists ((n Validator)) (and (member n p) (member n q)))))

(init GenesisIsProven (forall ((b Block)) (= (proven b) (= b Genesis))))

; b follows a proven block: its parent is notarized, and all views between are nullified.
; (ExtendsNotarized in Voting.tla.)
(action Extend ((a Block) (b Block) (x Vote) (u View) (v View))
  (where (and (viewOf a u) (viewOf b v) (isNotarize x) (forBlock x a)))
  (guard proven (proven a))
  (guard parent (IsParent a b))
  (guard notarized (or (= a Genesis) (Quorate x)))
  (guard gap
    (forall ((w View))
      (=> (and (below u w) (below w v))
          (exists ((y Vote)) (and (isNullify y) (inView y w) (Quorate y))))))
  (set proven ((c Block)) (or (proven c) (= c b))))

(invariant ContainsFinalizedBelow
  (forall ((b Block) (c Block) (x Vote) (v View) (w View))
    (=> (and (isFinalize x) (forBlock x b) (Quorate x)
             (viewOf b v) (proven c) (viewOf c w) (below v w))
        (ancestor b c))))
(invariant ProvenContainsGenesis
  (forall ((c Block)) (=> (proven c) (ancestor Genesis c))))
(property Accountability
  (forall ((b Block) (c Block) (x Vote) (y Vote) (v View) (w View))
    (=> (and (or (= b Genesis) (and (isFinalize x) (forBlock x b) (Quorate x))) (proven b)
             (or (= c Genesis) (and (isFinalize y) (forBlock y c) (Quorate y))) (proven c)
             (viewOf b v) (viewOf c w))
        (or (ancestor b c) (ancestor c b)))))

; What the hypotheses must not exclude.
(property InnocentFinalization
  (exists ((b Block) (c Block) (x Vote) (y Vote) (v View) (w View))
    (and (isFinalize x) (forBlock x b) (Quorate x) (isFinalize y) (forBlock y c) (Quorate y)
         (viewOf b v) (viewOf c w) (below zero v) (below v w) (proven b) (proven c))))

(layer convictions
  (shows "Two contradicting certificates convict the common members of their quorums, each by its pair.")
  (fragment epr)
  (sees)
  (axioms)
  (assumes)
  (inductive)
  (implies TwoNotarizationsConvict TwoFinalizationsConvict NullificationAndFinalizationConvict
    NotarizationAndFinalizationConvict)
  (actions)
  (stutters))

(layer accountability
  (shows "If in any two quorums some common member is not guilty, no two finality proofs conflict.")
  (fragment epr)
  (sees proven)
  (axioms SomeCommonMemberIsNotGuilty ViewsAreTotal ViewsAreAntisymmetric ZeroIsFirst
    OneViewOfBlock VotesHaveViewOfBlock GenesisInViewZero OnlyGenesisInViewZero AncestorOfItself
    AncestorsOfAncestors ParentsAreAncestors)
  (assumes)
  (inductive ContainsFinalizedBelow ProvenContainsGenesis)
  (implies Accountability)
  (witnesses InnocentFinalization)
  (actions Extend)
  (stutters))

; Quorums meet, and still two proofs conflict: each block skips what the other finalized, so all
; that is common to the quorums is guilty.
(attack ForkOfTheGuilty
  (shows "If common members of quorums may all be guilty, two finality proofs may conflict.")
  (axioms SomeCommonMemberIsNotGuilty ViewsAreTotal ViewsAreAntisymmetric ZeroIsFirst
    OneViewOfBlock VotesHaveViewOfBlock GenesisInViewZero OnlyGenesisInViewZero AncestorOfItself
    AncestorsOfAncestors ParentsAreAncestors)
  (without "SomeCommonMemberIsNotGuilty")
  (run
    (Extend Genesis B1 X0 zero V1)
    (Extend Genesis B2 X0 zero V2))
  (names (F1 Vote) (F2 Vote))
  (with (isFinalize F1) (forBlock F1 B1) (Quorate F1) (isFinalize F2) (forBlock F2 B2) (Quorate F2))
  (goal (and (proven B1) (proven B2) (not (ancestor B1 B2)) (not (ancestor B2 B1)))))
