/** Valence-change cells of hafnium oxide. */
@NullMarked
package org.ohmweave.device.hfo2;

import org.jspecify.annotations.NullMarked;
