/** Analog-to-digital conversion of currents. */
@NullMarked
package org.ohmweave.periphery.adc;

import org.jspecify.annotations.NullMarked;
