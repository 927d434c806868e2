/** Digit images, read or drawn. */
@NullMarked
package org.ohmweave.core.digits;

import org.jspecify.annotations.NullMarked;
