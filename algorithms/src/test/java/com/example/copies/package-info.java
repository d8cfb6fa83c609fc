/** What a user would write who wanted the built-in losses as their own: the same arithmetic through public API alone. */
@NullMarked
package com.example.copies;

import org.jspecify.annotations.NullMarked;
