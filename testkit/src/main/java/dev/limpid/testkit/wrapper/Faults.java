package dev.limpid.testkit.wrapper;

import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.update.Update;
import java.util.Arrays;

/**
 * Right parts made wrong, to ask of your own tests: would they notice?
 *
 * <pre>{@code
 * assertThatThrownBy(() -> myAcceptanceTest(Faults.wrongSign(new StockoutLoss()))).isInstanceOf(AssertionError.class);
 * assertThatThrownBy(() -> myAcceptanceTest(Faults.offByFactor(new StockoutLoss(), 2))).isInstanceOf(AssertionError.class);
 * }</pre>
 *
 * <p>A faulty part keeps the kind of the right one, and is wrong in that one way only. A test that passes with it looks at too
 * little.
 *
 * @since 0.1.0
 */
public final class Faults {

    private Faults() {}

    /**
     * Turns the gradient round.
     *
     * @param loss a right loss
     * @return the loss with −∂ℓ/∂f for gradient
     */
    public static ScalarLoss wrongSign(ScalarLoss loss) {
        return offByFactor(loss, -1);
    }

    /**
     * Turns the gradient round.
     *
     * @param loss a right loss
     * @return the loss with −∂ℓ/∂f for gradient
     */
    public static VectorLoss wrongSign(VectorLoss loss) {
        return offByFactor(loss, -1);
    }

    /**
     * Multiplies the gradient, and not the value.
     *
     * @param loss a right loss
     * @param factor 2 or ½ are what people get wrong
     * @return the loss with factor·∂ℓ/∂f for gradient
     */
    public static ScalarLoss offByFactor(ScalarLoss loss, double factor) {
        return new ScalarWrapper(loss) {
            @Override
            public double gradient(double y, double f) {
                return factor * loss.gradient(y, f);
            }

            @Override
            public Jet at(double y, double f) {
                Jet jet = loss.at(y, f);
                return new Jet(jet.value(), factor * jet.first(), jet.second());
            }
        };
    }

    /**
     * Multiplies the gradient, and not the value.
     *
     * @param loss a right loss
     * @param factor 2 or ½ are what people get wrong
     * @return the loss with factor·∂ℓ/∂f for gradient
     */
    public static VectorLoss offByFactor(VectorLoss loss, double factor) {
        return new VectorWrapper(loss) {
            @Override
            public void gradient(double[] y, double[] f, double[] out) {
                loss.gradient(y, f, out);
                times(out, factor);
            }

            @Override
            public double at(double[] y, double[] f, double[] gradient, double[] curvature) {
                double value = loss.at(y, f, gradient, curvature);
                times(gradient, factor);
                return value;
            }

            private void times(double[] g, double by) {
                for (int k = 0; k < scores(); k++) {
                    g[k] *= by;
                }
            }
        };
    }

    /**
     * Computes the value in float.
     *
     * @param loss a right loss
     * @return the loss with a value of seven digits
     */
    public static ScalarLoss valueInFloat(ScalarLoss loss) {
        return new ScalarWrapper(loss) {
            @Override
            public double value(double y, double f) {
                return (float) loss.value(y, f);
            }

            @Override
            public Jet at(double y, double f) {
                Jet jet = loss.at(y, f);
                return new Jet((float) jet.value(), jet.first(), jet.second());
            }
        };
    }

    /**
     * Overflows as a plain {@code exp} does.
     *
     * @param loss a right loss
     * @param size scores beyond ±size give NaN; 709 is where {@code Math.exp} ends, 88 where that of float does
     * @return the loss that is NaN at large scores
     */
    public static ScalarLoss overflowing(ScalarLoss loss, double size) {
        return new ScalarWrapper(loss) {
            @Override
            public double value(double y, double f) {
                return Math.abs(f) > size ? Double.NaN : loss.value(y, f);
            }

            @Override
            public double gradient(double y, double f) {
                return Math.abs(f) > size ? Double.NaN : loss.gradient(y, f);
            }

            @Override
            public Jet at(double y, double f) {
                return new Jet(value(y, f), gradient(y, f), loss.curvature(y, f));
            }
        };
    }

    /**
     * Leaves the weights of rows out, in value, gradient, curvature and mass.
     *
     * @param loss a right loss of units; losses of rows never see a weight
     * @return the loss for which each row weighs 1
     */
    public static UnitLoss droppedWeight(UnitLoss loss) {
        return new UnitWrapper(loss) {
            private Unit even(Unit unit) {
                double[] ones = new double[unit.size()];
                Arrays.fill(ones, 1);
                return new Unit(unit.y(), ones, unit.f());
            }

            @Override
            public double mass(Unit unit) {
                return loss.mass(even(unit));
            }

            @Override
            public double value(Unit unit) {
                return loss.value(even(unit));
            }

            @Override
            public void gradient(Unit unit, double[] out) {
                loss.gradient(even(unit), out);
            }

            @Override
            public void curvature(Unit unit, double[] out) {
                loss.curvature(even(unit), out);
            }
        };
    }

    /**
     * Turns the gradient round.
     *
     * @param objective a right objective
     * @return the objective with −∇F for gradient
     */
    public static Smooth wrongSign(Smooth objective) {
        return FaultyObjectives.times(objective, -1);
    }

    /**
     * Multiplies the gradient, and not the value.
     *
     * @param objective a right objective
     * @param factor 2, ½, n or 1/n are what people get wrong
     * @return the objective with factor·∇F for gradient
     */
    public static Smooth offByFactor(Smooth objective, double factor) {
        return FaultyObjectives.times(objective, factor);
    }

    /**
     * Answers with the gradient of the call before, as a cache does that is not told of a new θ.
     *
     * @param objective a right objective
     * @return the objective that is one gradient late; not for several threads
     */
    public static Smooth staleGradient(Smooth objective) {
        return FaultyObjectives.stale(objective);
    }

    /**
     * Leaves a block of parameters where it is.
     *
     * @param objective a right objective
     * @param block name of the block
     * @return the objective with a gradient of 0 for that block
     */
    public static Smooth frozenBlock(Smooth objective, String block) {
        return FaultyObjectives.frozen(objective, objective.blocks().get(block));
    }

    /**
     * Leaves the weights of a batch out.
     *
     * @param objective a right sum over units
     * @return the sum for which each unit of a batch weighs 1
     */
    public static FiniteSum droppedWeight(FiniteSum objective) {
        return FaultyObjectives.unweighted(objective);
    }

    /**
     * Leaves the step out of the prox: the threshold is strength, not strength·step.
     *
     * @param penalty a right penalty
     * @return the penalty whose prox is always that of step 1
     */
    public static Penalty proxWithoutStep(Penalty penalty) {
        return FaultyParts.proxWithoutStep(penalty);
    }

    /**
     * Goes uphill.
     *
     * @param update a right update
     * @return the update with −δ
     */
    public static Update wrongSign(Update update) {
        return FaultyParts.times(update, -1);
    }

    /**
     * Forgets its moments and its counter after each step.
     *
     * @param update a right update
     * @return the update that makes its first step again and again
     */
    public static Update forgetful(Update update) {
        return FaultyParts.forgetful(update);
    }

    /**
     * Draws the same batch again and again.
     *
     * @param sampler a right sampler
     * @return the sampler with one batch for all steps and all seeds
     */
    public static Sampler sameBatch(Sampler sampler) {
        return FaultyParts.sameBatch(sampler);
    }

    /**
     * Leaves the weights of its batches out.
     *
     * @param sampler a right sampler with weights
     * @return the sampler whose units all weigh 1
     */
    public static Sampler droppedWeight(Sampler sampler) {
        return FaultyParts.unweighted(sampler);
    }
}
