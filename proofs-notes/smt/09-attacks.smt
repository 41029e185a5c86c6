; Runs that do harm if one guard is missing, step by step. Each is asked for twice: without the
; guard it must be possible, with it impossible, whatever its validators, blocks and quorums are.
; Names are fixed for a run and begin with a capital letter; equal names are equal things.
(include "lib/simplex.smt")

; To send is not to write: what Persist does in one step, done in two by a validator that might
; forget to write first.
(action SendAlone ((i Validator) (x Vote))
  (where (honest i))
  (guard running (up i))
  (guard signed (Signed i x))
  (guard durable (durable i x))
  (set messages ((n Validator) (y Vote)) (or (messages n y) (and (= n i) (= y x)))))

(attack NotarizeTwice
  (shows "A correct validator votes for two blocks of one view.")
  (axioms OneViewOfVote OneBlockOfVote VotesInViewOfBlock ProposeIsNoVote)
  (without "Notarize.notNotarized")
  (run
    (ByzantineSend)
    (Notarize I X1 B1 one Genesis zero C L P1)
    (Persist I X1)
    (Notarize I X2 B2 one Genesis zero C L P2)
    (Persist I X2))
  (goal (and (messages I X1) (messages I X2) (Pair1 X1 X2))))

(attack FinalizeAfterNullify
  (shows "A correct validator gives up a view, and then votes to finalize in it.")
  (axioms OneViewOfVote OneBlockOfVote NotarizeIsNoFinalize NotarizeIsNoNullify NullifyIsNoFinalize)
  (without "Finalize.notNullified")
  (run
    (ByzantineSend)
    (HoldCertificate I C1 Q)
    (Nullify I Y one)
    (Finalize I F B1 one C1)
    (Persist I Y)
    (Persist I F))
  (goal (and (messages I Y) (messages I F) (Pair3 Y F))))

(attack NullifyAfterFinalize
  (shows "A correct validator votes to finalize in a view, and then gives it up.")
  (axioms OneViewOfVote OneBlockOfVote NotarizeIsNoFinalize NotarizeIsNoNullify NullifyIsNoFinalize)
  (without "Nullify.notFinalized")
  (run
    (ByzantineSend)
    (HoldCertificate I C1 Q)
    (Finalize I F B1 one C1)
    (Nullify I Y one)
    (Persist I F)
    (Persist I Y))
  (goal (and (messages I Y) (messages I F) (Pair3 Y F))))

(attack NotarizeAfterFinalize
  (shows "A Byzantine leader frames a correct validator that finalized one block: pair 4.")
  (axioms OneViewOfVote OneBlockOfVote VotesInViewOfBlock ProposeIsNoVote
    NotarizeIsNoFinalize NotarizeIsNoNullify NullifyIsNoFinalize)
  (without "Notarize.notFinalized")
  (run
    (ByzantineSend)
    (HoldCertificate I C1 Q)
    (Finalize I F B1 one C1)
    (Notarize I X2 B2 one Genesis zero C L P2)
    (Persist I F)
    (Persist I X2))
  (goal (and (messages I X2) (messages I F) (Pair4 X2 F))))

(attack FinalizeOther
  (shows "A correct validator votes to notarize one block, and to finalize another: pair 4.")
  (axioms OneViewOfVote OneBlockOfVote VotesInViewOfBlock ProposeIsNoVote
    NotarizeIsNoFinalize NotarizeIsNoNullify NullifyIsNoFinalize)
  (without "Finalize.noOther")
  (run
    (ByzantineSend)
    (Notarize I X2 B2 one Genesis zero C L P2)
    (HoldCertificate I C1 Q)
    (Finalize I F B1 one C1)
    (Persist I X2)
    (Persist I F))
  (goal (and (messages I X2) (messages I F) (Pair4 X2 F))))

; One validator is enough for this one: all quorums are itself.
(attack ParentGap
  (shows "A block skips a view that nobody nullified, and with it a final block: a fork.")
  (axioms ViewsAreTotal ViewsAreAntisymmetric ViewsAreTransitive ZeroIsFirst OneIsNotZero
    OneViewOfBlock OneViewOfVote OneBlockOfVote VotesInViewOfBlock VotesHaveViewOfBlock
    NotarizeIsNoFinalize NotarizeIsNoNullify NullifyIsNoFinalize ProposeIsNoVote
    GenesisInViewZero OnlyGenesisInViewZero GenesisHasNotarization GenesisHasFinalization
    ParentIsBelow OneParent AncestorOfItself AncestorsOfAncestors ParentsAreAncestors
    AncestorsAreAChain QuorumsShareHonest)
  (without "Notarize.gap")
  (run
    (ByzantineSend)
    (Notarize I X1 B1 one Genesis zero C L P1)
    (Persist I X1)
    (HoldCertificate I X1 Q)
    (Finalize I F1 B1 one X1)
    (Persist I F1)
    (EnterView I one Two)
    (Notarize I X2 B2 Two Genesis zero C L2 P2)
    (Persist I X2)
    (HoldCertificate I X2 Q)
    (Finalize I F2 B2 Two X2)
    (Persist I F2))
  (goal (and (Certified F1) (Certified F2) (not (ancestor B1 B2)) (not (ancestor B2 B1)))))

(attack VoteLostInCrash
  (shows "A vote is sent before it is written, lost in a crash, and contradicted afterwards.")
  (axioms OneViewOfVote OneBlockOfVote VotesInViewOfBlock ProposeIsNoVote GenesisHasFinalization)
  (without "SendAlone.durable")
  (run
    (ByzantineSend)
    (Notarize I X1 B1 one Genesis zero C L P1)
    (SendAlone I X1)
    (Crash I)
    (Restart I Genesis C0 Genesis zero zero)
    (Notarize I X2 B2 one Genesis zero C L P2)
    (Persist I X2))
  (goal (and (messages I X1) (messages I X2) (Pair1 X1 X2))))

(attack QuorumOfHalf
  (shows "Quorums that share nobody: each of two validators finalizes a block by itself.")
  (axioms ViewsAreTotal ViewsAreAntisymmetric ViewsAreTransitive ZeroIsFirst OneIsNotZero
    OneViewOfBlock OneViewOfVote OneBlockOfVote VotesInViewOfBlock VotesHaveViewOfBlock
    NotarizeIsNoFinalize NotarizeIsNoNullify NullifyIsNoFinalize ProposeIsNoVote
    GenesisInViewZero OnlyGenesisInViewZero GenesisHasNotarization GenesisHasFinalization
    ParentIsBelow OneParent AncestorOfItself AncestorsOfAncestors ParentsAreAncestors
    AncestorsAreAChain QuorumsShareHonest)
  (without "QuorumsShareHonest")
  (run
    (ByzantineSend)
    (Notarize I X1 B1 one Genesis zero C L P1)
    (Notarize J X2 B2 one Genesis zero C L P2)
    (Persist I X1)
    (Persist J X2)
    (HoldCertificate I X1 Q1)
    (HoldCertificate J X2 Q2)
    (Finalize I F1 B1 one X1)
    (Finalize J F2 B2 one X2)
    (Persist I F1)
    (Persist J F2))
  (goal (and (Certified F1) (Certified F2) (not (ancestor B1 B2)) (not (ancestor B2 B1)))))
