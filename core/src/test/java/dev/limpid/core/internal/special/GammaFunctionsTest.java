package dev.limpid.core.internal.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against gammaln, digamma and polygamma of SciPy 1.10.1. */
class GammaFunctionsTest {

    /** A few units in the last place of the largest term. */
    private static final double ROUNDING = 4e-15;

    @ParameterizedTest
    @CsvSource({
        "0.001, 6.907178885383853, -1000.5755719318103, 1000001.6425331959",
        "0.5, 0.5723649429247, -1.9635100260214235, 4.93480220054468",
        "1, 0.0, -0.5772156649015329, 1.6449340668482266",
        "1.5, -0.12078223763524526, 0.03648997397857652, 0.9348022005446793",
        "2, 0.0, 0.42278433509846713, 0.6449340668482266",
        "3.7, 1.428072326665388, 1.1671535393615113, 0.31003785767003833",
        "12, 17.502307845873887, 2.4426616799758123, 0.0869018728717684",
        "10000, 82099.71749644238, 9.21029037114285, 0.00010000500016666666"
    })
    void areThoseOfScipy(double z, double logGamma, double digamma, double trigamma) {
        assertThat(GammaFunctions.logGamma(z)).isCloseTo(logGamma, within(ROUNDING * (4 + Math.abs(logGamma))));
        assertThat(GammaFunctions.digamma(z)).isCloseTo(digamma, within(ROUNDING * (4 + Math.abs(digamma))));
        assertThat(GammaFunctions.trigamma(z)).isCloseTo(trigamma, within(ROUNDING * trigamma));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 4, 11, 500})
    void risesAreDifferences(double z) {
        for (double d : new double[] {0, 0.5, 3, 1000}) {
            double size = 4 + Math.abs(GammaFunctions.logGamma(z + d));
            assertThat(GammaFunctions.logGammaRise(z, d))
                    .isCloseTo(
                            GammaFunctions.logGamma(z + d) - GammaFunctions.logGamma(z), within(ROUNDING * 4 * size));
            assertThat(GammaFunctions.digammaRise(z, d))
                    .isCloseTo(GammaFunctions.digamma(z + d) - GammaFunctions.digamma(z), within(ROUNDING * 8));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e8, 1e15})
    void risesOfTinyStepsKeepTheirDigits(double z) {
        // log Γ(z + d) − log Γ(z) = d·ψ(z + d/2) + O(d³/z²), ψ(z + d) − ψ(z) = d·ψ′(z + d/2) + O(d³/z³)
        assertThat(GammaFunctions.logGammaRise(z, 0.25))
                .isCloseTo(0.25 * GammaFunctions.digamma(z + 0.125), within(1e-14 * Math.log(z)));
        assertThat(GammaFunctions.digammaRise(z, 0.25))
                .isCloseTo(0.25 * GammaFunctions.trigamma(z + 0.125), within(1e-14 / z));
    }
}
