; Validators, views, blocks and votes, of which there may be any number: what of them never changes.
;
; A vote is what is signed: a kind, a view and a block, without the signer, as a certificate of the
; specs is (Messages.tla). So (messages n x) reads: n's vote x has been sent; (certificates i x): i
; holds the certificate that votes x make. Proposals are votes of a kind that makes no certificate.

(sort Validator)
(sort Quorum)
(sort View)
(sort Block)
(sort Vote)

(constant zero View)
(constant one View)
(constant Genesis Block)

(fixed honest (Validator))
(fixed member (Validator Quorum))
(fixed leader (View Validator))
(fixed leq (View View))
(fixed valid (Block))
(fixed viewOf (Block View))       ; b.view = v
(fixed IsParent (Block Block))
(fixed ancestor (Block Block))    ; a \in Ancestors[b]
(fixed isPropose (Vote))
(fixed isNotarize (Vote))
(fixed isNullify (Vote))
(fixed isFinalize (Vote))
(fixed inView (Vote View))        ; x.view = v
(fixed forBlock (Vote Block))     ; x.block = b; a vote to nullify has none

(define below ((v View) (w View)) (and (leq v w) (not (= v w))))

(axiom ViewsAreTotal (forall ((v View) (w View)) (or (leq v w) (leq w v))))
(axiom ViewsAreAntisymmetric
  (forall ((v View) (w View)) (=> (and (leq v w) (leq w v)) (= v w))))
(axiom ViewsAreTransitive
  (forall ((u View) (v View) (w View)) (=> (and (leq u v) (leq v w)) (leq u w))))
(axiom ZeroIsFirst (forall ((v View)) (leq zero v)))
(axiom OneIsNotZero (not (= one zero)))

(axiom OneViewOfBlock
  (forall ((b Block) (v View) (w View)) (=> (and (viewOf b v) (viewOf b w)) (= v w))))
(axiom OneViewOfVote
  (forall ((x Vote) (v View) (w View)) (=> (and (inView x v) (inView x w)) (= v w))))
(axiom OneBlockOfVote
  (forall ((x Vote) (b Block) (c Block)) (=> (and (forBlock x b) (forBlock x c)) (= b c))))
(axiom VotesInViewOfBlock
  (forall ((x Vote) (b Block) (v View)) (=> (and (forBlock x b) (inView x v)) (viewOf b v))))
(axiom VotesHaveViewOfBlock
  (forall ((x Vote) (b Block) (v View)) (=> (and (forBlock x b) (viewOf b v)) (inView x v))))
(axiom NotarizeIsNoFinalize (forall ((x Vote)) (not (and (isNotarize x) (isFinalize x)))))
(axiom NotarizeIsNoNullify (forall ((x Vote)) (not (and (isNotarize x) (isNullify x)))))
(axiom NullifyIsNoFinalize (forall ((x Vote)) (not (and (isNullify x) (isFinalize x)))))
(axiom ProposeIsNoVote
  (forall ((x Vote))
    (=> (isPropose x) (not (or (isNotarize x) (isNullify x) (isFinalize x))))))

; Blocks.tla, BlocksAreATree.
(axiom GenesisInViewZero (viewOf Genesis zero))
(axiom OnlyGenesisInViewZero (forall ((b Block)) (=> (viewOf b zero) (= b Genesis))))
(axiom GenesisHasNotarization (exists ((x Vote)) (and (isNotarize x) (forBlock x Genesis))))
(axiom GenesisHasFinalization (exists ((x Vote)) (and (isFinalize x) (forBlock x Genesis))))
(axiom ParentIsBelow
  (forall ((a Block) (b Block) (v View) (w View))
    (=> (and (IsParent a b) (viewOf a v) (viewOf b w)) (below v w))))
(axiom OneParent
  (forall ((a Block) (b Block) (c Block)) (=> (and (IsParent a c) (IsParent b c)) (= a b))))

; Any preorder that contains IsParent will do for most; what else Ancestors is, is said where needed.
(axiom AncestorOfItself (forall ((b Block)) (ancestor b b)))
(axiom AncestorsOfAncestors
  (forall ((a Block) (b Block) (c Block)) (=> (and (ancestor a b) (ancestor b c)) (ancestor a c))))
(axiom ParentsAreAncestors (forall ((a Block) (b Block)) (=> (IsParent a b) (ancestor a b))))
(axiom AncestorsAreAChain
  (forall ((a Block) (b Block) (c Block))
    (=> (and (ancestor a c) (ancestor b c)) (or (ancestor a b) (ancestor b a)))))

; What weights give; the layer of stake has it from arithmetic.
(axiom QuorumsShareHonest
  (forall ((p Quorum) (q Quorum))
    (exists ((n Validator)) (and (member n p) (member n q) (honest n)))))

; Evidence.tla, IsEvidence, pair by pair.
(define Pair1 ((x Vote) (y Vote))
  (exists ((v View) (b Block) (c Block))
    (and (isNotarize x) (isNotarize y) (inView x v) (inView y v)
         (forBlock x b) (forBlock y c) (not (= b c)))))
(define Pair2 ((x Vote) (y Vote))
  (exists ((v View) (b Block) (c Block))
    (and (isFinalize x) (isFinalize y) (inView x v) (inView y v)
         (forBlock x b) (forBlock y c) (not (= b c)))))
(define Pair3 ((x Vote) (y Vote))
  (exists ((v View)) (and (isNullify x) (isFinalize y) (inView x v) (inView y v))))
(define Pair4 ((x Vote) (y Vote))
  (exists ((v View) (b Block) (c Block))
    (and (isNotarize x) (isFinalize y) (inView x v) (inView y v)
         (forBlock x b) (forBlock y c) (not (= b c)))))
