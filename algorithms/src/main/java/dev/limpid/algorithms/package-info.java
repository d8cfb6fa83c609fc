/** Models assembled from the parts of core, and the way from a file to a model and back to an explanation. */
@NullMarked
package dev.limpid.algorithms;

import org.jspecify.annotations.NullMarked;
