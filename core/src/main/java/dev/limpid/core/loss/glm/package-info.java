/**
 * Losses of counts and positive numbers, the likelihoods of generalised linear models with the log link: the prediction is
 * µ = eᶠ, and the variance grows with it. Read {@code PoissonLoss} (variance µ), {@code GammaLoss} (µ²), then
 * {@code TweedieLoss} (µᵖ) between the two.
 */
@NullMarked
package dev.limpid.core.loss.glm;

import org.jspecify.annotations.NullMarked;
