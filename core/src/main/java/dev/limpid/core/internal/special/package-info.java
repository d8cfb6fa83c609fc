/** Special functions. Not API. */
@NullMarked
package dev.limpid.core.internal.special;

import org.jspecify.annotations.NullMarked;
