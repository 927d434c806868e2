/** Vector math with a plain and a Vector API path that agree bit for bit. */
@NullMarked
package org.ohmweave.core.math;

import org.jspecify.annotations.NullMarked;
