package org.quittance.trace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.trace.format.Header;
import org.quittance.trace.format.Term;
import org.quittance.trace.format.TraceSpec;

class MappingFileTest {

    private static final String WHOLE = """
            {
              "name": "Votes", "traceSpec": "VotesTrace", "nodes": "voters", "silent": "liars",
              "header": { "liars": "Set(Int)", "limit": "Int" },
              "types": { "vote": "{ from: Int, value: Str }", "votes": "Set($vote)" },
              "constants": { "Voters": "${voters} \\\\ ${liars}", "Limit": "${limit}" },
              "oneNode": true,
              "actions": {
                "Vote": { "args": { "value": "Str" } },
                "Hear": { "args": { "vote": "vote" }, "post": { "heard": "votes" } }
              },
              "cause": { "effect": "Hear", "message": "vote", "signer": "from", "origin": "Vote" }
            }
            """;

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void putTheModuleBesideIt() throws IOException {
        Files.writeString(folder.resolve("VotesTrace.tla"), "");
        file = folder.resolve("votes.json");
    }

    @Test
    void everyFieldIsRead() throws IOException {
        Files.writeString(file, WHOLE);
        TraceSpec spec = MappingFile.read(file);
        assertThat(spec.name()).isEqualTo("Votes");
        assertThat(spec.root()).isEqualTo("VotesTrace");
        assertThat(spec.nodes()).isEqualTo("voters");
        assertThat(spec.silent()).isEqualTo("liars");
        assertThat(spec.header()).containsOnlyKeys("liars", "limit");
        assertThat(spec.actions()).extracting("spelling").containsExactly("Vote", "Hear");
        assertThat(spec.isOfOneNode()).isTrue();
        assertThat(spec.cause())
                .isEqualTo(new TraceSpec.Cause("Hear", "vote", "from", "Vote"));
    }

    @Test
    void constantsAreMadeFromTheHeader() throws IOException {
        Files.writeString(file, WHOLE);
        TraceSpec spec = MappingFile.read(file);
        Header header = new Header(
                spec, 3, List.of(2),
                new Term.Rec(Map.of(
                        "liars", new Term.SetOf(List.of(Term.Int.of(2))),
                        "limit", Term.Int.of(5))),
                "abc", "run", 0);
        assertThat(spec.constants().of(header, term -> term instanceof Term.Int ? "5" : "{2}"))
                .containsExactly(
                        Map.entry("Voters", "({0, 1, 2}) \\ ({2})"), Map.entry("Limit", "(5)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', value = {
        "\"name\": \"Votes\",; ; name: the field is missing",
        "\"name\"; \"title\"; name: the field is missing",
        "\"Votes\"; 7; name: this is not a text",
        "VotesTrace; OtherTrace; traceSpec: there is no file",
        "VotesTrace; Votes Trace; traceSpec: \"Votes Trace\" is not a name",
        "\"silent\": \"liars\"; \"silent\": \"limit\"; silent: the header has no field limit",
        "\"limit\":; \"seed\":; header.seed: every header has this field",
        "\"limit\":; \"voters\":; header.voters: every header has this field",
        "\"limit\": \"Int\"; \"limit\": \"Nat\"; header.limit: Nat is not a type",
        "from: Int; from Int; types.vote: found Int in place of :",
        "$vote; $ballot; types.votes: $ballot is not a type",
        "${limit}; ${bound}; constants.Limit: the header has no field bound",
        "true; 1; oneNode: this is neither true nor false",
        "{ \"value\": \"Str\" }; [ \"value\" ]; actions.Vote.args: this is not an object",
        "\"post\"; \"after\"; actions.Hear.after: unknown field",
        "\"effect\": \"Hear\"; \"effect\": \"Heard\"; cause: Heard and Vote are not both actions",
        "\"signer\": \"from\"; \"signer\": \"value\"; cause: no argument vote of Hear",
        "{ \"args\": { \"vote\"; { \"step\": \"X\", \"args\": { \"vote\";"
                + " actions.Hear.step: unknown field",
        "\"votes\" }; { \"type\": \"votes\", \"at\": \"x'\" } };"
                + " actions.Hear.post.heard: this is not a text",
        "\"oneNode\"; \"single\"; single: unknown field",
        "\"oneNode\": true,; \"oneNode\": true; votes.json:7: this is not JSON",
        "\"limit\": \"Int\"; \"liars\": \"Int\"; this is not JSON (Duplicate field",
    })
    void whatIsWrongIsToldInOneLine(String right, String wrong, String says)
            throws IOException {
        assertThat(WHOLE).contains(right);
        Files.writeString(file, WHOLE.replace(right, wrong == null ? "" : wrong));
        assertThatThrownBy(() -> MappingFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(says)
                .hasMessageContaining(". To mend it: ")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void withoutATraceSpecTheModuleIsMade() throws IOException {
        Files.writeString(folder.resolve("Votes.tla"), "");
        Files.writeString(file, """
                {"name": "Votes", "actions": {
                  "Vote": { "step": "Vote(e.node)", "args": { "value": "Str" },
                            "post": { "said": { "type": "Str", "at": "said'[e.node]" } } },
                  "Count": { "args": { "from": "Int", "to": "Int" },
                             "post": { "sum": "Int",
                                       "up": { "type": "Bool", "at": "1 \\\\in up'" } } },
                  "End": {}}}
                """);
        assertThat(MappingFile.read(file).root()).isEqualTo("MappedVotes");
        assertThat(MappingFile.folders(file)).hasSize(2).startsWith(folder);
        assertThat(MappingFile.folders(file).get(1).resolve("MappedVotes.tla")).hasContent("""
                ---- MODULE MappedVotes ----
                EXTENDS Votes

                IsVote(e) ==
                    /\\ Vote(e.node)
                    /\\ said'[e.node] = e.post.said

                IsCount(e) ==
                    /\\ Count(e.args.from, e.args.to)
                    /\\ sum' = e.post.sum
                    /\\ (1 \\in up') = e.post.up

                IsEnd(e) ==
                    /\\ End
                ====
                """);
    }

    @Test
    void withoutATraceSpecTheNameIsThatOfAModule() throws IOException {
        Files.writeString(file, "{\"name\": \"Ballots\", \"actions\": {\"End\": {}}}");
        assertThatThrownBy(() -> MappingFile.read(file))
                .hasMessageContaining("name: there is no file");
    }

    @Test
    void aFileThatIsNotThereIsToldInOneLine() {
        assertThatThrownBy(() -> MappingFile.read(folder.resolve("none.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.json: there is no such file");
    }

    @Test
    void aMappingWithoutActionsIsRefused() throws IOException {
        Files.writeString(file, "{\"name\": \"Votes\", \"traceSpec\": \"VotesTrace\"}");
        assertThatThrownBy(() -> MappingFile.read(file))
                .hasMessageContaining("actions: there are none");
    }
}
