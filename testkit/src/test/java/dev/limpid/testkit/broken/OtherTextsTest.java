package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.ranking.TripletLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.direct.NelderMead;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.L0Penalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.SequentialSampler;
import dev.limpid.core.sampler.negative.Negative;
import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.core.sampler.stream.LiReservoir;
import dev.limpid.core.sampler.structured.StratifiedSampler;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.update.Sgd;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.NegativeSamplerLaws;
import dev.limpid.testkit.law.ObjectiveLaws;
import dev.limpid.testkit.law.OptimizerLaws;
import dev.limpid.testkit.law.PenaltyLaws;
import dev.limpid.testkit.law.Report;
import dev.limpid.testkit.law.ReservoirLaws;
import dev.limpid.testkit.law.SamplerLaws;
import dev.limpid.testkit.law.ScheduleLaws;
import dev.limpid.testkit.law.ScheduleSubject;
import dev.limpid.testkit.law.UpdateLaws;
import dev.limpid.testkit.problem.Problems;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Summary lines with the reasons why laws do not apply, and failures of single assertions, word for word. */
class OtherTextsTest {

    private static final Map<String, String> TODAY = new LinkedHashMap<>();
    private static final Map<String, String> GOLDEN = FailureTexts.OTHERS.read();

    record Said(String by, Supplier<String> text) {
        @Override
        public String toString() {
            return by;
        }
    }

    private static <T> Said line(String name, T part, List<? extends Law<T>> laws) {
        return new Said(name, () -> Report.of(name, laws, () -> part, Map.of()).line());
    }

    private static Said failure(String by, Runnable assertion) {
        return new Said(by, () -> String.valueOf(catchThrowable(assertion::run)));
    }

    static Stream<Said> said() {
        LossDeclaration odd = LossDeclaration.nothing().withSymmetry().withRedescent();
        return Stream.concat(
                Stream.of(
                        line("squared loss", LossSubject.of(new SquaredLoss()), LossLaws.all()),
                        line("median", LossSubject.of(new QuantileLoss(0.5)), LossLaws.all()),
                        line("Tukey's loss", LossSubject.of(new TukeyLoss(4.685)), LossLaws.all()),
                        line("softmax loss, declared", new LossSubject(new SoftmaxLoss(3), odd), LossLaws.all()),
                        line("softmax loss, shift-invariant", LossSubject.of(new Shiftless()), LossLaws.all()),
                        line("pairwise logistic loss", LossSubject.of(new PairwiseLogisticLoss()), LossLaws.all()),
                        line("triplet loss", LossSubject.of(new TripletLoss(2, 1)), LossLaws.all()),
                        line("lasso", PenaltySubject.of(new L1Penalty(0.3)), PenaltyLaws.all()),
                        line("half line", PenaltySubject.of(Box.of(0, Double.POSITIVE_INFINITY)), PenaltyLaws.all()),
                        line("best subset", PenaltySubject.of(new L0Penalty(0.3)), PenaltyLaws.all()),
                        line(
                                "group lasso",
                                PenaltySubject.of(GroupLassoPenalty.of(0.3, Groups.eachColumn())),
                                PenaltyLaws.all())),
                runs());
    }

    private static Stream<Said> runs() {
        return Stream.of(
                line("a value alone", new ValueAlone(), ObjectiveLaws.all()),
                line("a bowl with a kink", new Kinked(), ObjectiveLaws.all()),
                line(
                        "descent",
                        new UpdateSubject(Sgd.withLearningRate(0.1), UpdateDeclaration.nothing()),
                        UpdateLaws.all()),
                line("FISTA", OptimizerSubject.of(Fista.defaults()), OptimizerLaws.all()),
                line("Nelder-Mead", OptimizerSubject.of(NelderMead.defaults()), OptimizerLaws.all()),
                line("all units", SamplerSubject.of(new FullSampler()), SamplerLaws.all()),
                line("units in order", SamplerSubject.of(new SequentialSampler(3)), SamplerLaws.all()),
                line("all units, in any order", SamplerSubject.of(anyOrder()), SamplerLaws.all()),
                line("pairs in their shares", SamplerSubject.of(new StratifiedSampler(2)), SamplerLaws.all()),
                line("batches, declared biased", SamplerSubject.of(anyBatch()), SamplerLaws.all()),
                line("constant rate", ScheduleSubject.of(Schedule.constant(0.1)), ScheduleLaws.all()),
                line("reservoir", new LiReservoir(4), ReservoirLaws.all()),
                line("the first negative", firstNegative(), NegativeSamplerLaws.all()),
                failure(
                        "an ascent",
                        () -> assertThat(new BrokenOptimizers.Descent(BrokenOptimizers.Flaw.ASCENDS))
                                .minimizes(Problems.sphere())),
                failure(
                        "a problem without gradients",
                        () -> assertThat(Lbfgs.defaults()).minimizes(Problems.lasso())),
                failure(
                        "a gradient where the value is infinite",
                        () -> assertThat(new SquaredLoss()).hasGradientEqualToDifferencesAt(0, 1e200)));
    }

    /** The softmax loss, which notices no shift of all scores, and says so. */
    private static final class Shiftless extends SoftmaxLoss {
        Shiftless() {
            super(3);
        }

        @Override
        public boolean shiftInvariant() {
            return true;
        }
    }

    private static MadeSampler anyBatch() {
        return MadeSampler.of("any", (p, f, m, r) -> Batch.of(new int[] {r.nextInt(p.size())}, 1.0 / p.size()))
                .biased();
    }

    private static MadeSampler anyOrder() {
        return MadeSampler.of("all", (p, f, m, r) -> {
                    int first = r.nextInt(p.size());
                    int[] units = IntStream.range(0, p.size())
                            .map(u -> (first + u) % p.size())
                            .toArray();
                    return Batch.of(units, 1);
                })
                .withoutReplacement();
    }

    private static NegativeSampler firstNegative() {
        return (c, p, m, r) -> new Negative(
                IntStream.range(0, c.size())
                        .filter(j -> j != p && !c.isPositive(j))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("all items are right: leave the context out")),
                1,
                1);
    }

    /** Smooth, but for what it says. */
    private static final class Kinked extends BrokenObjectives.Bowl {
        @Override
        public String kink() {
            return "the rim";
        }
    }

    /** An objective that offers no more than its value. */
    private static final class ValueAlone implements Objective {
        @Override
        public Blocks blocks() {
            return Blocks.single(2);
        }

        @Override
        public double value(double[] t) {
            return t[0] * t[0] + t[1] * t[1];
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("said")
    void isSaidInTheseWords(Said said) {
        String text = said.text.get();
        String golden = GOLDEN.getOrDefault(said.by, "other-texts.txt must have this text");
        boolean same = FailureTexts.same(text, golden);
        TODAY.put(said.by, same ? golden : text);

        if (!same) {
            assertThat(text).isEqualTo(golden);
        }
    }

    @Test
    void noTextIsOfAPartThatIsGone() {
        assertThat(GOLDEN.keySet())
                .containsExactlyInAnyOrderElementsOf(said().map(Said::by).toList());
    }

    @AfterAll
    static void writeTheTextsOfTodayWhereAsked() throws IOException {
        FailureTexts.OTHERS.writeWhereAsked(TODAY);
    }
}
