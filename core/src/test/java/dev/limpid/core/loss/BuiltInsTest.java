package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss of core, found by a walk through its classes, checks each of its settings. */
class BuiltInsTest {

    static Stream<BuiltIn> all() {
        return BuiltIn.all();
    }

    @Test
    void everyConstructorOfEveryLossIsInTheTable() throws Exception {
        assertThat(BuiltIn.classes()).hasSizeGreaterThan(40);
        assertThat(BuiltIn.all().map(BuiltIn::constructor))
                .containsExactlyInAnyOrderElementsOf(BuiltIn.classes().stream()
                        .flatMap(type -> Arrays.stream(type.getConstructors()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySettingIsRefusedOutsideItsRangeInASentence(BuiltIn loss) throws Exception {
        assertThat(loss.constructor().newInstance(loss.arguments())).isInstanceOf(Loss.class);
        for (int k = 0; k < loss.settings().size(); k++) {
            int setting = k;
            String name = loss.constructor().getParameters()[k].getName();
            loss.settings().get(k).refused().forEach((bad, message) -> {
                Throwable thrown = catchThrowable(() -> loss.with(setting, bad));

                assertThat(message).startsWith(name);
                assertThat(thrown).hasMessage(message);
                assertThat(thrown)
                        .isExactlyInstanceOf(bad == null ? NullPointerException.class : IllegalArgumentException.class);
            });
        }
    }
}
