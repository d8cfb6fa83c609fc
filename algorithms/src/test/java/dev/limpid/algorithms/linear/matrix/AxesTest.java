package dev.limpid.algorithms.linear.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.optimizer.Direction;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.search.Search;
import dev.limpid.core.update.GradientStage;
import dev.limpid.core.update.StepStage;
import dev.limpid.core.update.Update;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The axes hold each part that the library has: one that is new and not in them fails here. */
class AxesTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.limpid.core");

    private final Set<String> seen = new TreeSet<>();

    /** Losses made by {@code Losses} have classes that aren't public; they count too. */
    @Test
    void everyLossIsOnItsAxis() {
        LossAxis.LEVELS.forEach(level -> see(level.loss()));

        assertThat(seen).containsAll(concrete(Loss.class, false));
    }

    @Test
    void everyPenaltyIsOnItsAxis() {
        PenaltyAxis.LEVELS.forEach(level -> see(level.of().apply(SmallData.FEATURES)));

        assertThat(seen).containsAll(concrete(Penalty.class, true));
    }

    @Test
    void everyOptimizerDirectionAndSearchIsOnItsAxis() {
        seen.add(Stochastic.class.getSimpleName()); // of every update and sampler
        OptimizerAxis.LEVELS.forEach(level -> level.optimizer().ifPresent(this::see));

        assertThat(seen)
                .containsAll(concrete(Optimizer.class, true))
                .containsAll(concrete(Direction.class, true))
                .containsAll(concrete(Search.class, true));
    }

    @Test
    void everyUpdateAndStageIsOnItsAxis() {
        UpdateAxis.LEVELS.forEach(level -> see(level.of().apply(1)));

        assertThat(seen)
                .containsAll(concrete(Update.class, true))
                .containsAll(concrete(GradientStage.class, true))
                .containsAll(concrete(StepStage.class, true));
    }

    @Test
    void everySamplerIsOnItsAxis() {
        SamplerAxis.LEVELS.forEach(level -> see(level.of().apply(SmallData.ROWS)));

        assertThat(seen).containsAll(concrete(Sampler.class, true));
    }

    @Test
    void namesOnAnAxisDiffer() {
        assertThat(LossAxis.LEVELS).extracting(Object::toString).doesNotHaveDuplicates();
        assertThat(PenaltyAxis.LEVELS).extracting(Object::toString).doesNotHaveDuplicates();
        assertThat(OptimizerAxis.LEVELS).extracting(Object::toString).doesNotHaveDuplicates();
        assertThat(UpdateAxis.LEVELS).extracting(Object::toString).doesNotHaveDuplicates();
        assertThat(SamplerAxis.LEVELS).extracting(Object::toString).doesNotHaveDuplicates();
    }

    /** Names of classes that a cell can be made of. */
    private static Set<String> concrete(Class<?> type, boolean published) {
        Set<String> names = CORE.stream()
                .filter(each -> each.isAssignableTo(type) && !each.isInterface() && isTopLevel(each))
                .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(each -> !published || each.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).as(type.getSimpleName()).isNotEmpty();
        return names;
    }

    private static boolean isTopLevel(JavaClass type) {
        return type.getEnclosingClass().isEmpty();
    }

    /** Notes a part, and the parts that it is made of. */
    private void see(Object part) {
        if (part instanceof Iterable<?> parts) {
            parts.forEach(this::see);
        }
        if (!part.getClass().getName().startsWith("dev.limpid.core.")) {
            return;
        }
        seen.add(part.getClass().getSimpleName());
        if (part.getClass().isRecord()) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                see(value(part, component));
            }
        }
    }

    private static Object value(Object part, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true); // of a record that isn't public
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " can't be read", e);
        }
    }
}
