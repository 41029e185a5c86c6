package org.quittance.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class ByteReaderTest {

    @Test
    void textIsAscii() throws MalformedException {
        assertThat(new ByteReader(new byte[] {3, 0, 'a', 127}).text(3)).isEqualTo("\0a\u007f");
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> new ByteReader(new byte[] {1, -128}).text(3))
                .withMessageContaining("ASCII");
    }

    @Test
    void saysHowMuchIsMissing() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> new ByteReader(new byte[3]).raw(5))
                .withMessageContaining("2 bytes are missing")
                .satisfies(e -> assertThat(e.offset()).isEqualTo(3));
    }

    @Test
    void saysHowMuchIsLeftOver() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> new ByteReader(new byte[3]).end())
                .withMessageContaining("3 bytes are left over");
    }
}
