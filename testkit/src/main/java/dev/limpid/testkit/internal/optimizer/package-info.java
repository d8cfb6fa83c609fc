/** The tests behind {@code OptimizerLaws}: read {@code Trial}, then {@code OptimizerTests}. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.optimizer;

import org.jspecify.annotations.NullMarked;
