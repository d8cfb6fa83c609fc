/**
 * Stochastic steps. Read {@code Update}, {@code Oracle}, {@code Sgd}, then {@code Chain} with its two kinds of stages.
 *
 * <p>An update of your own is a record of its settings with two methods. All state lives in the memory, under the letters of the
 * paper, and begins at 0:
 *
 * <pre>{@code
 * record SignSgd(Schedule learningRate, double beta) implements Update {
 *     public void delta(Oracle oracle, Memory memory, double[] delta) {
 *         double[] g = oracle.gradient();
 *         double[] m = memory.array("m", g.length);
 *         for (int j = 0; j < g.length; j++) {
 *             m[j] = beta * m[j] + (1 - beta) * g[j];
 *             delta[j] = -oracle.learningRate() * Math.signum(m[j]);
 *         }
 *     }
 *
 *     public double proxStep(double alpha) {
 *         return Double.NaN; // steps don't follow the size of g, so no prox of a penalty fits
 *     }
 * }
 * }</pre>
 *
 * <p>(The record's component is its {@code learningRate()}.) A stage is one method, or a lambda; which interface it implements says
 * where in a chain it works:
 *
 * <pre>{@code
 * record Centralized() implements GradientStage { // gradients of each block without their mean
 *     public void change(Oracle oracle, Memory memory, double[] g) {
 *         for (Block b : oracle.blocks().list()) {
 *             double mean = Arrays.stream(g, b.offset(), b.end()).average().orElse(0);
 *             for (int j = b.offset(); j < b.end(); j++) {
 *                 g[j] -= mean;
 *             }
 *         }
 *     }
 * }
 *
 * Update mine = Chain.of(new SignSgd(Schedule.constant(0.01), 0.9)).onGradient(new Centralized()).onStep(DecoupledDecay.of(0.1));
 * }</pre>
 *
 * <p>Updates that scale parameters one by one are in {@code adaptive}, those around other updates in {@code average}, the stages
 * in {@code stage}. Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.update;

import org.jspecify.annotations.NullMarked;
