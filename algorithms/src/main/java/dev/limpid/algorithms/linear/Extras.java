package dev.limpid.algorithms.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What shapes an objective besides loss and penalty.
 *
 * @param locationOnly whether only the first score depends on the row
 * @param withoutTarget whether all rows count as of class 1
 * @param terms extra terms
 * @param bounds bounds of raw coefficients
 * @param classWeights factors of the rows' weights
 */
record Extras(
        boolean locationOnly,
        boolean withoutTarget,
        List<Term> terms,
        CoefficientBounds bounds,
        ClassWeights classWeights) {

    static final Extras NONE = new Extras(false, false, List.of(), CoefficientBounds.NONE, ClassWeights.NONE);

    Extras withLocationOnly() {
        return new Extras(true, withoutTarget, terms, bounds, classWeights);
    }

    Extras withTargetsIgnored() {
        return new Extras(locationOnly, true, terms, bounds, classWeights);
    }

    Extras and(Term term) {
        List<Term> more = new ArrayList<>(terms);
        more.add(term);
        return new Extras(locationOnly, withoutTarget, List.copyOf(more), bounds, classWeights);
    }

    Extras with(CoefficientBounds newBounds) {
        return new Extras(locationOnly, withoutTarget, terms, newBounds, classWeights);
    }

    Extras with(ClassWeights newWeights) {
        return new Extras(locationOnly, withoutTarget, terms, bounds, newWeights);
    }

    /** The terms as they follow mean loss and penalty in the formula. */
    String formula() {
        return terms.stream().map(term -> " + " + term.formula()).collect(Collectors.joining());
    }
}
