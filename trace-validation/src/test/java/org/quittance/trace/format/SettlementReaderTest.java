package org.quittance.trace.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.trace.Traces;
import org.quittance.trace.specs.SettlementFormat;
import org.quittance.trace.SettlementExample;

/** Whatever is not exactly the format of settlement traces is an error that names the field. */
class SettlementReaderTest {

    @TempDir private Path folder;

    @Test
    void readsAmountsOf64Bits() throws Exception {
        Trace trace = read(edited("'amount':5000000000", "'amount':9223372036854775807"));

        assertThat(trace.events().get(0).args().get("amount"))
                .isEqualTo(new Term.Amount(java.math.BigInteger.valueOf(Long.MAX_VALUE)));
        assertThat(trace.header().spec()).isEqualTo(SettlementFormat.SPEC);
        assertThat(trace.header().fields().fields()).containsOnlyKeys(
                "chainId", "parameters", "owners", "stakes", "cash");
    }

    @Test
    void kindsComeInTheOrderOfTheFormat() throws Exception {
        String evidence = "'usedEvidence':[[1,'vote',3],[1,'attestation',2],[2,'vote',1]]";

        assertThat(read(edited("'usedEvidence':[]", evidence)).events()).isNotEmpty();
    }

    /** What is written in the lines, what instead, and the field that the error names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'stakes':[1000000000000,; 'stakes':[; stakes",
                "'owners':[0,1,2,3]; 'owners':[0,1,2]; owners",
                "'Governors':2,; ; parameters.Governors",
                "'MaxOrders':10; 'MaxOrders':10,'Mood':1; parameters.Mood",
                "'cash':{'0':0,'1':0; 'cash':{'1':0,'0':0; cash.0",
                "'cash':{'0':0,'1':0; 'cash':{'00':0,'1':0; cash.00",
                "'cash':{'0':0,'1':0; 'cash':{'-1':0,'1':0; cash.-1",
                "'cash':{'0':0,'1':0; 'cash':{'0':null,'1':0; cash.0",
                "'cash':{'0':0,'1':0; 'cash':{'0':0.5,'1':0; cash.0",
                "'amount':5000000000; 'amount':9223372036854775808; args.amount",
                "'ext':7; 'ext':2147483648; args.ext",
                "'ext':7,; ; args.ext",
                "'signers':[0,1]; 'signers':[1,0]; args.signers[1]",
                "'signers':[0,1]; 'signers':[0,0]; args.signers[1]",
                "'right':'CALL'; 'right':'BOTH'; args.right",
                "'observed':[]; 'observed':[1.5]; post.groups.1.observed[0]",
                "'observed':[]; 'observed':{}; post.groups.1.observed",
                "'reason':'STALE_PRICE'; 'reason':'stale'; args.reason",
                "'action':'Cancel'; 'action':'Fill'; args.command.action",
                "{'action':'Cancel','account':4,; {'action':'Cancel',; args.command.account",
                "'taker':null; 'taker':{}; post.taker.id",
                "'phase':'oracle'; 'phase':'night'; post.phase",
                "'node':2,'seq':1,; 'node':1,'seq':0,; node",
                "'cause':{}; 'cause':{'2':0}; cause.2",
                "'swept':-1; 'swept':-2; post.swept",
                "'usedEvidence':[]; 'usedEvidence':[[1,'attestation',2],[1,'vote',3]];"
                        + " post.usedEvidence[1]",
                "'usedEvidence':[]; 'usedEvidence':[[1,'vote']]; post.usedEvidence[0]",
            })
    void namesTheField(String what, String by, String field) {
        assertThatThrownBy(() -> read(edited(what, by == null ? "" : by)))
                .isInstanceOf(MalformedTraceException.class)
                .extracting(e -> ((MalformedTraceException) e).field())
                .isEqualTo(field);
    }

    private static List<String> edited(String what, String by) {
        List<String> lines = new ArrayList<>();
        boolean done = false;
        for (String line : SettlementExample.lines()) {
            String edited = done
                    ? line
                    : line.replaceFirst(
                            java.util.regex.Pattern.quote(what.replace('\'', '"')),
                            java.util.regex.Matcher.quoteReplacement(by.replace('\'', '"')));
            done |= !edited.equals(line);
            lines.add(edited);
        }
        assertThat(done).isTrue();
        return lines;
    }

    private Trace read(List<String> lines) throws Exception {
        return Traces.read("flawed.ndjson", Files.write(folder.resolve("f.ndjson"), lines));
    }
}
