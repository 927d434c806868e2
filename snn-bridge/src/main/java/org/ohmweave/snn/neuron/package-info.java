/** Spiking neurons. */
@NullMarked
package org.ohmweave.snn.neuron;

import org.jspecify.annotations.NullMarked;
