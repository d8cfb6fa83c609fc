/**
 * Reading data sets from files. Read {@code Csv}.
 */
@NullMarked
package dev.limpid.algorithms.data;

import org.jspecify.annotations.NullMarked;
