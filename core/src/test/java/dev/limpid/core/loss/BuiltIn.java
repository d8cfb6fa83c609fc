package dev.limpid.core.loss;

import static dev.limpid.core.loss.Setting.atLeast;
import static dev.limpid.core.loss.Setting.between0And1;
import static dev.limpid.core.loss.Setting.needed;
import static dev.limpid.core.loss.Setting.notNegative;
import static dev.limpid.core.loss.Setting.number;
import static dev.limpid.core.loss.Setting.positive;

import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.FocalLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.distribution.DirichletLoss;
import dev.limpid.core.loss.distribution.GaussianLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.margin.ExponentialLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.margin.ModifiedHuberLoss;
import dev.limpid.core.loss.margin.SavageLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.margin.TangentLoss;
import dev.limpid.core.loss.multiclass.CrossEntropyLoss;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;
import dev.limpid.core.loss.multiclass.MulticlassFocalLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.loss.multiclass.ProportionalOddsLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.multioutput.MultiQuantileLoss;
import dev.limpid.core.loss.ranking.BprLoss;
import dev.limpid.core.loss.ranking.LambdaRankLoss;
import dev.limpid.core.loss.ranking.ListNetLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.ranking.TripletLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.LogCoshLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredEpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.SquaredLogLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.robust.StudentTLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.loss.robust.WelschLoss;
import dev.limpid.core.loss.survival.AftLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.core.loss.survival.LogTime;
import dev.limpid.core.loss.survival.Ties;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A constructor of a loss of core, with its settings. {@link #all} has each constructor of each loss, which
 * {@link BuiltInsTest} holds to the classes that there are.
 *
 * @param constructor a public constructor
 * @param settings its arguments
 */
record BuiltIn(Constructor<?> constructor, List<Setting> settings) {

    static Stream<BuiltIn> all() {
        return Stream.of(
                loss(CloglogLoss.class),
                loss(FocalLoss.class, notNegative("gamma", 2)),
                loss(FocalLoss.class, notNegative("gamma", 2), between0And1("alpha", 0.25)),
                loss(LogisticLoss.class),
                loss(ProbitLoss.class),
                loss(SoftmaxLoss.class, atLeast(2, "classes", 3)),
                loss(DirichletLoss.class, atLeast(2, "parts", 3)),
                loss(GaussianLoss.class),
                loss(GammaLoss.class),
                loss(InverseGaussianLoss.class),
                loss(NegativeBinomialLoss.class, positive("dispersion", 0.5)),
                loss(PoissonLoss.class),
                loss(TweedieLoss.class, power()),
                loss(ExponentialLoss.class),
                loss(HingeLoss.class),
                loss(HingeLoss.class, notNegative("margin", 1)),
                loss(HuberizedHingeLoss.class),
                loss(HuberizedHingeLoss.class, positive("width", 1)),
                loss(ModifiedHuberLoss.class),
                loss(SavageLoss.class),
                loss(SquaredHingeLoss.class),
                loss(TangentLoss.class),
                loss(CrossEntropyLoss.class, atLeast(2, "classes", 3)),
                loss(CrossEntropyLoss.class, atLeast(2, "classes", 3), smoothing()),
                loss(CumulativeLogitLoss.class, atLeast(2, "levels", 3)),
                loss(MulticlassFocalLoss.class, atLeast(2, "classes", 3), notNegative("focus", 2)),
                loss(OneVsRestLoss.class, atLeast(2, "classes", 3), binary()),
                loss(ProportionalOddsLoss.class, ascending("thresholds", "be finite", Double.POSITIVE_INFINITY)),
                loss(MultiOutputLoss.class, atLeast(1, "outputs", 2), needed("each", new SquaredLoss())),
                loss(MultiQuantileLoss.class, ascending("levels", "be in (0, 1)", 1)),
                loss(BprLoss.class),
                loss(LambdaRankLoss.class),
                loss(LambdaRankLoss.class, atLeast(1, "truncation", 5)),
                loss(ListNetLoss.class),
                loss(PairwiseLogisticLoss.class),
                loss(TripletLoss.class, atLeast(1, "dimension", 2), positive("margin", 1)),
                loss(AbsoluteLoss.class),
                loss(EpsilonInsensitiveLoss.class, notNegative("epsilon", 0.3)),
                loss(ExpectileLoss.class, between0And1("level", 0.3)),
                loss(HuberLoss.class, positive("threshold", 1)),
                loss(LogCoshLoss.class),
                loss(LogCoshLoss.class, positive("scale", 2)),
                loss(PseudoHuberLoss.class, positive("scale", 1)),
                loss(QuantileLoss.class, between0And1("level", 0.5)),
                loss(SquaredEpsilonInsensitiveLoss.class, notNegative("epsilon", 0.3)),
                loss(SquaredLogLoss.class),
                loss(SquaredLoss.class),
                loss(CauchyLoss.class, positive("scale", 3)),
                loss(StudentTLoss.class, positive("degrees", 4), positive("scale", 3)),
                loss(TukeyLoss.class, positive("threshold", 3)),
                loss(WelschLoss.class, positive("scale", 3)),
                loss(AftLoss.class, needed("distribution", LogTime.weibull())),
                loss(CoxLoss.class),
                loss(CoxLoss.class, needed("ties", Ties.BRESLOW)));
    }

    private static Setting power() {
        return number(
                1.5, "power must be in [1, 2]", "; use SquaredLoss for 0, InverseGaussianLoss for 3", 0, 0.99, 2.01, 3);
    }

    private static Setting smoothing() {
        return number(0.1, "smoothing must be in [0, 1)", "", -0.1, 1);
    }

    private static Setting binary() {
        return needed("binary", new LogisticLoss())
                .but(
                        new SquaredLoss(),
                        "binary must be a loss of the classes 0 and 1, but was SquaredLoss; use LogisticLoss");
    }

    private static Setting ascending(String name, String rule, double outside) {
        Setting setting = needed(name, new double[] {0.2, 0.5})
                .but(new double[0], name + " must have at least one number, but were empty");
        for (double[] bad : new double[][] {{0.5, 0.4}, {0.5, 0.5}, {Double.NaN}, {0.5, outside}}) {
            setting = setting.but(bad, name + " must " + rule + " and ascending, but were " + Arrays.toString(bad));
        }
        return setting;
    }

    private static BuiltIn loss(Class<? extends Loss> type, Setting... settings) {
        Constructor<?> constructor = Arrays.stream(type.getConstructors())
                .filter(made -> made.getParameterCount() == settings.length)
                .findFirst()
                .orElseThrow();
        return new BuiltIn(constructor, List.of(settings));
    }

    /** Every public class of core that is a loss and can be made. */
    static Set<Class<?>> classes() throws IOException, URISyntaxException {
        Path root = Path.of(
                Loss.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("module-info.class"))
                    .map(file -> BuiltIn.load(file.replace(".class", "")
                            .replace(root.getFileSystem().getSeparator(), ".")))
                    .filter(type -> Loss.class.isAssignableFrom(type)
                            && Modifier.isPublic(type.getModifiers())
                            && !Modifier.isAbstract(type.getModifiers()))
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Loss.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Class<?> type() {
        return constructor.getDeclaringClass();
    }

    boolean isOpen() {
        return !Modifier.isFinal(type().getModifiers());
    }

    /** The arguments that are right. */
    Object[] arguments() {
        return settings.stream().map(Setting::good).toArray();
    }

    /** Makes the loss with one argument replaced. */
    Loss with(int setting, @Nullable Object argument) throws Throwable {
        Object[] arguments = arguments();
        arguments[setting] = argument;
        try {
            return (Loss) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    @Override
    public String toString() {
        return type().getSimpleName() + "/" + settings.size();
    }
}
