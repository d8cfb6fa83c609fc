/** The tests behind {@code ScheduleLaws}: read {@code Clockwork}, which asks a schedule as a run does. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.schedule;

import org.jspecify.annotations.NullMarked;
