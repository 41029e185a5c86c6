package org.quittance.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Property
    void bytesAreWhatTheyWereMadeOfAndStaySo(@ForAll byte[] value) {
        Bytes bytes = Bytes.copyOf(value);
        byte[] before = value.clone();
        if (value.length > 0) {
            value[0]++;
            bytes.toArray()[0]++;
        }
        assertThat(bytes.toArray()).isEqualTo(before);
        assertThat(Bytes.fromHex(bytes.hex())).isEqualTo(bytes).hasSameHashCodeAs(bytes);
    }

    @Test
    void bytesAndDigestsReadAsHexadecimalDigits() {
        assertThat(Bytes.fromHex("0aff")).hasToString("0aff");
        assertThat(Digest.fromHex("0123456789abcdef".repeat(4))).hasToString("01234567");
    }

    @Test
    void bytesAreOrderedAsUnsignedOnes() {
        assertThat(Bytes.fromHex("80")).isGreaterThan(Bytes.fromHex("7f"));
        assertThat(Bytes.fromHex("01")).isLessThan(Bytes.fromHex("0100"));
    }

    @Test
    void digestsHave32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.fromHex("00"));
        assertThat(Digest.NONE.hex()).isEqualTo("00".repeat(32));
    }

    @Test
    void digestsAreSha256OfDomainZeroAndParts() {
        // printf 'abc\0def' | sha256sum
        assertThat(Digest.sha256("abc", new byte[] {'d', 'e'}, new byte[] {'f'}).hex()).isEqualTo(
                "516a5e926ce20c5f4d80f00e1a01abdf14986def6588d6abeed9fce090bc660c");
    }

    @Test
    void heightsCountFromZero() {
        assertThat(Height.GENESIS.next()).isEqualTo(new Height(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Height(-1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(new Height(Long.MAX_VALUE)::next);
    }

    @Test
    void weightsAreAtLeastOne() {
        assertThat(new Weight(1)).isLessThan(new Weight(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Weight(0));
    }

    @Test
    void validatorIdsCountFromZero() {
        assertThat(new ValidatorId(0)).isLessThan(new ValidatorId(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValidatorId(-1));
    }

    @Test
    void keysAndSignaturesHaveTheSizeOfTheirScheme() {
        Bytes short31 = Bytes.copyOf(new byte[31]);
        for (SchemeId scheme : SchemeId.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PublicKey(scheme, short31));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Signature(scheme, short31));
            assertThat(SchemeId.ofCode(scheme.code())).contains(scheme);
        }
        assertThat(SchemeId.ofCode(0)).isEmpty();
    }
}
