package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.UpdateWrapper;
import dev.limpid.testkit.internal.Text;
import java.util.Objects;

/** Passes all calls on, in the update's own memory and by its name; subclasses change some. */
class WholeUpdate implements UpdateWrapper {

    final Update update;

    WholeUpdate(Update update) {
        this.update = Objects.requireNonNull(update, "update");
    }

    @Override
    public final Update update() {
        return update;
    }

    @Override
    public final Memory inner(Memory memory) {
        return memory;
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        update.delta(oracle, memory, delta);
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        update.answer(t, memory, out);
    }

    @Override
    public boolean ownsParameters() {
        return update.ownsParameters();
    }

    @Override
    public String name() {
        return update.name();
    }

    @Override
    public String formula() {
        return update.formula();
    }

    @Override
    public String source() {
        return update.source();
    }

    @Override
    public Recipe recipe() {
        return update.recipe();
    }

    @Override
    public String toString() {
        return Text.nameOf(update);
    }
}
