/**
 * Parts of other libraries as parts of Limpid, and what its laws find in them; see {@code docs/testkit.md}.
 *
 * <p>Read {@link dev.limpid.peers.TribuoTest}, then the others.
 */
@NullMarked
package dev.limpid.peers;

import org.jspecify.annotations.NullMarked;
