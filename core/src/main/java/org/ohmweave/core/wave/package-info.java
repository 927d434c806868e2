/** Waveforms. */
@NullMarked
package org.ohmweave.core.wave;

import org.jspecify.annotations.NullMarked;
