package dev.limpid.algorithms;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limpid.algorithms.data.Csv;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real data sets that aren't part of the project. They are looked for in the folder that system property {@code limpid.data} names,
 * and then in {@code ../shared/data} beside the project; a test that asks for one is skipped where it is absent.
 */
public final class SharedData {

    private SharedData() {}

    /**
     * Finds a file.
     *
     * @param name path within the folder of data, for instance {@code adult/adult_train.csv.gz}
     * @return the file, which exists
     */
    public static Path path(String name) {
        Optional<Path> file = folder().map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
        assumeTrue(file.isPresent(), () -> "data set " + name + " isn't here; name its folder with -Dlimpid.data");
        return file.orElseThrow();
    }

    private static Optional<Path> folder() {
        String property = System.getProperty("limpid.data");
        if (property != null) {
            return Optional.of(Path.of(property));
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path folder = up.resolve("shared").resolve("data");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the census incomes (Becker, Kohavi 1996; UCI 2, CC BY 4.0): 32,561 rows, 14 features, missing cells kept, classes
     * {@code <=50K} and {@code >50K}.
     *
     * @return the training part
     */
    public static Dataset adult() {
        return Csv.of(path("adult/adult_train.csv.gz"))
                .target("income")
                .missing(Missing.KEEP)
                .read();
    }

    /**
     * Reads the test part of {@link #adult}: 16,281 rows.
     *
     * @return the test part, with the codes of the training part
     */
    public static Dataset adultTest() {
        return Csv.of(path("adult/adult_test.csv.gz"))
                .schema(adult().schema())
                .missing(Missing.KEEP)
                .read();
    }

    /**
     * Reads the Wisconsin diagnostic breast cancer set (Wolberg, Street, Mangasarian; UCI 17, CC BY 4.0): 569 rows, 30 features,
     * classes benign and malignant.
     *
     * @return the data set
     */
    public static Dataset breastCancer() {
        return Csv.of(path("breast_cancer/wdbc.csv.gz")).target("diagnosis").read();
    }

    /**
     * Reads house values in California (Pace, Barry 1997; StatLib): 20,640 rows, 8 features.
     *
     * @return the data set
     */
    public static Dataset californiaHousing() {
        return Csv.of(path("california_housing/california_housing.csv.gz"))
                .target("median_house_value")
                .read();
    }

    /**
     * Reads a linear set of the NIST Statistical Reference Datasets.
     *
     * @param name longley, norris, pontius, filip, wampler1, …
     * @return the data set
     */
    public static Dataset nistLinear(String name) {
        return Csv.of(path("nist_strd/linear_" + name + ".csv.gz")).target("y").read();
    }
}
