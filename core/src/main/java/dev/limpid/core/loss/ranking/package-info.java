/**
 * Losses for orders and distances within a unit, such as the documents of a query. Read {@code PairwiseLogisticLoss},
 * {@code BprLoss}, {@code ListNetLoss}, {@code LambdaRankLoss}, then {@code TripletLoss}.
 */
@NullMarked
package dev.limpid.core.loss.ranking;

import org.jspecify.annotations.NullMarked;
