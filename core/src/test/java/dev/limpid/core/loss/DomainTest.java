package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DomainTest {

    private static final List<Domain> ALL =
            List.of(Domain.real(), Domain.nonNegative(), Domain.positive(), Domain.probability(), Domain.classes(3));

    @Test
    void drawsFromInside() {
        SplittableRandom random = new SplittableRandom(1);
        for (Domain domain : ALL) {
            for (int i = 0; i < 200; i++) {
                assertThat(domain.contains(domain.draw(random)))
                        .as("%s", domain)
                        .isTrue();
            }
        }
    }

    @Test
    void holdsNoNaNAndNoInfinity() {
        for (Domain domain : ALL) {
            assertThat(domain.contains(Double.NaN)).isFalse();
            assertThat(domain.contains(Double.POSITIVE_INFINITY)).isFalse();
            assertThat(domain.contains(Double.NEGATIVE_INFINITY)).isFalse();
        }
    }

    @Test
    void endsAtItsBounds() {
        assertThat(Domain.nonNegative().contains(0)).isTrue();
        assertThat(Domain.nonNegative().contains(-Double.MIN_VALUE)).isFalse();
        assertThat(Domain.positive().contains(0)).isFalse();
        assertThat(Domain.positive().contains(Double.MIN_VALUE)).isTrue();
        assertThat(Domain.probability().contains(1)).isTrue();
        assertThat(Domain.probability().contains(Math.nextUp(1.0))).isFalse();
        assertThat(Domain.classes(3).contains(2)).isTrue();
        assertThat(Domain.classes(3).contains(3)).isFalse();
        assertThat(Domain.classes(3).contains(1.5)).isFalse();
    }

    @Test
    void saysItsRule() {
        assertMessage(Domain.real(), Double.NaN, "target must be finite for MyLoss, but was NaN");
        assertMessage(Domain.nonNegative(), -1, "target must be finite and >= 0.0 for MyLoss, but was -1.0");
        assertMessage(Domain.positive(), 0, "target must be finite and > 0.0 for MyLoss, but was 0.0");
        assertMessage(Domain.probability(), 2, "target must be in [0.0, 1.0] for MyLoss, but was 2.0");
        assertMessage(Domain.classes(3), 3, "target must be an integer in 0 … 2 for MyLoss, but was 3.0");
        Domain counts = new Domain(0, false, Double.POSITIVE_INFINITY, true);
        assertMessage(counts, 0.5, "target must be an integer and >= 0.0 for MyLoss, but was 0.5");
        Domain below = new Domain(Double.NEGATIVE_INFINITY, false, 5, false);
        assertMessage(below, 6, "target must be finite and <= 5.0 for MyLoss, but was 6.0");
    }

    private static void assertMessage(Domain domain, double y, String message) {
        assertThatThrownBy(() -> domain.check(y, "MyLoss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAnEmptyIntervalAndTooFewClasses() {
        assertThatThrownBy(() -> new Domain(1, false, 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lower must be <= upper, but was 1.0 > 0.0");
        assertThatThrownBy(() -> Domain.classes(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classes must be at least 2, but was 1");
    }
}
