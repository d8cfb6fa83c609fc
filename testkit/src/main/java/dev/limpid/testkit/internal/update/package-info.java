/** The tests behind {@code UpdateLaws}: read {@code Track}, which drives an update over a known quadratic. No promise of stability. */
@NullMarked
package dev.limpid.testkit.internal.update;

import org.jspecify.annotations.NullMarked;
