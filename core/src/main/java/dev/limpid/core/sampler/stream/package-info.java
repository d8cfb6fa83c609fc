/** Samples of streams whose length nobody knows yet. Read {@code Reservoir}, {@code VitterReservoir}, then the others. */
@NullMarked
package dev.limpid.core.sampler.stream;

import org.jspecify.annotations.NullMarked;
