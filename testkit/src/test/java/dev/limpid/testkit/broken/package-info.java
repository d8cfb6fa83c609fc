/** Parts that are broken in known ways, each of which a law has to find and name; and odd ones that are right. */
@NullMarked
package dev.limpid.testkit.broken;

import org.jspecify.annotations.NullMarked;
