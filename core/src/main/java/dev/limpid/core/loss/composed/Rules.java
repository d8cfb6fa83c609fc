package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Loss;
import java.util.List;

/** What holds of a composition because it holds of its parts, and checks of settings. */
final class Rules {

    private Rules() {}

    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and > 0, but was " + value);
        }
    }

    static void between0And1(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1), but was " + value);
        }
    }

    /** One positive number for each class. */
    static void perClass(String name, Loss loss, List<Double> numbers) {
        if (numbers.size() != loss.classes()) {
            throw new IllegalArgumentException(name + " must be " + loss.classes() + ", one for each class of "
                    + loss.name() + ", but were " + numbers.size());
        }
        for (int k = 0; k < numbers.size(); k++) {
            positive(name + "[" + k + "]", numbers.get(k));
        }
    }

    /** A loss of classes whose target is a code. */
    static void classCodes(String composition, Loss loss) {
        if (loss.classes() == 0 || loss.targets() != 1) {
            throw new IllegalArgumentException("loss must have a class code for its target to be " + composition
                    + ", but was " + loss.name()
                    + (loss.classes() > 0 ? " of " + loss.targets() + " target columns" : ""));
        }
    }

    static void sameShape(Loss first, Loss second) {
        if (first.scores() != second.scores() || first.targets() != second.targets()) {
            throw new IllegalArgumentException("losses of a sum must have as many scores and targets, but "
                    + first.name() + " has " + first.scores() + " and " + first.targets() + ", " + second.name()
                    + " has " + second.scores() + " and " + second.targets());
        }
        if (first.classes() > 0 && second.classes() > 0 && first.classes() != second.classes()) {
            throw new IllegalArgumentException("losses of a sum must have as many classes, but " + first.name()
                    + " has " + first.classes() + " and " + second.name() + " has " + second.classes());
        }
    }

    /** out ← a·out + b·other. */
    static void combine(double a, double[] out, double b, double[] other) {
        for (int k = 0; k < other.length; k++) {
            out[k] = a * out[k] + b * other[k];
        }
    }

    /** The targets inside both domains. */
    static Domain intersection(Loss first, Loss second) {
        Domain a = first.domain();
        Domain b = second.domain();
        double lower = Math.max(a.lower(), b.lower());
        boolean open = (a.lower() == lower && a.lowerOpen()) || (b.lower() == lower && b.lowerOpen());
        double upper = Math.min(a.upper(), b.upper());
        if (!(lower < upper || (lower == upper && !open))) {
            throw new IllegalArgumentException("losses of a sum must share targets, but those of " + first.name()
                    + " must be " + a + " and those of " + second.name() + " must be " + b);
        }
        return new Domain(lower, open, upper, a.integer() || b.integer());
    }

    /** The kind of a sum of curvatures with positive weights. max(0, second) adds up only where nothing is cut off. */
    static Curvature sumOf(Curvature first, boolean firstConvex, Curvature second, boolean secondConvex) {
        if (first == Curvature.MAJORISER && second == Curvature.MAJORISER) {
            return Curvature.MAJORISER;
        }
        boolean exact = first == Curvature.EXACT && second == Curvature.EXACT;
        return exact && firstConvex && secondConvex ? Curvature.EXACT : Curvature.CONSTANT;
    }

    /** The kind of a mixture of the curvatures of one loss at several targets. */
    static Curvature mixtureOf(Curvature kind, boolean convex) {
        return sumOf(kind, convex, kind, convex);
    }
}
