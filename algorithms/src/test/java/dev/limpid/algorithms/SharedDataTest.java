package dev.limpid.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The counts and means that the sets' sources publish. */
class SharedDataTest {

    @Test
    void adultHasItsClassesAndMissingCells() {
        Dataset adult = SharedData.adult();

        assertThat(adult.size()).isEqualTo(32_561);
        assertThat(adult.schema().classNames()).containsExactly("<=50K", ">50K");
        assertThat(adult.targets().get(0).sum()).isEqualTo(7_841);
        assertThat(adult.missingCells())
                .isEqualTo(Map.of("workclass", 1836, "occupation", 1843, "native_country", 583));
        assertThat(SharedData.adultTest().targets().get(0).sum()).isEqualTo(3_846);
        assertThat(SharedData.adultTest().schema()).isEqualTo(adult.schema());
    }

    @Test
    void breastCancerHasItsClasses() {
        Dataset data = SharedData.breastCancer();

        assertThat(data.features().columns()).isEqualTo(30);
        assertThat(data.schema().classNames()).containsExactly("benign", "malignant");
        assertThat(data.targets().get(0).sum()).isEqualTo(212);
        assertThat(data.schema().columns().stream().anyMatch(column -> column.isCategorical()))
                .isFalse();
    }

    @Test
    void californiaHousingHasItsMeans() {
        Dataset data = SharedData.californiaHousing();

        assertThat(data.size()).isEqualTo(20_640);
        assertThat(data.targets().get(0).sum() / 20_640).isCloseTo(206_856, within(0.5)); // printed with 6 digits
    }

    @Test
    void longleyHasItsFirstRow() {
        Dataset longley = SharedData.nistLinear("longley");

        assertThat(longley.size()).isEqualTo(16);
        assertThat(longley.targets().get(0).at(0)).isEqualTo(60_323);
        assertThat(longley.features().row(0)).containsExactly(83.0, 234_289, 2_356, 1_590, 107_608, 1_947);
    }
}
