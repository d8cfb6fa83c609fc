package dev.limpid.testkit;

import dev.limpid.core.loss.Loss;
import org.assertj.core.api.Assertions;

/**
 * The entry to all assertions: AssertJ's own and those about parts of Limpid, by one static import.
 *
 * <pre>{@code
 * import static dev.limpid.testkit.LimpidAssertions.assertThat;
 *
 * assertThat(new StockoutLoss()).obeysItsLaws();
 * assertThat(model.predict(row)).isEqualTo(3.5);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class LimpidAssertions extends Assertions {

    private LimpidAssertions() {}

    /**
     * Begins assertions about a loss.
     *
     * @param loss the loss
     * @return the assertions
     */
    public static LossAssert assertThat(Loss loss) {
        return new LossAssert(loss);
    }
}
