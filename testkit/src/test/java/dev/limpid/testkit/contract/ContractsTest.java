package dev.limpid.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.testkit.law.Law;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts and laws go together. */
class ContractsTest {

    static Stream<Arguments> contracts() {
        return LawNames.CONTRACTS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static Stream<Method> tests(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static String letter(List<Law<?>> laws) {
        return laws.get(0).id().substring(0, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void hasATestForEachLawShownByIdAndTitle(Class<?> contract, List<Law<?>> laws) {
        List<String> expected = Stream.concat(
                        laws.stream().map(law -> law.id() + " " + law.title()),
                        Stream.of(letter(laws) + "00 every law is accounted for"))
                .toList();
        LawNames names = new LawNames();

        assertThat(tests(contract).map(test -> names.generateDisplayNameForMethod(List.of(), contract, test)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void numbersItsLawsFromOne(Class<?> contract, List<Law<?>> laws) {
        assertThat(laws.stream().map(Law::id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, laws.size())
                        .mapToObj(i -> letter(laws) + (i < 10 ? "0" : "") + i)
                        .toList());
    }

    @Test
    void noTwoContractsShareALetterOrTheNameOfATest() {
        assertThat(LawNames.CONTRACTS.values().stream().map(laws -> laws.get(0).id()))
                .doesNotHaveDuplicates();
        assertThat(LawNames.CONTRACTS.keySet().stream()
                        .flatMap(ContractsTest::tests)
                        .map(Method::getName))
                .doesNotHaveDuplicates();
    }

    /** With a blank reason for each law, each test fails with a text that names its law: the method and the law agree. */
    @Test
    void eachTestOfAContractTestsTheLawInItsName() {
        Map<String, String> texts = Engine.failures(SampleContracts.OfEveryKind.class);
        texts.keySet().removeIf(name -> name.startsWith("00", 1));

        assertThat(texts.keySet())
                .hasSize(LawNames.CONTRACTS.values().stream()
                        .mapToInt(List::size)
                        .sum());
        texts.forEach((name, text) -> assertThat(text)
                .contains(
                        " breaks law " + name.substring(0, 3) + ": " + name.substring(4) + ".\n  exclusions() must give"
                                + " a reason for " + name.substring(0, 3) + ", but gave none."));
    }
}
