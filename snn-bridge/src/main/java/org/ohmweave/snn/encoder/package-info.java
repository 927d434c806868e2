/** From pictures to spikes. */
@NullMarked
package org.ohmweave.snn.encoder;

import org.jspecify.annotations.NullMarked;
