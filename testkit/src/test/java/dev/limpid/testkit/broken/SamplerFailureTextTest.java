package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThat;

import dev.limpid.testkit.law.Report;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users read when a sampler is broken, word for word. */
class SamplerFailureTextTest {

    private static String text(String fault) {
        return MoreBrokenSamplers.mutants()
                .filter(mutant -> mutant.name().startsWith(fault))
                .map(mutant -> Report.test("MySampler", mutant.law(), mutant::subject, Map.of())
                        .text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void weightsThatDoNotUndoTheChances() {
        assertThat(text("B-SAMP-031")).isEqualTo("""
                        MySampler breaks law S02: weighted batches estimate the whole without bias.
                          8 units, 6000 batches, seed 42
                            number of units, weighted, a batch  1.333 (± 0.008)
                            fraction times all               1.000
                          Likely cause: weights do not undo the chances; a unit drawn with chance p in each of b draws has the weight 1/(n·p), with fraction b/n.""");
    }

    @Test
    void strataThatAreOutOfStep() {
        assertThat(text("B-SAMP-035")).isEqualTo("""
                        MySampler breaks law S11: batches hold labels in their shares.
                          60 units, batch 2 of 14 units, label 0
                            units with this label  4
                            its share of the batch 7.000
                          Likely cause: units and their labels are out of step (one was permuted, the other not), or the batch is cut without regard to labels.""");
    }

    @Test
    void groupsThatAreSplit() {
        assertThat(text("batches cut through groups")).isEqualTo("""
                        MySampler breaks law S13: groups are never split.
                          10 units, group 3 of 4 units
                            in a batch  3 of them
                          Likely cause: batches are cut between units instead of between groups, or units and their groups are out of step.""");
    }

    @Test
    void timeThatIsNotKept() {
        assertThat(text("in the order of the data")).isEqualTo("""
                        MySampler breaks law S15: no later unit comes before an earlier one.
                          60 units
                            unit 3 of time 33.0
                            unit 6 of time 6.0, which is earlier, has not been there yet
                          Likely cause: units are in the order of the data or shuffled instead of sorted by time, or a window moves on by more than its width.""");
    }

    @Test
    void largeGradientsThatAreDrawnMoreRarely() {
        assertThat(text("GOSS with the smallest")).isEqualTo("""
                        MySampler breaks law S09: feedback has an effect, and large gradients are not drawn more rarely.
                          24 units, 2000 batches, seed 42, the gradient of unit 17 a hundred times that of the others
                            visits a batch, less those of another unit  -0.174 (± 0.011)
                          Likely cause: units are sorted the wrong way round, or drawn in proportion to 1/|g|.""");
    }

    @Test
    void aReservoirThatForgetsTheItemItself() {
        String text = BrokenReservoirsTest.faults()
                .map(f -> Report.test("MyReservoir", f.law(), f::reservoir, Map.of())
                        .text())
                .findFirst()
                .orElseThrow();

        assertThat(text).isEqualTo("""
                        MyReservoir breaks law K02: items of equal weight are kept equally often.
                          4 of 10 items of equal weight, 6000 streams, seed 42
                            item 1 is kept  0.337 (± 0.006)
                            must be          0.400
                          Likely cause: item t is to be kept with probability k/t, counting itself (draw from [0, t), not [0, t − 1)), and to replace each of the k with the same chance.""");
    }

    @Test
    void aNegativeThatIsRight() {
        String text = BrokenNegativeSamplersTest.faults()
                .map(f -> Report.test("MyNegatives", f.law(), f::sampler, Map.of())
                        .text())
                .findFirst()
                .orElseThrow();

        assertThat(text).isEqualTo("""
                        MyNegatives breaks law N01: negatives are items that are not right.
                          2 items, the right one is 1
                            drawn  1, which is right in this context
                          Likely cause: items are drawn from all, and those that are right are not drawn again (ask isPositive and compare with the right item), or items count from 1.""");
    }
}
