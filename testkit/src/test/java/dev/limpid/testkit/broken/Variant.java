package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A right loss with one method replaced by a wrong one. */
final class Variant implements ScalarLoss {

    private final ScalarLoss right;
    private DoubleBinaryOperator value;
    private DoubleBinaryOperator gradient;
    private DoubleBinaryOperator curvature;
    private DoubleBinaryOperator second;
    private DoubleUnaryOperator mean;
    private @Nullable ToDoubleFunction<Sample> bestShift;
    private Curvature kind;
    private @Nullable Prox prox;
    private @Nullable DoubleUnaryOperator expected;
    private boolean smooth;
    private boolean convex;
    private boolean leastSquares;

    /** argmin over x of ℓ(y, x) + (x − f)²/(2·step). */
    @FunctionalInterface
    interface Prox {
        double of(double y, double f, double step);
    }

    private Variant(ScalarLoss right) {
        this.right = right;
        value = right::value;
        gradient = right::gradient;
        curvature = right::curvature;
        second = right::secondDerivative;
        mean = right::mean;
        kind = right.kind();
        smooth = right.smooth();
        convex = right.convex();
    }

    static Variant of(ScalarLoss right) {
        return new Variant(right);
    }

    Variant value(DoubleBinaryOperator wrong) {
        value = wrong;
        return this;
    }

    Variant gradient(DoubleBinaryOperator wrong) {
        gradient = wrong;
        return this;
    }

    Variant curvature(Curvature newKind, DoubleBinaryOperator wrong) {
        kind = newKind;
        curvature = wrong;
        return this;
    }

    Variant second(DoubleBinaryOperator wrong) {
        second = wrong;
        return this;
    }

    Variant mean(DoubleUnaryOperator wrong) {
        mean = wrong;
        return this;
    }

    Variant bestShift(ToDoubleFunction<Sample> wrong) {
        bestShift = wrong;
        return this;
    }

    Variant prox(Prox wrong) {
        prox = wrong;
        return this;
    }

    Variant expected(DoubleUnaryOperator wrong) {
        expected = wrong;
        return this;
    }

    Variant smooth(boolean wrong) {
        smooth = wrong;
        return this;
    }

    Variant convex(boolean wrong) {
        convex = wrong;
        return this;
    }

    Variant leastSquares(boolean wrong) {
        leastSquares = wrong;
        return this;
    }

    @Override
    public double value(double y, double f) {
        return value.applyAsDouble(y, f);
    }

    @Override
    public double gradient(double y, double f) {
        return gradient.applyAsDouble(y, f);
    }

    @Override
    public double curvature(double y, double f) {
        return curvature.applyAsDouble(y, f);
    }

    @Override
    public Curvature kind() {
        return kind;
    }

    @Override
    public double secondDerivative(double y, double f) {
        return second.applyAsDouble(y, f);
    }

    @Override
    public double expectedSecondDerivative(double f) {
        return expected == null ? ScalarLoss.super.expectedSecondDerivative(f) : expected.applyAsDouble(f);
    }

    @Override
    public double bestShift(Sample sample) {
        return bestShift == null ? right.bestShift(sample) : bestShift.applyAsDouble(sample);
    }

    @Override
    public double prox(double y, double f, double step) {
        return prox == null ? ScalarLoss.super.prox(y, f, step) : prox.of(y, f, step);
    }

    @Override
    public double mean(double f) {
        return mean.applyAsDouble(f);
    }

    @Override
    public boolean smooth() {
        return smooth;
    }

    @Override
    public boolean convex() {
        return convex;
    }

    @Override
    public boolean leastSquares() {
        return leastSquares;
    }

    @Override
    public int classes() {
        return right.classes();
    }

    @Override
    public Domain domain() {
        return right.domain();
    }

    @Override
    public String name() {
        return "MyLoss";
    }
}
