package dev.limpid.core.optimizer.descent;

import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Direction;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.training.Memory;

/**
 * Gradient descent: straight down.
 *
 * <pre>
 *   d = −∇F(θ)     (1)
 * </pre>
 *
 * <p>With a Wolfe or Armijo search it zigzags along valleys and needs about as many steps as the condition number of the
 * Hessian; with {@link dev.limpid.core.search.BarzilaiBorweinSearch} far fewer. Cost per step: the search's gradients.
 *
 * <p><b>References</b>
 * <ol><li>A. Cauchy (1847): Méthode générale pour la résolution des systèmes d'équations simultanées. Comptes rendus 25.</ol>
 *
 * @since 0.1.0
 */
public record SteepestDescent() implements Direction<Smooth> {

    @Override
    public Need<Smooth> needs() {
        return new Need<>(Smooth.class, true, "a smooth objective");
    }

    @Override
    public double at(Smooth objective, double[] theta, double[] g, double[] d, Memory memory) {
        for (int j = 0; j < d.length; j++) {
            d[j] = -g[j]; // (1)
        }
        return FirstTry.along(g, d, memory);
    }

    @Override
    public void moved(Move move, Memory memory) {
        FirstTry.remember(move, memory);
    }

    @Override
    public String formula() {
        return "d = −∇F(θ)";
    }

    @Override
    public String source() {
        return "A. Cauchy (1847): Méthode générale pour la résolution des systèmes d'équations simultanées";
    }
}
