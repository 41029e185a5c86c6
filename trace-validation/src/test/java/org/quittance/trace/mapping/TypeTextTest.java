package org.quittance.trace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.trace.format.FieldType.FLAG;
import static org.quittance.trace.format.FieldType.TEXT;
import static org.quittance.trace.format.FieldType.fields;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.trace.format.FieldType;
import org.quittance.trace.format.FieldType.Rec;
import org.quittance.trace.format.FieldType.Seq;
import org.quittance.trace.format.FieldType.SetOf;

class TypeTextTest {

    private static final FieldType INT = new FieldType.Number(-FieldType.MOST, FieldType.MOST);

    @Test
    void eachNotationIsItsType() throws TypeText.Wrong {
        Map<String, FieldType> named = Map.of("point", new Rec(fields("x", INT, "y", INT)));
        assertThat(TypeText.parse("Int", named)).isEqualTo(INT);
        assertThat(TypeText.parse("Bool", named)).isEqualTo(FLAG);
        assertThat(TypeText.parse("Seq(Set(Str))", named))
                .isEqualTo(new Seq(new SetOf(TEXT)));
        assertThat(TypeText.parse("<<Int, Str>>", named))
                .isEqualTo(new FieldType.Tuple(List.of(INT, TEXT)));
        assertThat(TypeText.parse("{ a: Int, b: Seq(Bool) }", named))
                .isEqualTo(new Rec(fields("a", INT, "b", new Seq(FLAG))));
        assertThat(TypeText.parse("Int -> Str -> Bool", named))
                .isEqualTo(new FieldType.MapOf(new FieldType.TextMap(FLAG)));
        assertThat(TypeText.parse("$point", named)).isEqualTo(named.get("point"));
        assertThat(TypeText.parse("Seq(point)", named))
                .isEqualTo(new Seq(named.get("point")));
    }

    @Test
    void aSetOfRecordsIsOrderedByAllTheirFields() throws TypeText.Wrong {
        assertThat(TypeText.parse("Set({ kind: Str, at: { x: Int, y: Int } })", Map.of()))
                .isInstanceOfSatisfying(SetOf.class, set ->
                        assertThat(set.by()).containsExactly("kind", "at.x", "at.y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "Integer; Integer is not a type",
        "$Point; $Point is not a type",
        "Set(Int; the type breaks off",
        "Set Int; found Int in place of (",
        "{ a: Int; the type breaks off",
        "{ a Int }; found Int in place of :",
        "{ a: Int, a: Str }; there are two fields a",
        "<<Int Str>>; found Str in place of , or >>",
        "Int Int; after the type there is still Int",
        "Bool -> Int; a function on Bool",
        "Set(Set(Int)); no order",
        "Set(Bool); no order",
        "Set({ a: Seq(Int) }); no order",
        "Set({ a: <<Int, Int>> }); no order",
    })
    void whatIsNoTypeIsToldInOneLine(String text, String says) {
        assertThatThrownBy(() -> TypeText.parse(text, Map.of()))
                .isInstanceOf(TypeText.Wrong.class)
                .hasMessageContaining(says)
                .satisfies(e -> assertThat(((TypeText.Wrong) e).mend()).isNotBlank());
    }
}
