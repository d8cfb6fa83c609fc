package dev.limpid.algorithms.linear.matrix;

import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Descent;
import dev.limpid.core.optimizer.Direction;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.optimizer.coordinate.ProxNewton;
import dev.limpid.core.optimizer.descent.Bfgs;
import dev.limpid.core.optimizer.descent.DaiYuan;
import dev.limpid.core.optimizer.descent.HagerZhang;
import dev.limpid.core.optimizer.descent.Newton;
import dev.limpid.core.optimizer.descent.PolakRibiere;
import dev.limpid.core.optimizer.descent.SteepestDescent;
import dev.limpid.core.optimizer.direct.NelderMead;
import dev.limpid.core.optimizer.exact.QrLeastSquares;
import dev.limpid.core.optimizer.limited.LbfgsB;
import dev.limpid.core.optimizer.limited.OwlQn;
import dev.limpid.core.optimizer.splitting.Admm;
import dev.limpid.core.optimizer.splitting.FrankWolfe;
import dev.limpid.core.optimizer.splitting.Pdhg;
import dev.limpid.core.optimizer.trust.LevenbergMarquardt;
import dev.limpid.core.optimizer.trust.Tron;
import dev.limpid.core.optimizer.variance.Saga;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.optimizer.variance.Svrg;
import dev.limpid.core.search.ArmijoSearch;
import dev.limpid.core.search.BarzilaiBorweinSearch;
import dev.limpid.core.search.ConstantSearch;
import dev.limpid.core.search.ExactSearch;
import dev.limpid.core.search.Search;
import dev.limpid.core.search.WolfeSearch;
import java.util.List;
import java.util.Optional;

/** Every optimizer of the library but {@code Stochastic}, and who names none. */
final class OptimizerAxis {

    /**
     * A level of the axis.
     *
     * @param name how cells call it
     * @param optimizer the optimizer; empty where the model is to choose
     */
    record OptimizerLevel(String name, Optional<Optimizer<?>> optimizer) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Two digits more than a usual fit, so that what the matrix compares is the optimum and not where a run ended. */
    private static final double TOLERANCE = 1e-10;

    static final List<OptimizerLevel> LEVELS = List.of(
            new OptimizerLevel("the model's choice", Optional.empty()),
            of(Lbfgs.defaults().withTolerance(TOLERANCE)),
            of("Lbfgs with ArmijoSearch", new Lbfgs(5, ArmijoSearch.defaults(), TOLERANCE)),
            of(new Bfgs(), WolfeSearch.defaults()),
            of(new Bfgs(), ExactSearch.defaults()),
            of(new Newton(), new Newton().search()),
            of(new Newton(), new ConstantSearch(1)),
            of(new PolakRibiere(), new PolakRibiere().search()),
            of(new HagerZhang(), new HagerZhang().search()),
            of(new DaiYuan(), new DaiYuan().search()),
            of(new SteepestDescent(), BarzilaiBorweinSearch.defaults()),
            of(MajorizeMinimize.defaults().withTolerance(TOLERANCE)),
            of(Tron.defaults().withTolerance(TOLERANCE)),
            of(LevenbergMarquardt.defaults().withTolerance(TOLERANCE)),
            of(Fista.defaults().withTolerance(TOLERANCE)),
            of(LbfgsB.defaults().withTolerance(TOLERANCE)),
            of(OwlQn.defaults().withTolerance(TOLERANCE)),
            of(CoordinateDescent.defaults().withTolerance(TOLERANCE)),
            of(ProxNewton.defaults().withTolerance(TOLERANCE)),
            of(Saga.defaults().withTolerance(TOLERANCE)),
            of(Svrg.defaults().withBatchSize(4).withTolerance(TOLERANCE)),
            of(Sdca.defaults().withTolerance(TOLERANCE)),
            of(Admm.defaults()),
            of(Pdhg.defaults().withTolerance(TOLERANCE)),
            of(QrLeastSquares.defaults()),
            of("FrankWolfe in open loop", frankWolfe(FrankWolfe.Rule.OPEN_LOOP)),
            of("FrankWolfe along lines", frankWolfe(FrankWolfe.Rule.LINE)),
            of("FrankWolfe with away steps", frankWolfe(FrankWolfe.Rule.AWAY_STEPS)),
            of(NelderMead.defaults()));

    private OptimizerAxis() {}

    /** A tenth of its usual tolerance, which is a part of the decrease and not of F. */
    private static FrankWolfe frankWolfe(FrankWolfe.Rule rule) {
        return FrankWolfe.defaults().withRule(rule).withTolerance(1e-7);
    }

    private static OptimizerLevel of(Optimizer<?> optimizer) {
        return of(optimizer.getClass().getSimpleName(), optimizer);
    }

    private static OptimizerLevel of(String name, Optimizer<?> optimizer) {
        return new OptimizerLevel(name, Optional.of(optimizer));
    }

    private static OptimizerLevel of(Direction<Smooth> direction, Search search) {
        String name = direction.getClass().getSimpleName() + " with "
                + search.getClass().getSimpleName();
        return of(name, new Descent<>(direction, search, TOLERANCE));
    }
}
