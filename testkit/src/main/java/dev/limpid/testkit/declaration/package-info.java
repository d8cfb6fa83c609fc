/**
 * What the author of a part states about it, beyond what its interface says: a statement selects laws, and a false one breaks
 * them. Read {@code LossDeclaration} first. A subject is a part with its declaration, which is what laws test.
 */
@NullMarked
package dev.limpid.testkit.declaration;

import org.jspecify.annotations.NullMarked;
