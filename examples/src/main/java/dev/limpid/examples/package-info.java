/** Limpid at work, written with nothing but what a user has. */
@NullMarked
package dev.limpid.examples;

import org.jspecify.annotations.NullMarked;
