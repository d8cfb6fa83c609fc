package dev.limpid.core.loss.composed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.ranking.ListNetLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A loss made of losses answers each question that a loss can be asked, by itself or by asking its part: a method that is added
 * to the seam, and whose default is wrong for a composition, fails here until somebody decides.
 */
class CompositionMethodsTest {

    /** Right without a word: what follows value and gradient, words for itself, that it is no ½(f − y)², of no model, and without a prox. */
    private static final Set<String> RIGHT_FOR_ANY = Set.of(
            "at",
            "bestShift",
            "prox",
            "hasProx",
            "leastSquares",
            "expectedSecondDerivative",
            "name",
            "source",
            "recipe");

    /** What a loss of several targets or classes has none of, or has one for each score. */
    private static final Map<Class<?>, Set<String>> OWN = Map.of(
            MultiOutputLoss.class, Set.of("classes", "shiftInvariant"),
            OneVsRestLoss.class, Set.of("targets", "shiftInvariant", "domain", "check"));

    static Stream<Loss> compositions() {
        return Stream.of(
                Losses.sum(1, new SquaredLoss(), 1, new AbsoluteLoss()),
                Losses.sum(1, new SoftmaxLoss(3), 1, new SoftmaxLoss(3)),
                Losses.sum(1, new ListNetLoss(), 1, new ListNetLoss()),
                Losses.labelSmoothed(new LogisticLoss(), 0.1),
                Losses.labelSmoothed(new SoftmaxLoss(3), 0.1),
                Losses.weightedByClass(new LogisticLoss(), 1, 2),
                Losses.weightedByClass(new SoftmaxLoss(3), 1, 2, 3),
                Losses.logitAdjusted(new LogisticLoss(), 1, 1, 2),
                Losses.logitAdjusted(new SoftmaxLoss(3), 1, 1, 2, 3),
                Losses.clipped(new SquaredLoss(), 1),
                Losses.moreau(new AbsoluteLoss(), 1),
                MultiOutputLoss.squared(2),
                new OneVsRestLoss(3, new LogisticLoss()));
    }

    @Test
    void everyCompositionOfTheFrontDoorIsInTheTable() {
        long doors = Arrays.stream(Losses.class.getDeclaredMethods())
                .filter(door -> Modifier.isPublic(door.getModifiers()))
                .count();

        assertThat(compositions().map(Loss::getClass).distinct())
                .hasSize((int) doors + 2); // and two front doors of their own
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void answersEachQuestion(Loss loss) {
        List<String> undecided = Arrays.stream(loss.getClass().getMethods())
                .filter(method -> method.getDeclaringClass().getPackageName().startsWith("dev.limpid"))
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .filter(CompositionMethodsTest::isDefaultOfTheSeam)
                .map(Method::getName)
                .filter(name -> !RIGHT_FOR_ANY.contains(name))
                .filter(name -> !OWN.getOrDefault(loss.getClass(), Set.of()).contains(name))
                .toList();

        assertThat(undecided)
                .as("defaults that %s never decided on", loss.name())
                .isEmpty();
    }

    private static boolean isDefaultOfTheSeam(Method method) {
        String seam = method.getDeclaringClass().getPackageName();
        return seam.equals("dev.limpid.core.loss") || seam.equals("dev.limpid.core.explain");
    }
}
