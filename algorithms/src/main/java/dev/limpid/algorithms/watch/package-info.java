/**
 * Watching a fit: a progress bar, and a page with its curves. Read {@code ProgressBarObserver}, then {@code TraceHtml}.
 */
@NullMarked
package dev.limpid.algorithms.watch;

import org.jspecify.annotations.NullMarked;
