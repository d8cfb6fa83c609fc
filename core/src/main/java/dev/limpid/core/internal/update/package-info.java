/** What updates and schedules share: checks of settings, norms that can't overflow. No promise of stability. */
@NullMarked
package dev.limpid.core.internal.update;

import org.jspecify.annotations.NullMarked;
