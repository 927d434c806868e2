/** Unit text at the boundary; inside everything is SI. */
@NullMarked
package org.ohmweave.core.unit;

import org.jspecify.annotations.NullMarked;
