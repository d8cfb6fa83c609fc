/** Problems with known answers, to try optimizers on. Read {@code Problem}, {@code Problems}, then {@code MoreGarbowHillstrom}. */
@NullMarked
package dev.limpid.testkit.problem;

import org.jspecify.annotations.NullMarked;
