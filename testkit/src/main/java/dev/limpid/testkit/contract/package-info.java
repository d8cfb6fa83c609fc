/**
 * JUnit 5 test interfaces: a test class that implements one and hands out its part runs all laws of that kind of part, one
 * test each. Read {@code LossContract} first; the others are built alike.
 *
 * <pre>{@code
 * class StockoutLossTest implements LossContract {
 *     public Loss newLoss() {
 *         return new StockoutLoss();
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.limpid.testkit.contract;

import org.jspecify.annotations.NullMarked;
