package org.quittance.sim.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.quittance.core.base.View;
import org.quittance.core.consensus.Event;
import org.quittance.core.message.Block;
import org.quittance.core.message.Certificate;
import org.quittance.core.message.Kind;

/**
 * Names the ways in which one replica takes its actions where they matter, so that it can be seen
 * whether runs took them all.
 */
public final class Variants {

    public static final String BY_FINALIZATION = "EnterView by finalization only";
    public static final String SKIPPING = "EnterView skipping views";
    public static final String AFTER_NULLIFICATION = "EnterView after nullification";
    public static final String SEVERAL = "Commit of several blocks";
    public static final String ACROSS = "Commit across skipped views";
    public static final String AFTER_NOTARIZE = "Nullify after Notarize";
    public static final String LATE = "Finalize of an earlier view";
    public static final String WITHOUT_NOTARIZE = "Finalize without Notarize";
    public static final String VOTES_KEPT = "Restart with own messages above the tip";
    public static final String AT_GENESIS = "Restart at genesis";

    /** All names. */
    public static final List<String> ALL = List.of(BY_FINALIZATION, SKIPPING, AFTER_NULLIFICATION,
            SEVERAL, ACROSS, AFTER_NOTARIZE, LATE, WITHOUT_NOTARIZE, VOTES_KEPT, AT_GENESIS);

    private final Map<View, Set<Kind>> held = new HashMap<>();
    private final Set<View> notarized = new HashSet<>();
    private View view = new View(1);

    /** Tells the names that fit the next event of this replica. */
    void of(Event event, Consumer<String> names) {
        switch (event) {
            case Event.HoldCertificate hold -> hold(hold.certificate());
            case Event.EnterView(View entered) -> entered(entered, names);
            case Event.Notarize notarize -> notarized.add(notarize.block().view());
            case Event.Nullify nullify ->
                    tell(notarized.contains(nullify.view()), AFTER_NOTARIZE, names);
            case Event.Finalize vote -> {
                View voted = vote.block().view();
                tell(voted.compareTo(view) < 0, LATE, names);
                tell(!notarized.contains(voted), WITHOUT_NOTARIZE, names);
            }
            case Event.Commit(List<Block> path, Block committed) -> {
                tell(path.size() > 1, SEVERAL, names);
                tell(path.stream().anyMatch(block ->
                        !block.parentView().next().equals(block.view())), ACROSS, names);
            }
            case Event.Restart restart -> {
                held.clear();
                restart.kept().forEach(this::hold);
                view = restart.view();
                tell(!restart.durable().isEmpty(), VOTES_KEPT, names);
                tell(restart.tip().view().isGenesis(), AT_GENESIS, names);
            }
            case Event.Receive receive -> { }
            case Event.Propose propose -> { }
            case Event.Persist persist -> { }
            case Event.Crash crash -> { }
        }
    }

    private void hold(Certificate certificate) {
        held.computeIfAbsent(certificate.view(), key -> new HashSet<>()).add(certificate.kind());
    }

    private void entered(View entered, Consumer<String> names) {
        Set<Kind> before = held.getOrDefault(entered.previous(), Set.of());
        tell(before.equals(Set.of(Kind.FINALIZE)), BY_FINALIZATION, names);
        tell(before.equals(Set.of(Kind.NULLIFY)), AFTER_NULLIFICATION, names);
        tell(view.next().compareTo(entered) < 0, SKIPPING, names);
        view = entered;
    }

    private static void tell(boolean fits, String name, Consumer<String> names) {
        if (fits) {
            names.accept(name);
        }
    }
}
