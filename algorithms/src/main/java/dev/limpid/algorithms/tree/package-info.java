/**
 * Histogram trees: columns cut into bins, a tree grown on statistics that add up, and the finished tree with its rules.
 * Read {@code Tree}, {@code Binning}, {@code TreeSettings}, then {@code TreeGrower}.
 */
@NullMarked
package dev.limpid.algorithms.tree;

import org.jspecify.annotations.NullMarked;
