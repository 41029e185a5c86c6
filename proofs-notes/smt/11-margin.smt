; Contracts.tla and Margin.tla, for any number of series, strikes and prices. What is said of a sum
; or of a largest value is said here of one more member: with what holds of none, that is an
; induction over series, prices or groups. Products of two numbers don't occur: where the spec has
; one, a constant stands for it, and what is assumed of it is said there.

(define $Positive ((n Int)) (ite (<= n 0) 0 n))
(define $Max ((n Int) (m Int)) (ite (<= n m) m n))
(define $Min ((n Int) (m Int)) (ite (<= n m) n m))
(define $Call ((at Int) (k Int)) ($Positive (- at k)))
(define $Put ((at Int) (k Int)) ($Positive (- k at)))
; What a contract gains when the price goes one tick up.
(define $CallRise ((at Int) (k Int)) (- ($Call (+ at 1) k) ($Call at k)))
(define $PutRise ((at Int) (k Int)) (- ($Put (+ at 1) k) ($Put at k)))
; n contracts, of which each gains a tick, loses a tick or does neither.
(define $Times ((n Int) (rise Int)) (ite (= rise 1) n (ite (= rise (- 1)) (- n) 0)))

; A price, another, and a strike.
(constant x Int)
(constant y Int)
(constant strike Int)
(constant maxPrice Int)
(axiom PricesAreInRange (and (<= 0 x) (<= x maxPrice)))
(axiom StrikeIsInRange (and (<= 1 strike) (<= strike maxPrice)))

(property PayoffIsNonNegative (and (<= 0 ($Call x strike)) (<= 0 ($Put x strike))))
(property PayoffIsBounded
  (and (<= ($Call x strike) (- maxPrice strike)) (<= ($Put x strike) strike)))
(property CallLessPutIsForward (= (- ($Call x strike) ($Put x strike)) (- x strike)))
(property RisesByATick
  (and (<= 0 ($CallRise x strike)) (<= ($CallRise x strike) 1)
       (<= (- 1) ($PutRise x strike)) (<= ($PutRise x strike) 0)))
(property MiddleCanBeWorst
  (and (< x strike) (< strike y)
       (< (+ ($Call strike strike) ($Put strike strike)) (+ ($Call x strike) ($Put x strike)))
       (< (+ ($Call strike strike) ($Put strike strike)) (+ ($Call y strike) ($Put y strike)))))

(layer payoff
  (shows "What a contract is worth: never less than nothing, never more than is set aside for it.")
  (fragment linear)
  (sees)
  (axioms PricesAreInRange StrikeIsInRange)
  (assumes)
  (inductive)
  (implies PayoffIsNonNegative PayoffIsBounded CallLessPutIsForward RisesByATick)
  (witnesses MiddleCanBeWorst)
  (actions)
  (stutters))

; Two neighbours among the points at which Scan looks: no strike lies between them.
(constant low Int)
(constant high Int)
; What a position gains from x to x + 1, and from y to y + 1, by the series counted so far; and the
; contracts of it in one more.
(constant gainAtX Int)
(constant gainAtY Int)
(constant contracts Int)
(axiom NoStrikeBetween (or (<= strike low) (<= high strike)))
(axiom PricesBetween (and (<= low x) (< x high) (<= low y) (< y high)))

(property PayoffIsStraight
  (and (= ($CallRise x strike) ($CallRise y strike)) (= ($PutRise x strike) ($PutRise y strike))))
(property ValueIsStraight
  (=> (= gainAtX gainAtY)
      (and (= (+ gainAtX ($Times contracts ($CallRise x strike)))
              (+ gainAtY ($Times contracts ($CallRise y strike))))
           (= (+ gainAtX ($Times contracts ($PutRise x strike)))
              (+ gainAtY ($Times contracts ($PutRise y strike)))))))

(layer straight
  (shows "Between neighbouring points the value of a position is a straight line, by any number of series.")
  (fragment linear)
  (sees)
  (axioms NoStrikeBetween PricesBetween)
  (assumes)
  (inductive)
  (implies PayoffIsStraight ValueIsStraight)
  (actions)
  (stutters))

; What a position is worth at x, at low and at high, what it gains by a tick, and the worst loss at
; the points.
(constant value Int)
(constant valueLow Int)
(constant valueHigh Int)
(constant gain Int)
(constant worst Int)

(property NoWorseUpwards
  (=> (and (<= 0 gain) (<= valueLow value)) (<= valueLow (+ value gain))))
(property NoWorseDownwards
  (=> (and (<= gain 0) (<= valueHigh value)) (<= valueHigh (- value gain))))
; So no price between is worse than the worse end.
(property WorstLossIsExact
  (=> (and (or (< gain 0) (<= valueLow value)) (or (< 0 gain) (<= valueHigh value))
           (<= (- valueLow) worst) (<= (- valueHigh) worst))
      (<= (- value) worst)))
(property EndsAreNotEnoughWithKink
  (and (< value valueLow) (< value valueHigh) (= worst ($Max (- valueLow) (- valueHigh)))
       (< worst (- value))))

(layer scan
  (shows "Looking at the ends of the band and the strikes in it finds the worst of all its prices (Scan).")
  (fragment linear)
  (sees)
  (axioms)
  (assumes)
  (inductive)
  (implies NoWorseUpwards NoWorseDownwards WorstLossIsExact)
  (witnesses EndsAreNotEnoughWithKink)
  (actions)
  (stutters))

; Two positions, a and b, and the joint one: losses at the points so far and values at one more,
; short contracts so far and contracts in one more series, floor so far and so on.
(constant lossA Int)
(constant lossB Int)
(constant lossJoint Int)
(constant valueA Int)
(constant valueB Int)
(constant shortsA Int)
(constant shortsB Int)
(constant shortsJoint Int)
(constant contractsA Int)
(constant contractsB Int)
(constant floorA Int)
(constant floorB Int)
(constant floorJoint Int)
(constant marginA Int)
(constant marginB Int)
(constant marginJoint Int)

(property WorstLossOfJoint
  (=> (<= lossJoint (+ lossA lossB))
      (<= ($Max lossJoint (- (+ valueA valueB)))
          (+ ($Max lossA (- valueA)) ($Max lossB (- valueB))))))
(property ShortsOfJoint
  (=> (<= shortsJoint (+ shortsA shortsB))
      (<= (+ shortsJoint ($Positive (- (+ contractsA contractsB))))
          (+ shortsA ($Positive (- contractsA)) shortsB ($Positive (- contractsB))))))
; With a floor that is one more, each short contract costs one more.
(property FloorOfJoint
  (=> (and (<= floorJoint (+ floorA floorB)) (<= shortsJoint (+ shortsA shortsB)))
      (<= (+ floorJoint shortsJoint) (+ floorA shortsA floorB shortsB))))
(property GroupMarginOfJoint
  (=> (and (<= lossJoint (+ lossA lossB)) (<= floorJoint (+ floorA floorB)))
      (<= ($Max lossJoint floorJoint) (+ ($Max lossA floorA) ($Max lossB floorB)))))
(property MarginOfJoint
  (=> (and (<= marginJoint (+ marginA marginB)) (<= lossJoint (+ lossA lossB)))
      (<= (+ marginJoint lossJoint) (+ marginA lossA marginB lossB))))
; A floor capped by the largest loss: both parts are subadditive, the margin is not.
(property CappedFloorIsNotSubadditive
  (and (<= 0 lossA) (<= 0 lossB) (<= 0 floorA) (<= 0 floorB)
       (<= lossJoint (+ lossA lossB)) (<= floorJoint (+ floorA floorB))
       (< (+ ($Min lossA floorA) ($Min lossB floorB)) ($Min lossJoint floorJoint))))

(layer netting
  (shows "Two positions together need no more margin than apart.")
  (fragment linear)
  (sees)
  (axioms)
  (assumes)
  (inductive)
  (implies WorstLossOfJoint ShortsOfJoint FloorOfJoint GroupMarginOfJoint MarginOfJoint)
  (witnesses CappedFloorIsNotSubadditive)
  (actions)
  (stutters))

; The band: `below' is P * (Whole - r) and `above' is P * (Whole + r) for the present price P and a
; rate r from 0 to Whole; with a rate that is one more they are P less and P more.
(constant price Int)
(constant below Int)
(constant above Int)
(define $BandLow ((n Int)) (div n 10000))
(define $BandHigh ((n Int)) ($Min maxPrice (- (div (- n) 10000))))
(axiom PriceIsInRange (and (<= 1 price) (<= price maxPrice)))
(axiom RateIsInRange
  (and (<= 0 below) (<= below (* 10000 price)) (<= (* 10000 price) above)))

; Losses over a band and over a wider one, at the prices so far.
(constant lossNarrow Int)
(constant lossWide Int)
(constant floorNarrow Int)
(constant floorWide Int)

(property BandHasPrice (and (<= ($BandLow below) price) (<= price ($BandHigh above))))
(property BandIsInRange (and (<= 0 ($BandLow below)) (<= ($BandHigh above) maxPrice)))
(property HigherRateIsWider
  (and (<= ($BandLow (- below price)) ($BandLow below))
       (<= ($BandHigh above) ($BandHigh (+ above price)))))
(property PriceInBothBands
  (=> (<= lossNarrow lossWide) (<= ($Max lossNarrow (- value)) ($Max lossWide (- value)))))
(property PriceInWiderBand
  (=> (<= lossNarrow lossWide) (<= lossNarrow ($Max lossWide (- value)))))
; MarginsAreOrdered, group by group.
(property GroupMarginsAreOrdered
  (=> (and (<= lossNarrow lossWide) (<= floorNarrow floorWide))
      (<= ($Max lossNarrow floorNarrow) ($Max lossWide floorWide))))

(layer band
  (shows "The band has the price in it, and a higher rate asks for no less (MarginsAreOrdered).")
  (fragment linear)
  (sees)
  (axioms PriceIsInRange RateIsInRange)
  (assumes)
  (inductive)
  (implies BandHasPrice BandIsInRange HigherRateIsWider PriceInBothBands PriceInWiderBand
    GroupMarginsAreOrdered)
  (actions)
  (stutters))
