/**
 * Losses for times to an event, of which some are only known to be longer than what was seen. Read {@code CoxLoss}, then
 * {@code AftLoss}.
 */
@NullMarked
package dev.limpid.core.loss.survival;

import org.jspecify.annotations.NullMarked;
