/** Problems with known answers, to try optimizers on. Read {@code Problem}, then {@code Problems}. */
@NullMarked
package dev.limpid.testkit.problem;

import org.jspecify.annotations.NullMarked;
