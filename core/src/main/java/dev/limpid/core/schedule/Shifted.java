package dev.limpid.core.schedule;

import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/** The clock of a schedule that begins in the middle of a run. */
final class Shifted {

    private Shifted() {}

    /** The progress since this was first asked, which is step 1 at epoch 0. */
    static Progress clock(Progress progress, Memory memory) {
        if (!memory.has("began")) {
            memory.put("began", (double) progress.iteration(), progress.epoch());
        }
        double[] began = memory.array("began", 2);
        long iteration = progress.iteration() - (long) began[0] + 1;
        double objective = iteration == 1 ? Double.NaN : progress.objective();
        return new Progress(iteration, progress.epoch() - began[1], objective);
    }
}
