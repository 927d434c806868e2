/** Spiking networks whose weights are conductances of simulated cells. */
@NullMarked
package org.ohmweave.snn;

import org.jspecify.annotations.NullMarked;
