/** Laws, assertions and known problems with which users unit-test their own parts. */
@NullMarked
package dev.limpid.testkit;

import org.jspecify.annotations.NullMarked;
