package tlc2.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.Catalogue;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.EventStream;
import org.quittance.trace.format.Lines;
import org.quittance.trace.format.MalformedTraceException;
import org.quittance.trace.replay.tlc.Values;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.Value;

/**
 * What TLC does instead of evaluating the module of this name: it reads the trace that the system
 * property quittance.trace names, by the specs that quittance.trace.specs locates. Events are asked
 * for in their order, each as often as TLC likes; one at a time is kept.
 */
public final class TraceFile {

    private static @Nullable EventStream stream;
    private static @Nullable Values values;
    private static int at;
    private static @Nullable Value count;
    private static @Nullable Value event;

    private TraceFile() {}

    /** EventCount: the lines but the first and the last. */
    public static synchronized Value EventCount() {
        if (count == null) {
            count = IntValue.gen(count());
        }
        return count;
    }

    private static int count() {
        try (Stream<String> lines = Files.lines(Path.of(property("quittance.trace")))) {
            return Math.toIntExact(lines.count() - 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** EventAt(k). */
    public static synchronized Value EventAt(Value place) {
        int wanted = ((IntValue) place).val;
        try {
            if (wanted == at + 1) {
                EventStream in = stream();
                Event next = in.next();
                if (next == null) {
                    throw new IllegalStateException("the trace has no event " + wanted);
                }
                if (values == null) {
                    values = new Values(in.header());
                }
                event = values.of(next.term());
                at = wanted;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedTraceException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        if (wanted != at || event == null) {
            throw new IllegalStateException(
                    "event " + wanted + " is asked for after event " + at);
        }
        return event;
    }

    private static EventStream stream() throws IOException, MalformedTraceException {
        if (stream == null) {
            String file = property("quittance.trace");
            stream = EventStream.open(
                    file,
                    Lines.of(Path.of(file)),
                    Catalogue.find(property("quittance.trace.specs")));
        }
        return stream;
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the system property " + name + " is not set");
        }
        return value;
    }
}
