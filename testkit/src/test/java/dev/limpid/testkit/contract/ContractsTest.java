package dev.limpid.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.testkit.law.HypothesisLaw;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaw;
import dev.limpid.testkit.law.ObjectiveLaw;
import dev.limpid.testkit.law.OptimizerLaw;
import dev.limpid.testkit.law.PenaltyLaw;
import dev.limpid.testkit.law.SamplerLaw;
import dev.limpid.testkit.law.UpdateLaw;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts and laws go together. */
class ContractsTest {

    static Stream<Arguments> contracts() {
        return Stream.of(
                Arguments.of(LossContract.class, LossLaw.all(), "L"),
                Arguments.of(PenaltyContract.class, PenaltyLaw.all(), "P"),
                Arguments.of(ObjectiveContract.class, ObjectiveLaw.all(), "O"),
                Arguments.of(HypothesisContract.class, HypothesisLaw.all(), "H"),
                Arguments.of(UpdateContract.class, UpdateLaw.all(), "U"),
                Arguments.of(OptimizerContract.class, OptimizerLaw.all(), "Z"),
                Arguments.of(SamplerContract.class, SamplerLaw.all(), "S"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void hasATestForEachLawNamedAfterIt(Class<?> contract, List<Law<?>> laws, String letter) {
        List<String> expected = Stream.concat(
                        laws.stream().map(law -> law.id() + " " + law.title()),
                        Stream.of(letter + "00 every law is accounted for"))
                .toList();

        assertThat(Arrays.stream(contract.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(ContractsTest::displayName))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String displayName(Method method) {
        return method.getAnnotation(DisplayName.class).value();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void numbersItsLawsFromOne(Class<?> contract, List<Law<?>> laws, String letter) {
        assertThat(laws.stream().map(Law::id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, laws.size())
                        .mapToObj(i -> letter + (i < 10 ? "0" : "") + i)
                        .toList());
    }
}
