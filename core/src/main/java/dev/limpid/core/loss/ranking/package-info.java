/** Losses for orders within a unit, such as the documents of a query. Read {@code PairwiseLogisticLoss}. */
@NullMarked
package dev.limpid.core.loss.ranking;

import org.jspecify.annotations.NullMarked;
