package org.quittance.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quittance.proofs.condition.AttackMaker;
import org.quittance.proofs.mutant.MutantRunner.Verdict;
import org.quittance.proofs.mutant.NotNeeded;
import org.quittance.proofs.run.Proof;
import org.quittance.proofs.run.Report;
import org.quittance.proofs.run.Session;
import org.quittance.proofs.run.Session.Mutants;

/** The proof holds, for both solvers, and everyday mutants of it do not. */
class ProofTest {

    private static final int LIMIT = 20_000;

    @Test
    void holds() throws IOException {
        Proof proof = Proof.read(Tiny.FOLDER);
        NotNeeded list = NotNeeded.read(Tiny.FOLDER.resolve("not-needed.tsv"));
        Report report =
                new Session(Tiny.solvers(), LIMIT).run(proof, Mutants.EVERYDAY, list);
        assertThat(report.failures()).isEmpty();
        assertThat(report.rows()).hasSizeGreaterThan(300);
        assertThat(report.verdicts().stream().filter(Verdict::isKilled)).hasSizeGreaterThan(140);
        Set<String> attacks = report.rows().stream().map(row -> row.condition())
                .filter(condition -> condition.layer().equals(AttackMaker.LAYER))
                .map(condition -> condition.goal()).collect(Collectors.toSet());
        assertThat(attacks).contains("NotarizeTwice", "FinalizeAfterNullify",
                "NullifyAfterFinalize", "NotarizeAfterFinalize", "FinalizeOther", "ParentGap",
                "VoteLostInCrash", "QuorumOfHalf", "AttestTwice", "ForkOfTheGuilty");
    }

    @Test
    void showsWhatItIsFor() throws IOException {
        List<String> goals = Proof.read(Tiny.FOLDER).conditions().stream()
                .map(condition -> condition.goal()).toList();
        assertThat(goals).contains("Agreement", "CommittedChains", "NoHonestEvidence",
                "Accountability", "DurableVotes", "QuorumsShareMoreThanAThird",
                "NoLesserQuorumWillDo", "QuittanceAgreement", "AttestationAccountability",
                "NoHonestAttestationEvidence", "Validity", "WorstLossIsExact", "MarginOfJoint",
                "HaircutIsLast", "ClearConserves", "ObligationsSumToZero");
    }
}
