package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import org.junit.jupiter.api.Test;

/** What a path refuses, and with which words. */
class PathRefusalsTest {

    private static final int ROWS = 60;

    private static LinearSpec squares() {
        return LinearModel.with(new SquaredLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    @Test
    void wrongSettingsAreRefused() {
        PathSpec spec = PathSpec.of(squares(), L1Penalty::of);

        assertThatThrownBy(() -> spec.points(1)).hasMessage("points must be >= 2, but was 1");
        assertThatThrownBy(() -> spec.ratio(1)).hasMessage("ratio must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> spec.ratio(Double.NaN)).hasMessage("ratio must be in (0, 1), but was NaN");
        assertThatThrownBy(spec::strengths).hasMessage("strengths must be one at least, but there are none");
        assertThatThrownBy(() -> spec.strengths(1, 2))
                .hasMessage("strengths must fall from one to the next, but strengths[1] was 2.0 after 1.0");
        assertThatThrownBy(() -> spec.strengths(1, Double.NaN))
                .hasMessage("strengths must be finite and >= 0, but strengths[1] was NaN");
        assertThatThrownBy(() -> spec.points(2).fit(PathSets.wide(ROWS, 5)).model(2))
                .hasMessage("k must be in [0, 2), but was 2");
    }

    @Test
    void aPathWithoutABeginningIsRefused() {
        Dataset data = PathSets.wide(ROWS, 5);

        assertThatThrownBy(() -> PathSpec.of(LinearModel.with(new SquaredLoss()), L2Penalty::of)
                        .fit(data))
                .hasMessage("strengths must be named for L2Penalty, since none leaves all coefficients at 0");
        assertThatThrownBy(() -> PathSpec.of(LinearModel.with(new AbsoluteLoss()), L2Penalty::of)
                        .fit(data))
                .hasMessage("loss must be smooth to tell where coefficients leave 0, but AbsoluteLoss has kinks:"
                        + " name the strengths");
        assertThatThrownBy(() ->
                        PathSpec.of(squares(), L1Penalty::of).fit(Dataset.of(PathSets.cells(9, 2), new double[9])))
                .hasMessage(
                        "features must tell something of the target, but all coefficients are 0 whatever the strength of"
                                + " L1Penalty");
        assertThatThrownBy(() -> PathSpec.of(squares(), s -> s > 0.01 ? L1Penalty.of(s) : L2Penalty.of(s))
                        .strengths(1, 0.001)
                        .fit(data))
                .hasMessage("penalty must be a L1Penalty as in the spec, but was a L2Penalty: begin another series");
    }
}
