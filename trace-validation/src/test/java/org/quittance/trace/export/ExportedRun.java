package org.quittance.trace.export;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.quittance.trace.Catalogue;
import org.quittance.trace.replay.ReplaySession;
import org.quittance.trace.specs.QuittanceSpecs;

/** Sample traces, as they are exported. */
final class ExportedRun {

    static final Path SAMPLES = Path.of("src/test/resources/traces");
    static final Path SPECS = Path.of("../specs");

    private ExportedRun() {}

    static Path accepted(String name) {
        return SAMPLES.resolve("accepted").resolve(name + ".ndjson");
    }

    static Path rejected(String name) {
        return SAMPLES.resolve("rejected").resolve(name + ".ndjson");
    }

    static Catalogue catalogue() throws IOException {
        return QuittanceSpecs.in(SPECS);
    }

    static Run.End visit(Path trace, Run.Visitor visitor) throws IOException {
        return new Run(catalogue(), ReplaySession.WIDE).visit(trace, visitor);
    }

    static String itf(Path trace) throws IOException {
        StringWriter text = new StringWriter();
        try (ItfExport export = new ItfExport(text, "sample")) {
            visit(trace, export);
        }
        return text.toString();
    }
}
