/**
 * Assertions about parts that users write, and what they need to test them. Read {@code LimpidAssertions}, then
 * {@code LossAssert}; the packages {@code contract} (JUnit 5 test interfaces), {@code law} (what is tested) and
 * {@code problem} (problems with known answers) come after.
 */
@NullMarked
package dev.limpid.testkit;

import org.jspecify.annotations.NullMarked;
