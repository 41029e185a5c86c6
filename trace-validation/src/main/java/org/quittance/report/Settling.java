package org.quittance.report;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.report.story.SettlementStory;
import org.quittance.report.story.SystemStory;

/**
 * What is known of the market of a run and of its quittances. What is absent was not there.
 *
 * @param settlement the validated settlement trace
 * @param settlementControl its broken copy
 * @param system the validated system trace
 * @param systemControl its broken copy
 * @param story what the settlement trace tells
 * @param replicas what the system trace tells
 * @param absent why there is no story; empty if there is one
 */
public record Settling(
        @Nullable TraceCheck settlement,
        @Nullable TraceCheck settlementControl,
        @Nullable TraceCheck system,
        @Nullable TraceCheck systemControl,
        @Nullable SettlementStory story,
        @Nullable SystemStory replicas,
        String absent) {

    /** The traces that were validated, each with its broken copy if that was too. */
    List<Checked> checked() {
        List<Checked> checked = new ArrayList<>();
        if (settlement != null) {
            checked.add(new Checked(SettlementStory.SPEC, settlement, settlementControl));
        }
        if (system != null) {
            checked.add(new Checked(SystemStory.SPEC, system, systemControl));
        }
        return checked;
    }

    /** A validated trace of a spec. */
    record Checked(String spec, TraceCheck trace, @Nullable TraceCheck control) {}
}
