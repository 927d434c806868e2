/** Making cells reach their targets. */
@NullMarked
package org.ohmweave.programming;

import org.jspecify.annotations.NullMarked;
