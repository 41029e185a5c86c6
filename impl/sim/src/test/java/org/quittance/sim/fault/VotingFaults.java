package org.quittance.sim.fault;

import static org.quittance.sim.fault.Fault.edit;

import java.util.List;
import org.quittance.sim.check.Property;

/** A validator votes for what it must not vote for. */
final class VotingFaults {

    private VotingFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("notarizes-twice", Area.ORDERING,
                        "votes for both blocks of a leader that made two",
                        edit("consensus/Rules",
                                "return offer != null && Guards.canNotarize(s, "
                                        + "offer.first())",
                                "if (offer != null && offer.second() != null "
                                        + "&& Guards.canNotarize(s, offer.second())) { "
                                        + "return Optional.of(Transitions.notarize(s, "
                                        + "offer.second(), out)); } return offer != null "
                                        + "&& Guards.canNotarize(s, offer.first())"),
                        edit("consensus/Guards",
                                "s.proposals().isFirst(b) && "
                                        + "s.proposals().isValid(b) && "
                                        + "!s.own().hasSigned(b.view(), Kind.NOTARIZE)",
                                "s.proposals().at(b.view()) != null && "
                                        + "java.util.stream.Stream.concat(s.pending().stre"
                                        + "am(), s.durable().stream()) .noneMatch(m -> "
                                        + "m.statement().equals(Statement.notarize(b)))"))
                        .shownBy(Run.ordering(Run.CRASHES, 2),
                                "~HasSigned(i, b.view, \"notarize\")"),
                Fault.of("notarizes-after-nullify", Area.ORDERING,
                        "votes to notarize in a view that it gave up",
                        edit("consensus/Guards",
                                "&& !s.own().hasSigned(b.view(), "
                                        + "Kind.NOTARIZE) && "
                                        + "!s.own().hasSigned(b.view(), Kind.NULLIFY)",
                                "&& !s.own().hasSigned(b.view(), Kind.NOTARIZE)"))
                        .shownBy(Run.ordering(Run.CRASHES, 2),
                                "~HasSigned(i, b.view, \"nullify\")"),
                Fault.of("notarizes-on-any-parent", Area.ORDERING,
                        "votes for a block whose parent isn't known to be notarized",
                        edit("consensus/Guards",
                                "return "
                                        + "s.certificates().holdsNotarizationOfParentOf(b)"
                                        + " && s.certificates()",
                                "return s.certificates()"))
                        .shownBy(Run.ordering("random", 26),
                                "\\E c \\in certificates[i]: c.kind = \"notarize\" "
                                        + "/\\ IsParent(c.block, b)"),
                Fault.of("notarizes-over-a-gap", Area.ORDERING,
                        "votes for a block though a view between it and its "
                                + "parent may not be nullified",
                        edit("consensus/Guards",
                                "return "
                                        + "s.certificates().holdsNotarizationOfParentOf(b)"
                                        + " && "
                                        + "s.certificates().firstNotNullified(b.parentView"
                                        + "(), b.view()).equals(b.view());",
                                "return "
                                        + "s.certificates().holdsNotarizationOfParentOf(b);"))
                        .shownBy(Run.ordering("random", 17),
                                "Holds"),
                Fault.of("notarizes-invalid", Area.ORDERING,
                        "votes for a block with an invalid payload",
                        edit("consensus/Guards",
                                "&& s.proposals().isValid(b)",
                                ""))
                        .shownBy(Run.ordering("random", 13),
                                "b.valid",
                                "CanNotarize"),
                Fault.of("nullifies-twice", Area.ORDERING,
                        "votes twice to give up a view",
                        edit("consensus/Guards",
                                "&& !s.own().hasSigned(v, Kind.NULLIFY) && "
                                        + "!s.own().hasSigned(v, Kind.FINALIZE);",
                                "&& (!s.own().hasSigned(v, Kind.NULLIFY) || "
                                        + "s.own().pending().isEmpty() && "
                                        + "s.own().durableAt(v).size() < 3) && "
                                        + "!s.own().hasSigned(v, Kind.FINALIZE);"))
                        .shownBy(Run.ordering(Run.CRASHES, 2),
                                "~HasSigned(i, v, \"nullify\")"),
                Fault.of("nullifies-the-view-before", Area.ORDERING,
                        "gives up the view before the current one",
                        edit("consensus/Rules",
                                "return Guards.canNullify(s, s.view()) && "
                                        + "hasReasonToNullify(s) ? "
                                        + "Optional.of(Transitions.nullify(s, s.view(), out))",
                                "View v = s.view().previous(); return "
                                        + "!v.isGenesis() && Guards.canNullify(s, v) && "
                                        + "hasReasonToNullify(s) ? "
                                        + "Optional.of(Transitions.nullify(s, v, out))"),
                        edit("consensus/Guards",
                                "return v.equals(s.view()) && "
                                        + "!s.own().hasSigned(v, Kind.NULLIFY)",
                                "return !s.own().hasSigned(v, Kind.NULLIFY)"))
                        .shownBy(Run.ordering("random", 1),
                                "v = view[i]",
                                "CanNullify"),
                Fault.of("finalizes-after-nullify", Area.ORDERING,
                        "votes to finalize in a view that it gave up",
                        edit("consensus/Guards",
                                "&& !s.own().hasSigned(b.view(), Kind.NULLIFY) "
                                        + "&& !s.own().hasSigned(b.view(), "
                                        + "Kind.FINALIZE) && s.own().notarizedNothingBut(b)",
                                "&& !s.own().hasSigned(b.view(), Kind.FINALIZE)"))
                        .shownBy(Run.ordering("equivocation", 0),
                                "CanFinalize")
                        .breaking(Property.FINALIZED_NOT_NULLIFIED,
                                "view"),
                Fault.of("finalizes-against-its-vote", Area.ORDERING,
                        "votes to finalize another block than it voted to notarize",
                        edit("consensus/Guards",
                                "&& s.own().notarizedNothingBut(b)",
                                ""),
                        edit("consensus/Guards",
                                "&& !s.proposals().hasTwo(b.view())",
                                ""))
                        .shownBy(Run.ordering("equivocation", 0),
                                "CanFinalize"),
                Fault.of("finalizes-an-equivocators-block", Area.ORDERING,
                        "votes to finalize the block of a leader that made two",
                        edit("consensus/Guards",
                                "&& !s.proposals().hasTwo(b.view())",
                                ""))
                        .shownBy(Run.ordering("random", 17),
                                "SawNoEquivocation"),
                Fault.of("finalizes-without-notarization", Area.ORDERING,
                        "votes to finalize what is proposed, notarized or not",
                        edit("consensus/Rules",
                                "static Optional<State> finalizeBlock(State s, "
                                        + "Outbox out) {",
                                "static Optional<State> finalizeBlock(State s, "
                                        + "Outbox out) { ProposalBook.@Nullable Offer "
                                        + "offer = s.proposals().at(s.view()); if (offer "
                                        + "!= null && Guards.canFinalize(s, "
                                        + "offer.first())) { return "
                                        + "Optional.of(Transitions.finalizeBlock(s, "
                                        + "offer.first(), out)); }"),
                        edit("consensus/Guards",
                                "&& s.certificates().holds(Statement.notarize(b))",
                                ""))
                        .shownBy(Run.ordering("calm", 0),
                                "c \\in certificates[i]"),
                Fault.of("notarizes-late", Area.ORDERING,
                        "votes for a proposal of the view before the current one",
                        edit("consensus/Rules",
                                "ProposalBook.@Nullable Offer offer = "
                                        + "s.proposals().at(s.view()); return offer != "
                                        + "null && Guards",
                                "ProposalBook.@Nullable Offer late = "
                                        + "s.proposals().at(s.view().previous()); if "
                                        + "(late != null && Guards.canNotarize(s, "
                                        + "late.first())) { return "
                                        + "Optional.of(Transitions.notarize(s, "
                                        + "late.first(), out)); } ProposalBook.@Nullable "
                                        + "Offer offer = s.proposals().at(s.view()); "
                                        + "return offer != null && Guards"),
                        edit("consensus/Guards",
                                "return b.view().equals(s.view()) && "
                                        + "s.proposals().isFirst(b)",
                                "return s.proposals().isFirst(b)"))
                        .shownBy(Run.ordering("random", 67),
                                "b.view = view[i]"));
    }
}
