/** Biases of selected and half-selected lines. */
@NullMarked
package org.ohmweave.programming.selection;

import org.jspecify.annotations.NullMarked;
