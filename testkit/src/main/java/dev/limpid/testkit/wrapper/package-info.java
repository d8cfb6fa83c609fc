/**
 * Parts around other parts. {@code CheckingLoss} and its sisters pass calls on and fail at the first broken promise, in a real
 * fit; {@code Faults} puts a fault in, to see whether your own tests notice.
 */
@NullMarked
package dev.limpid.testkit.wrapper;

import org.jspecify.annotations.NullMarked;
