package dev.limpid.testkit.wrapper;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.PenaltyLaws;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A penalty that passes calls on and fails at the first broken promise, with the text of the law, in a real fit.
 *
 * <pre>{@code
 * Objective objective = risk.penalized("w", CheckingPenalty.of(new MyPenalty(0.1)));
 * }</pre>
 *
 * <p>The wrapper has the public interfaces of the penalty ({@code SeparablePenalty}, {@code SmoothPenalty}, …), so that
 * optimizers treat it as they treat the penalty itself. Each value is looked at (not negative, NaN only where a parameter is),
 * and each prox: finite where z is, in the set, and outside of the block nothing changed. The first 50 proxes, and then every
 * 4096th, are also compared with their neighbours: with z itself, with points on the way to it and beyond, and with a move of each
 * of the first 20 numbers; none may cost less than Ω(x) + ‖x − z‖²/(2·step) does at the prox.
 *
 * @since 0.1.0
 */
public final class CheckingPenalty {

    private static final double[] WAYS = {0, 0.5, 0.9, 0.99, 1.01, 1.1, 2}; // parts of the way from z to the prox
    private static final double[] MOVES = {-0.1, -1e-3, 1e-3, 0.1};
    private static final int COORDINATES = 20;
    private static final double ROUNDING = 1e-9;

    private CheckingPenalty() {}

    /**
     * Wraps a penalty.
     *
     * @param penalty the penalty
     * @return the same penalty, checked, with the same public interfaces
     */
    public static Penalty of(Penalty penalty) {
        Objects.requireNonNull(penalty, "penalty");
        Set<Class<?>> faces = new LinkedHashSet<>();
        for (Class<?> type = penalty.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> face : type.getInterfaces()) {
                if (Modifier.isPublic(face.getModifiers())) {
                    faces.add(face);
                }
            }
        }
        faces.add(Penalty.class);
        return (Penalty) Proxy.newProxyInstance(
                CheckingPenalty.class.getClassLoader(), faces.toArray(Class<?>[]::new), new Checks(penalty));
    }

    /**
     * Wraps a penalty, to be used as one of its faces.
     *
     * <pre>{@code
     * Smooth objective = risk.penalized("w", CheckingPenalty.of(new MyRidge(0.1), SmoothPenalty.class));
     * }</pre>
     *
     * @param penalty the penalty
     * @param face a public interface of it
     * @param <P> the face
     * @return the same penalty, checked
     */
    public static <P extends Penalty> P of(P penalty, Class<P> face) {
        return face.cast(of(penalty));
    }

    /** The calls of one penalty. */
    private static final class Checks implements InvocationHandler {
        private final Penalty penalty;
        private final Promise promise;

        Checks(Penalty penalty) {
            this.penalty = penalty;
            this.promise = new Promise(Text.nameOf(penalty));
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            boolean ofBlock = arguments != null && arguments.length > 1 && arguments[1] instanceof Block;
            double[] before = ofBlock ? ((double[]) arguments[0]).clone() : new double[0];
            Object result = passOn(method, arguments);
            if (ofBlock && method.getName().equals("value")) {
                value(before, (double[]) arguments[0], (Block) arguments[1], (double) result);
            } else if (ofBlock && method.getName().equals("prox")) {
                prox(before, (double[]) arguments[0], (Block) arguments[1], (double) arguments[2]);
            }
            return result;
        }

        private Object passOn(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(penalty, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        private void value(double[] before, double[] t, Block b, double value) {
            boolean known = Arrays.stream(t, b.offset(), b.end()).noneMatch(Double::isNaN);
            if (known && !(value >= 0)) {
                fail(
                        PenaltyLaws.VALUE,
                        "at x = " + print(t, b) + "\n  value  " + value,
                        "a sign, a constant that belongs elsewhere, or 0/0; Ω is a cost and ≥ 0.");
            }
            promise.requireSame(
                    PenaltyLaws.STATELESS,
                    "θ before and after value",
                    before,
                    t,
                    "value writes into θ; it only reads.");
        }

        private void prox(double[] z, double[] x, Block b, double step) {
            for (int j = 0; j < z.length; j++) {
                if ((j < b.offset() || j >= b.end()) && Double.compare(x[j], z[j]) != 0) {
                    fail(
                            PenaltyLaws.BLOCK,
                            "parameter " + j + ", outside of the block\n  before prox  " + z[j] + "\n  after prox   "
                                    + x[j],
                            "the loop runs over all parameters; run from b.offset() to b.end().");
                }
            }
            if (!Arrays.stream(z, b.offset(), b.end()).allMatch(Double::isFinite)) {
                return;
            }
            double cost = cost(x, z, b, step);
            if (!(cost < Double.POSITIVE_INFINITY)) {
                fail(
                        PenaltyLaws.PROX,
                        "at z = " + print(z, b) + ", step " + step + "\n  prox  " + print(x, b)
                                + ", where Ω(x) + ‖x − z‖²/(2·step) is " + cost,
                        "a 0/0, or a point outside of the set.");
            }
            if (promise.isClose()) {
                neighbours(z, x, b, step, cost);
            }
        }

        private void neighbours(double[] z, double[] x, Block b, double step, double cost) {
            for (double way : WAYS) {
                double[] other = x.clone();
                for (int j = b.offset(); j < b.end(); j++) {
                    other[j] = z[j] + way * (x[j] - z[j]);
                }
                compare(z, x, other, b, step, cost);
            }
            for (int j = b.offset(); j < Math.min(b.end(), b.offset() + COORDINATES); j++) {
                for (double move : MOVES) {
                    double[] other = x.clone();
                    other[j] += move * Math.max(Math.abs(x[j] - z[j]), 0.1 * Math.abs(z[j]));
                    compare(z, x, other, b, step, cost);
                }
            }
        }

        private void compare(double[] z, double[] x, double[] other, Block b, double step, double cost) {
            double there = cost(other, z, b, step);
            if (there < cost - ROUNDING * Math.abs(cost)) {
                fail(
                        PenaltyLaws.PROX,
                        "at z = " + print(z, b) + ", step " + step + "\n  prox    " + print(x, b)
                                + ", where Ω(x) + ‖x − z‖²/(2·step) is " + cost + "\n  better  " + print(other, b)
                                + ", where it is " + there,
                        "the step is left out or twice in it, or prox is of another formula than value.");
            }
        }

        private double cost(double[] x, double[] z, Block b, double step) {
            double square = 0;
            for (int j = b.offset(); j < b.end(); j++) {
                square += (x[j] - z[j]) * (x[j] - z[j]);
            }
            return penalty.value(x.clone(), b) + square / (2 * step);
        }

        private static String print(double[] t, Block b) {
            return Text.plain(Arrays.copyOfRange(t, b.offset(), Math.min(b.end(), b.offset() + COORDINATES)))
                    + (b.size() > COORDINATES ? " …" : "");
        }

        private void fail(Law<?> law, String where, String cause) {
            promise.require(law, Outcome.failed(where + "\nLikely cause: " + cause));
        }
    }
}
