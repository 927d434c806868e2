/** DAC, array and ADC as one unit, and matrices larger than one. */
@NullMarked
package org.ohmweave.crossbar.tile;

import org.jspecify.annotations.NullMarked;
