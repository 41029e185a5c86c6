package org.quittance.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void whatMustBeEscapedIs() {
        assertThat(Json.quoted("plain /~é")).isEqualTo("\"plain /~é\"");
        assertThat(Json.quoted("a\"b")).isEqualTo("\"a\\\"b\"");
        assertThat(Json.quoted("a\\b")).isEqualTo("\"a\\\\b\"");
        assertThat(Json.quoted("a\nb\u001f \u0000")).isEqualTo("\"a\\u000ab\\u001f \\u0000\"");
        assertThat(Json.quoted("")).isEqualTo("\"\"");
    }

    @Test
    void objectsAreWrittenInTheirOrder() {
        Json part = Json.object().number("n", -7).bool("b", false);
        Json whole = Json.object()
                .object("o", part)
                .objects("list", List.of(part, Json.object()))
                .objects("none", List.of())
                .numbers("numbers", List.of(1, 2L))
                .numbers("no", List.of())
                .raw("raw", "[null]")
                .string("s\"", "x");
        assertThat(whole.close()).isEqualTo("{\"o\":{\"n\":-7,\"b\":false},"
                + "\"list\":[{\"n\":-7,\"b\":false},{}],\"none\":[],\"numbers\":[1,2],\"no\":[],"
                + "\"raw\":[null],\"s\\\"\":\"x\"}");
        assertThat(Json.object().close()).isEqualTo("{}");
    }
}
