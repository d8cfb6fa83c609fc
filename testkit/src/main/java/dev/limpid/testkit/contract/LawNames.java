package dev.limpid.testkit.contract;

import dev.limpid.testkit.law.HypothesisLaws;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.NegativeSamplerLaws;
import dev.limpid.testkit.law.ObjectiveLaws;
import dev.limpid.testkit.law.OptimizerLaws;
import dev.limpid.testkit.law.PenaltyLaws;
import dev.limpid.testkit.law.ReservoirLaws;
import dev.limpid.testkit.law.SamplerLaws;
import dev.limpid.testkit.law.ScheduleLaws;
import dev.limpid.testkit.law.UpdateLaws;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Names the tests of contracts after their laws: {@code l02TheGradientIsTheDerivativeOfTheValue} is shown with id and title
 * of law L02. Tests of other classes keep their names.
 */
final class LawNames extends DisplayNameGenerator.Standard {

    /** Each contract with the laws of its kind of part. */
    static final Map<Class<? extends Contract>, List<? extends Law<?>>> CONTRACTS = Map.of(
            LossContract.class, LossLaws.all(),
            PenaltyContract.class, PenaltyLaws.all(),
            ObjectiveContract.class, ObjectiveLaws.all(),
            HypothesisContract.class, HypothesisLaws.all(),
            UpdateContract.class, UpdateLaws.all(),
            OptimizerContract.class, OptimizerLaws.all(),
            SamplerContract.class, SamplerLaws.all(),
            ScheduleContract.class, ScheduleLaws.all(),
            ReservoirContract.class, ReservoirLaws.all(),
            NegativeSamplerContract.class, NegativeSamplerLaws.all());

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method test) {
        List<? extends Law<?>> laws = CONTRACTS.get(test.getDeclaringClass());
        if (laws == null) {
            return super.generateDisplayNameForMethod(enclosing, testClass, test);
        }
        String id = idOf(test);
        return laws.stream()
                .filter(law -> law.id().equals(id))
                .map(Law::toString)
                .findFirst()
                .orElse(id + " every law is accounted for");
    }

    /** Returns the id that a contract's test bears in its name. */
    static String idOf(Method test) {
        return test.getName().substring(0, 3).toUpperCase(Locale.ROOT);
    }
}
