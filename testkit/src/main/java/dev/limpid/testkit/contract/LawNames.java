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
    static final Map<Class<? extends Contract>, List<? extends Law<?>>> CONTRACTS = Map.ofEntries(
            Map.entry(LossContract.class, LossLaws.all()),
            Map.entry(PenaltyContract.class, PenaltyLaws.all()),
            Map.entry(ObjectiveContract.class, ObjectiveLaws.all()),
            Map.entry(HypothesisContract.class, HypothesisLaws.all()),
            Map.entry(UpdateContract.class, UpdateLaws.all()),
            Map.entry(OptimizerContract.class, OptimizerLaws.all()),
            Map.entry(SamplerContract.class, SamplerLaws.all()),
            Map.entry(ScheduleContract.class, ScheduleLaws.all()),
            Map.entry(ReservoirContract.class, ReservoirLaws.all()),
            Map.entry(NegativeSamplerContract.class, NegativeSamplerLaws.all()));

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
