package dev.limpid.algorithms.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @Test
    void aNumberIsTheDoubleNearestToIt() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(0, 25));
            String plain = number.toPlainString();
            String scientific = number.toString();

            assertThat(Decimal.parse(plain)).as(plain).isEqualTo(Double.parseDouble(plain));
            assertThat(Decimal.parse(scientific)).as(scientific).isEqualTo(Double.parseDouble(scientific));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+7",
                "1.",
                ".5",
                "007",
                "1e5",
                "1E-5",
                "1e+05",
                "0.1",
                "9007199254740993",
                "1e400",
                "123456789012345678901234567890.5",
                "0.0000000000000000000000000000000001"
            })
    void textsThatAreDecimalNumbers(String text) {
        assertThat(Decimal.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1e5.0",
                "1d",
                "5F",
                "0x1p3",
                "NaN",
                "Infinity",
                "-Infinity",
                "1,5",
                "1 5",
                "--1",
                "1.2.3",
                "12E5D",
                "٣"
            })
    void textsThatArent(String text) {
        assertThat(Decimal.parse(text)).isNaN();
    }
}
