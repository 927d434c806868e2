/** Networks that learn in place. */
@NullMarked
package org.ohmweave.snn.learn;

import org.jspecify.annotations.NullMarked;
