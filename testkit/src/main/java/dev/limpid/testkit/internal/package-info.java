/** The numbers below the laws: derivatives with an error of their own, points to look at, texts. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal;

import org.jspecify.annotations.NullMarked;
