/** Parameter sets and published measurements: every value with unit, source and status. */
@NullMarked
package org.ohmweave.calibration;

import org.jspecify.annotations.NullMarked;
