package dev.limpid.core.training;

/** Looks for numbers that left the finite ones, for runs that don't look themselves. */
final class NonFinite {

    private NonFinite() {}

    static StopReason judge(Step step, Run run) {
        if (Double.isInfinite(step.objective())) {
            return diverged(step, "the objective is " + step.objective());
        }
        if (run instanceof ParameterRun parameters) {
            double[] theta = parameters.theta();
            for (int j = 0; j < theta.length; j++) {
                if (!Double.isFinite(theta[j])) {
                    return diverged(step, "parameter " + j + " is " + theta[j]);
                }
            }
        }
        return StopReason.RUNNING;
    }

    private static StopReason diverged(Step step, String what) {
        return new StopReason(
                StopReason.Kind.DIVERGED,
                "After step " + step.iteration() + " " + what
                        + ": try a smaller learning rate or a stronger penalty, or scale the columns.");
    }
}
