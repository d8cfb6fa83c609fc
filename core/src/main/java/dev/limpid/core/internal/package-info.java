/** Checks that the settings of parts share. */
@NullMarked
package dev.limpid.core.internal;

import org.jspecify.annotations.NullMarked;
