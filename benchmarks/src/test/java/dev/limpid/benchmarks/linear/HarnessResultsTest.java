package dev.limpid.benchmarks.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessResultsTest {

    @Test
    void linesOfTheWorkloadAreRead(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("W3path.results"),
                "RESULT workload=W3path peer=glmnet version=4.1.6 threads=1 seconds=5.9 quality=maxrelgap:1.87e-04;nnz:1528 notes=x\n"
                        + "SKIP workload=W3path peer=smile\n");

        assertThat(HarnessResults.of(Options.parse("-results", folder.toString()), "W3path", "lasso-path"))
                .containsExactly(new Options.Elsewhere("W3path", "glmnet-4.1.6", 5.9, "maxrelgap:1.87e-04;nnz:1528"));
    }

    @Test
    void theGapIsFoundAmongOtherWords() {
        assertThat(HarnessResults.gap("maxrelgap:1.87e-04;obj:3.9")).isEqualTo(1.87e-4);
        assertThat(HarnessResults.gap("obj:0.59;relgap:-1e-9")).isEqualTo(-1e-9);
        assertThat(HarnessResults.gap("obj:0.59")).isNaN();
    }
}
