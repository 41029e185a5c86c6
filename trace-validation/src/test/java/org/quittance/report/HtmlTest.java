package org.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void escapesWhatMeansSomethingInHtml() {
        assertThat(Html.escape("<a href=\"x\" b='y'>&amp;"))
                .isEqualTo("&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;");
    }

    @Test
    void replacesWhatIsNoCharacter() {
        assertThat(Html.escape("a\u0000b\uD800c\u001B")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void keepsCharactersBeyondTheBasicPlane() {
        assertThat(Html.escape("\uD83D\uDE00\u2032")).isEqualTo("\uD83D\uDE00\u2032");
    }

    @Property
    void anyTextAndAttributeIsWellFormedAndComesBack(@ForAll String text) throws Exception {
        String page = new Html().element("p", text, "title", text).page();

        var paragraph = Pages.parse(page).getDocumentElement();

        assertThat(Html.escape(paragraph.getTextContent()))
                .isEqualTo(Html.escape(text.codePoints().collect(StringBuilder::new,
                        (b, c) -> b.append(Html.escape(Character.toString(c)).equals("\uFFFD")
                                ? "\uFFFD" : Character.toString(c)),
                        StringBuilder::append).toString()));
    }

    @Test
    void namesMayBreakBetweenWords() {
        assertThat(new Html().open("p").name("MCFork2Plain<x>").close().page())
                .contains("<p>MCFork2<wbr />Plain&lt;x&gt;</p>");
    }

    @Test
    void jsonCannotEndItsScript() {
        String page = new Html().open("script").json("{\"a\":\"</script><b>&\"}").close().page();

        assertThat(page).contains("{\"a\":\"\\u003c/script\\u003e\\u003cb\\u003e\\u0026\"}");
    }

    @Test
    void refusesCodeThatWouldEndItsElement() {
        Html html = new Html().open("script");

        assertThatThrownBy(() -> html.ownCode("x = '</script>'"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPageWithOpenElements() {
        Html html = new Html().open("p");

        assertThatThrownBy(html::page).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("p");
    }
}
