package dev.limpid.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static Step step(long iteration, double objective, Map<String, Double> numbers) {
        return new Step(iteration, objective, 1e-5, 0.5, new OracleCount(1, 2, 3, 400), numbers, StopReason.RUNNING);
    }

    @Test
    void aLongTraceIsPrintedAsItsBeginningAndItsEnd() {
        Trace trace = new Trace();
        for (int t = 1; t <= 100; t++) {
            trace.add(step(t, 1.0 / t, Map.of()), 0);
        }
        trace.replaceLast(trace.last().stopping(StopReason.converged("Done.")));

        assertThat(trace).hasToString("""
                            step       objective        gradient          length
                               1        1.000000     1.00000e-05        0.500000
                               2        0.500000     1.00000e-05        0.500000
                               3        0.333333     1.00000e-05        0.500000
                               4        0.250000     1.00000e-05        0.500000
                               5        0.200000     1.00000e-05        0.500000
                               …               …               …               …
                              96        0.010417     1.00000e-05        0.500000
                              97        0.010309     1.00000e-05        0.500000
                              98        0.010204     1.00000e-05        0.500000
                              99        0.010101     1.00000e-05        0.500000
                             100        0.010000     1.00000e-05        0.500000
                        CONVERGED: Done.""");
    }

    @Test
    void validationGetsAColumnWhereItIsMeasured() {
        Trace trace = new Trace();
        trace.add(step(1, 3, Map.of(Step.VALIDATION, 4.0)), 0);
        trace.add(step(2, 2, Map.of()), 0);

        assertThat(trace).hasToString("""
                            step       objective        gradient          length      validation
                               1        3.000000     1.00000e-05        0.500000        4.000000
                               2        2.000000     1.00000e-05        0.500000               –
                        """.stripTrailing());
    }

    @Test
    void aCopyTookAsLong() {
        Trace trace = new Trace();
        trace.add(step(1, 3, Map.of()), 0.25);
        trace.add(step(2, 2, Map.of()), 0.5);

        assertThat(trace.copy().seconds()).isEqualTo(0.75);
        assertThat(trace.copy().seconds(1)).isEqualTo(0.5);
    }

    @Test
    void commaSeparatedValuesReadBackExactly() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("a, \"b\"", 0.1 + 0.2);
        Trace trace = new Trace();
        trace.add(step(1, 1 / 3.0, numbers), 7);
        trace.add(step(2, Double.NaN, Map.of("before", 1.0)), 7);

        assertThat(trace.csv())
                .isEqualTo(
                        "iteration,objective,gradientNorm,length,values,gradients,matrices,rows,\"a, \"\"b\"\"\",before\n"
                                + "1,0.3333333333333333,1.0E-5,0.5,1,2,3,400,0.30000000000000004,\n"
                                + "2,NaN,1.0E-5,0.5,1,2,3,400,,1.0\n");
    }

    @Test
    void seriesHaveANumberForEachStep() {
        Trace trace = new Trace();
        trace.add(step(1, 3, Map.of("epoch", 0.5)), 1.5);
        trace.add(step(2, 2, Map.of()), 2.5);

        assertThat(trace.objective()).containsExactly(3, 2);
        assertThat(trace.series("epoch")).containsExactly(0.5, Double.NaN);
        assertThat(trace.names()).containsExactly("epoch");
        assertThat(trace.seconds(1)).isEqualTo(2.5);
        assertThat(trace.seconds()).isEqualTo(4);
        assertThatThrownBy(() -> trace.steps().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
