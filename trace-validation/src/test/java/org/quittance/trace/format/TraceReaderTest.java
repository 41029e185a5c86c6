package org.quittance.trace.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.trace.Traces;

/** Whatever is not exactly the format is an error that names file, line and field. */
class TraceReaderTest {

    private static final String ZERO = "0".repeat(64);
    private static final String ONE = "1".repeat(64);
    private static final String BLOCK = "{\"digest\":\"" + ONE + "\",\"view\":1,\"parentView\":0,"
            + "\"parent\":\"" + ZERO + "\",\"valid\":true}";
    private static final String VOTE =
            "{\"kind\":\"notarize\",\"signer\":1,\"view\":1,\"block\":" + BLOCK + "}";
    private static final String OTHER_VOTE =
            "{\"kind\":\"nullify\",\"signer\":1,\"view\":1}";

    private static final List<String> GOOD =
            List.of(
                    "{\"format\":\"quittance-trace\",\"version\":1,\"spec\":\"Simplex\","
                            + "\"chainId\":\"t\",\"epoch\":0,\"validators\":[0,1,2,3],"
                            + "\"weights\":[1,1,1,1],\"byzantine\":[3],\"genesis\":\"" + ZERO
                            + "\",\"commit\":\"unknown\",\"scenario\":\"calm\",\"seed\":7}",
                    event(1, 0, "{}", "Notarize", "{\"block\":" + BLOCK + "}",
                            "{\"pending\":[" + VOTE + "]}"),
                    event(1, 1, "{}", "Persist", "{}",
                            "{\"pending\":[],\"durable\":[" + VOTE + "," + OTHER_VOTE + "]}"),
                    event(0, 0, "{\"1\":1}", "Receive", "{\"message\":" + VOTE + "}", "{}"),
                    event(0, 1, "{}", "EnterView", "{\"view\":2}", "{\"view\":2}"),
                    "{\"end\":true,\"events\":4,\"last\":{\"0\":1,\"1\":1}}");

    @TempDir private Path folder;

    private static String event(
            int node, int seq, String cause, String action, String args, String post) {
        return "{\"node\":" + node + ",\"seq\":" + seq + ",\"cause\":" + cause
                + ",\"time\":5,\"action\":\"" + action + "\",\"args\":" + args + ",\"post\":" + post
                + "}";
    }

    @Test
    void readsWhatIsGood() throws Exception {
        Trace trace = read(GOOD);

        assertThat(trace.events()).extracting(event -> event.action().spelling()).containsExactly(
                "Notarize", "Persist", "Receive", "EnterView");
        assertThat(trace.events()).extracting(Event::line).containsExactly(2, 3, 4, 5);
        assertThat(trace.header().seed()).isEqualTo(7);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                edit(1, "\"version\":1", "\"version\":2", "version"),
                edit(1, "quittance-trace", "other-trace", "format"),
                edit(1, "\"format\":\"quittance-trace\",", "", "format"),
                edit(1, "\"spec\":\"Simplex\"", "\"spec\":\"Paxos\"", "spec"),
                edit(1, "\"seed\":7", "\"seed\":7,\"mood\":\"good\"", "mood"),
                edit(1, "\"seed\":7", "\"seed\":7.5", "seed"),
                edit(1, "[1,1,1,1]", "[1,1,1]", "weights"),
                edit(1, "[1,1,1,1]", "[1,1,1,0]", "weights"),
                edit(1, "[1,1,1,1]", "[1,1,1,900000000]", "weights"),
                edit(1, "[0,1,2,3]", "[0,1,3,2]", "validators"),
                edit(1, "\"byzantine\":[3]", "\"byzantine\":[4]", "byzantine"),
                edit(1, "\"byzantine\":[3]", "\"byzantine\":[3,3]", "byzantine"),
                edit(1, ZERO, "0000", "genesis"),
                edit(2, "\"seq\":0", "\"seq\":1", "seq"),
                edit(2, "\"seq\":0,", "", "seq"),
                edit(2, "\"node\":1", "\"node\":3", "node"),
                edit(2, "\"node\":1", "\"node\":\"1\"", "node"),
                edit(2, "\"node\":1", "\"node\":9", "node"),
                edit(2, "Notarize", "Vote", "action"),
                edit(2, "\"time\":5", "\"time\":-5", "time"),
                edit(2, "\"time\":5", "\"time\":5,\"host\":\"h\"", "host"),
                edit(2, "\"cause\":{}", "\"cause\":{\"0\":0}", "cause.0"),
                edit(2, "\"valid\":true}}", "\"valid\":1}}", "args.block.valid"),
                edit(2, "\"valid\":true}}", "\"valid\":true,\"size\":3}}", "args.block.size"),
                edit(2, "\"view\":1", "\"view\":4294967297", "args.block.view"),
                edit(2, "\"view\":1", "\"view\":1.0", "args.block.view"),
                edit(2, "\"parentView\":0,", "", "args.block.parentView"),
                edit(2, ONE, "1234", "args.block.digest"),
                edit(2, "\"kind\":\"notarize\"", "\"kind\":\"like\"", "post.pending[0].kind"),
                edit(2, "\"signer\":1", "\"signer\":4", "post.pending[0].signer"),
                edit(2, "\"pending\":[" + VOTE + "]", "\"pending\":" + VOTE, "post.pending"),
                edit(2, "\"pending\":", "\"queue\":", "post.pending"),
                edit(2, "\"args\":{", "\"args\":{\"view\":1,", "args.view"),
                edit(2, "\"args\":{", "\"args\":{\"block\":{},", "column"),
                edit(2, "\"parentView\":0", "\"parentView\":1", "post.pending[0].block"),
                edit(3, VOTE + "," + OTHER_VOTE, OTHER_VOTE + "," + VOTE, "post.durable[1]"),
                edit(3, VOTE + "," + OTHER_VOTE, VOTE + "," + VOTE, "post.durable[1]"),
                edit(3, "Persist", "Crash", "post.up"),
                edit(4, "{\"1\":1}", "{\"1\":2}", "cause.1"),
                edit(4, "{\"1\":1}", "{\"1\":0}", "cause.1"),
                edit(4, "{\"1\":1}", "{\"2\":0}", "cause.2"),
                edit(5, "\"seq\":1", "\"seq\":2", "seq"),
                edit(5, "}", "", "column"),
                edit(5, "{", "[", "column"),
                edit(5, event(0, 1, "{}", "EnterView", "{\"view\":2}", "{\"view\":2}"), "", ""),
                edit(5, event(0, 1, "{}", "EnterView", "{\"view\":2}", "{\"view\":2}"), "7", ""),
                edit(6, "\"events\":4", "\"events\":5", "events"),
                edit(6, "\"end\":true", "\"end\":false", "end"),
                edit(6, "\"0\":1", "\"0\":0", "last.0"),
                edit(6, ",\"1\":1", "", "last.1"),
                edit(6, ",\"1\":1", ",\"1\":1,\"2\":0", "last.2"));
    }

    private static Arguments edit(int line, String what, String by, String field) {
        UnaryOperator<String> edit = text -> text.replaceFirst(
                java.util.regex.Pattern.quote(what), java.util.regex.Matcher.quoteReplacement(by));
        return arguments(line, edit, field, what + " -> " + by);
    }

    @ParameterizedTest(name = "line {0}: {3}")
    @MethodSource("flaws")
    void namesLineAndFieldOfAFlaw(
            int line, UnaryOperator<String> edit, String field, String name) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.set(line - 1, edit.apply(GOOD.get(line - 1)));
        assertThat(lines).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(MalformedTraceException.class)
                .hasMessageContaining("flawed.ndjson:" + line)
                .hasMessageContaining("To mend it: ")
                .extracting(e -> ((MalformedTraceException) e).field())
                .asString()
                .startsWith(field);
    }

    @Test
    void needsTheEndMarker() {
        assertThatThrownBy(() -> read(GOOD.subList(0, 5)))
                .isInstanceOf(MalformedTraceException.class)
                .hasMessageContaining("flawed.ndjson:5")
                .hasMessageContaining("cut off");
    }

    @Test
    void endsAtTheEndMarker() {
        List<String> lines = new ArrayList<>(GOOD);
        lines.add(GOOD.get(5));

        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(MalformedTraceException.class)
                .hasMessageContaining("flawed.ndjson:7");
    }

    @Test
    void isNotEmpty() {
        assertThatThrownBy(() -> read(List.of()))
                .isInstanceOf(MalformedTraceException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read(
                        List.of(GOOD.get(0), "{\"end\":true,\"events\":0,\"last\":{}}")))
                .isInstanceOf(MalformedTraceException.class)
                .hasMessageContaining("no events");
    }

    @Test
    void isText() throws IOException {
        Path file = folder.resolve("flawed.ndjson");
        Files.write(file, new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}', '\n'});

        assertThatThrownBy(() -> Traces.read("flawed.ndjson", file))
                .isInstanceOf(MalformedTraceException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void halfALastLineWasCutOff() throws IOException {
        Path file = folder.resolve("flawed.ndjson");
        for (int cut : new int[] {1, 30, 60}) {
            String text = String.join("\n", GOOD.subList(0, 3));
            Files.writeString(file, text.substring(0, text.length() - cut));

            assertThatThrownBy(() -> Traces.read("flawed.ndjson", file))
                    .isInstanceOf(MalformedTraceException.class)
                    .hasMessageContaining("flawed.ndjson:3: the file ends in the middle")
                    .hasMessageContaining("it was cut off.");
        }
    }

    @Test
    void saysWhatIsOddAboutTheFirstLine() {
        assertThatThrownBy(() -> read(List.of("\uFEFF" + GOOD.get(0))))
                .hasMessageContaining("byte order mark");
        String later = GOOD.get(0).replace("\"version\":1", "\"version\":2");
        assertThatThrownBy(() -> read(List.of(later)))
                .hasMessageContaining("this reads version 1 only");
        assertThatThrownBy(() -> read(List.of()))
                .hasMessageEndingWith("the file is empty. To mend it: give a trace; this one was"
                        + " never written.");
    }

    @Test
    void namesOfDigestsThatBeginAlikeDiffer() {
        String twin = "1".repeat(60) + "abcd";
        Names names = new Names();

        assertThat(names.of(ONE)).isEqualTo("11111111");
        assertThat(names.of(twin)).isEqualTo("111111111");
        assertThat(names.of(ONE)).isEqualTo("11111111");
    }

    private Trace read(List<String> lines) throws Exception {
        Path file = Files.write(folder.resolve("flawed.ndjson"), lines);
        return Traces.read("flawed.ndjson", file);
    }
}
