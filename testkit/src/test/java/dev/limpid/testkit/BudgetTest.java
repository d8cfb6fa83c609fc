package dev.limpid.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** All laws on one loss take at most two seconds of processor time in a JVM that is warm. The test prints the dearest laws. */
class BudgetTest {

    private static final double BUDGET = 2; // seconds
    private static final int WARM_UP = 3;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private record Cost(Law<LossSubject> law, double seconds) {}

    private static List<Cost> costs(Loss loss) {
        List<Cost> costs = new ArrayList<>();
        for (Law<LossSubject> law : LossLaws.all()) {
            long before = CLOCK.getCurrentThreadCpuTime();
            law.test(LossSubject.of(loss));
            costs.add(new Cost(law, (CLOCK.getCurrentThreadCpuTime() - before) / 1e9));
        }
        return costs;
    }

    private static String line(Loss loss, List<Cost> costs, double total) {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%s: %d laws in %.2f s", loss, costs.size(), total));
        costs.stream()
                .sorted(Comparator.comparingDouble(Cost::seconds).reversed())
                .limit(4)
                .forEach(cost -> line.append(String.format(Locale.ROOT, ", %s %.3f s", cost.law.id(), cost.seconds)));
        return line.toString();
    }

    @Test
    void allLawsOnOneLossTakeTwoSeconds() {
        for (Loss loss :
                List.of(new HuberLoss(1), new LogisticLoss(), new SoftmaxLoss(3), new PairwiseLogisticLoss())) {
            for (int i = 0; i < WARM_UP; i++) {
                costs(loss);
            }
            List<Cost> costs = costs(loss);
            double total = costs.stream().mapToDouble(Cost::seconds).sum();
            String line = line(loss, costs, total);
            System.out.println(line);
            assertThat(total).as(line).isLessThan(BUDGET);
        }
    }
}
