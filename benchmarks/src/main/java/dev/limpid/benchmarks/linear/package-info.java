/**
 * Whole fits of linear models beside those of other libraries: read {@code LinearGroup}, then {@code Contest} and one
 * {@code Case}.
 */
package dev.limpid.benchmarks.linear;
