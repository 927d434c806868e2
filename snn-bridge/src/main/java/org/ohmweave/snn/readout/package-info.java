/** From spike counts to answers. */
@NullMarked
package org.ohmweave.snn.readout;

import org.jspecify.annotations.NullMarked;
