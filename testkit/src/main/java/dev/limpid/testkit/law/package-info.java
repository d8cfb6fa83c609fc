/**
 * What must hold of a part, one law each, and what came of testing it. Read {@code Law}, {@code Outcome}, {@code Report},
 * then {@code LossLaws} and its sisters.
 */
@NullMarked
package dev.limpid.testkit.law;

import org.jspecify.annotations.NullMarked;
