package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;

/** Quorums, views, proposals and commits go wrong. */
final class OrderingFaults {

    private OrderingFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("quorum-of-half", Area.ORDERING,
                        "half of the weight is a quorum",
                        edit("base/ValidatorSet",
                                "this.quorumWeight = 2 * totalWeight / 3 + 1;",
                                "this.quorumWeight = totalWeight / 2;"))
                        .shownBy(Run.ordering("calm", 0),
                                "S \\in Quorums"),
                Fault.of("quorum-of-two-thirds", Area.ORDERING,
                        "two thirds of the weight are a quorum: >= for >",
                        edit("base/ValidatorSet",
                                "this.quorumWeight = 2 * totalWeight / 3 + 1;",
                                "this.quorumWeight = (2 * totalWeight + 2) / 3;"))
                        .shownBy(Run.ordering("random", 2),
                                "S \\in Quorums"),
                Fault.of("quorum-by-count", Area.ORDERING,
                        "validators are counted, whatever their weight",
                        edit("base/ValidatorSet",
                                "return weightOf(ids) >= quorumWeight;",
                                "return 3 * ids.size() > 2 * validators.size();"),
                        edit("consensus/Guards",
                                "weight += validators.weightOf(endorsement.signer());",
                                "weight++;"),
                        edit("consensus/Guards",
                                "return weight >= validators.quorumWeight();",
                                "return 3 * weight > 2 * validators.size();"))
                        .shownBy(Run.ordering("random", 1),
                                "S \\in Quorums"),
                Fault.of("counts-all-votes-of-a-kind", Area.ORDERING,
                        "votes for two blocks of a view are counted together",
                        edit("consensus/VoteBook",
                                "if (slot.first().statement().equals(statement)) {",
                                "if (slot.first().kind() == statement.kind()) {"))
                        .shownBy(Run.ordering("equivocation", 0),
                                "\\A i \\in signers: VoteFor(i, c) \\in msgs"),
                Fault.of("counts-a-vote-twice", Area.ORDERING,
                        "a vote that is here already is taken in again",
                        edit("consensus/Reception",
                                "return isWelcome(s, vote) && s.votes().isNews(vote)",
                                "return isWelcome(s, vote)"))
                        .shownBy(Run.ordering("lossy", 0),
                                "m \\notin received[i]"),
                Fault.of("signatures-not-checked", Area.ORDERING,
                        "whatever bears the name of a validator is believed",
                        edit("consensus/SignatureChecks",
                                "return "
                                        + "scheme.verify(validators.keyOf(signer), "
                                        + "signed, signature)",
                                "return signer.index() >= 0"))
                        .shownBy(Run.ordering("random", 1),
                                "m.signer \\in Honest => m \\in messages"),
                Fault.of("leaves-view-by-timer", Area.ORDERING,
                        "enters the next view when the timer runs out, without "
                                + "a certificate",
                        edit("consensus/Rules",
                                "View v = s.certificates().highestView().next();",
                                "View v = s.round().viewTimerFired() ? "
                                        + "s.view().next() : "
                                        + "s.certificates().highestView().next();"),
                        edit("consensus/Guards",
                                "&& s.view().compareTo(v) < 0 && "
                                        + "!s.certificates().at(v.previous()).isEmpty();",
                                "&& s.view().compareTo(v) < 0;"))
                        .shownBy(Run.ordering("random", 2),
                                "v - 1 \\in {c.view: c \\in certificates[i]}"),
                Fault.of("skips-a-view", Area.ORDERING,
                        "enters the view after the next one",
                        edit("consensus/Rules",
                                "View v = s.certificates().highestView().next();",
                                "View v = "
                                        + "s.certificates().highestView().next(); v = "
                                        + "v.number() % 4 == 3 ? v.next() : v;"),
                        edit("consensus/Guards",
                                "&& s.view().compareTo(v) < 0 && "
                                        + "!s.certificates().at(v.previous()).isEmpty();",
                                "&& s.view().compareTo(v) < 0;"))
                        .shownBy(Run.ordering("equivocation", 0),
                                "v - 1 \\in {c.view: c \\in certificates[i]}"),
                Fault.of("anyone-proposes", Area.ORDERING,
                        "proposes without being the leader",
                        edit("consensus/Guards",
                                "&& s.self().equals(s.round().leader())",
                                ""),
                        edit("consensus/Rules",
                                "if (!s.self().equals(s.round().leader())) { "
                                        + "return Optional.empty(); }",
                                ""))
                        .shownBy(Run.ordering("calm", 0),
                                "i = Leader[b.view]"),
                Fault.of("proposes-twice", Area.ORDERING,
                        "the leader signs its proposal again",
                        edit("consensus/Guards",
                                "&& !s.own().hasSigned(b.view(), Kind.PROPOSE)",
                                "&& (!s.own().hasSigned(b.view(), "
                                        + "Kind.PROPOSE) || s.own().pending().isEmpty() "
                                        + "&& s.own().durableAt(b.view()).size() < 3)"))
                        .shownBy(Run.ordering("calm", 0),
                                "~HasSigned(i, b.view, \"propose\")"),
                Fault.of("proposes-on-committed", Area.ORDERING,
                        "the leader extends what it committed, whatever is "
                                + "notarized since",
                        edit("consensus/Rules",
                                "for (Certificate notarization : "
                                        + "s.certificates().notarizationsDownward()) { "
                                        + "Block block = notarization.block(); if "
                                        + "(block.view().compareTo(s.view()) < 0) {",
                                "if (s.view().number() > 0) { return "
                                        + "Optional.of(s.committed()); } for "
                                        + "(Certificate notarization : "
                                        + "s.certificates().notarizationsDownward()) { "
                                        + "Block block = notarization.block(); if "
                                        + "(block.view().compareTo(s.view()) < 0) {"),
                        edit("consensus/Guards",
                                "&& extendsNotarized(s, b) && "
                                        + "s.certificates().highestNotarizedBelow(b.view()"
                                        + ").compareTo(b.parentView()) <= 0;",
                                ";"))
                        .shownBy(Run.ordering("calm", 0),
                                "Holds"),
                Fault.of("proposes-on-lower-parent", Area.ORDERING,
                        "the leader passes by the highest notarized block if "
                                + "its view was nullified too",
                        edit("consensus/Rules",
                                "for (Certificate notarization : "
                                        + "s.certificates().notarizationsDownward()) { "
                                        + "Block block = notarization.block(); if "
                                        + "(block.view().compareTo(s.view()) < 0) {",
                                "List<Certificate> upward = "
                                        + "s.certificates().notarizationsDownward().revers"
                                        + "ed(); for (Certificate notarization : upward) "
                                        + "{ Block block = notarization.block(); if "
                                        + "(block.view().compareTo(s.view()) < 0 && "
                                        + "s.certificates().firstNotNullified(block.view()"
                                        + ", s.view()).equals(s.view())) {"),
                        edit("consensus/Guards",
                                "&& extendsNotarized(s, b) && "
                                        + "s.certificates().highestNotarizedBelow(b.view()"
                                        + ").compareTo(b.parentView()) <= 0;",
                                "&& extendsNotarized(s, b);"))
                        .shownBy(Run.ordering("halves", 0),
                                "CanPropose"),
                Fault.of("commits-notarized", Area.ORDERING,
                        "takes a notarization for a finalization",
                        edit("consensus/CertificateStore",
                                "boolean isHigher = certificate.kind() == Kind.FINALIZE",
                                "boolean isHigher = certificate.kind() != Kind.NULLIFY"),
                        edit("consensus/Transitions",
                                "boolean finalizesMore = c.kind() == Kind.FINALIZE",
                                "boolean finalizesMore = c.kind() != Kind.NULLIFY"),
                        edit("consensus/Guards",
                                "&& "
                                        + "s.certificates().holds(Statement.finalization(p"
                                        + "ath.get(path.size() - 1)));",
                                "&& "
                                        + "s.certificates().finalization().block().equals("
                                        + "path.get(path.size() - 1));"))
                        .shownBy(Run.ordering("calm", 0),
                                "c \\in certificates[i]"),
                Fault.of("commit-skips-blocks", Area.ORDERING,
                        "commits a final block without those below it",
                        edit("consensus/Chain",
                                "? Optional.of(path.blocks()) : Optional.empty();",
                                "? "
                                        + "Optional.of(List.of(path.blocks().getLast())) "
                                        + ": Optional.empty();"),
                        edit("consensus/Guards",
                                "&& s.committed().isParentOf(path.get(0))",
                                ""))
                        .shownBy(Run.ordering("random", 15),
                                "a.digest = b.parent"),
                Fault.of("commits-again", Area.ORDERING,
                        "commits the block below once more, with what follows it",
                        edit("consensus/Transitions",
                                "out.add(new Event.Commit(path, next.committed()));",
                                "List<Block> all = new "
                                        + "java.util.ArrayList<>(path); all.add(0, "
                                        + "s.committed()); out.add(new Event.Commit(all, "
                                        + "next.committed()));"))
                        .shownBy(Run.ordering("calm", 0),
                                "a.digest = b.parent"),
                Fault.of("takes-any-certificate-for-nullification", Area.ORDERING,
                        "takes any certificate of a view for its nullification",
                        edit("consensus/CertificateStore",
                                "for (Certificate held : at(view)) { if "
                                        + "(held.kind() == Kind.NULLIFY) {",
                                "for (Certificate held : at(view)) { if "
                                        + "(held.view().equals(view)) {"))
                        .shownBy(Run.ordering("random", 17),
                                "Holds"),
                Fault.of("goes-back", Area.ORDERING,
                        "goes back to an earlier view when the timer runs out",
                        edit("consensus/Rules",
                                "View v = s.certificates().highestView().next();",
                                "View back = "
                                        + "s.certificates().finalizedView().next(); View "
                                        + "v = s.round().viewTimerFired() && "
                                        + "back.compareTo(s.view()) < 0 ? back : "
                                        + "s.certificates().highestView().next();"),
                        edit("consensus/Guards",
                                "&& s.view().compareTo(v) < 0",
                                "&& !s.view().equals(v)"))
                        .shownBy(Run.ordering("random", 2),
                                "view[i] < v",
                                "CanEnterView"));
    }
}
