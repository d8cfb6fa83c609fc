/** The seams that a learning algorithm is assembled from, and the standard answers to them. */
@NullMarked
package dev.limpid.core;

import org.jspecify.annotations.NullMarked;
