/** From parameter sets to banks of devices. */
@NullMarked
package org.ohmweave.device.presets;

import org.jspecify.annotations.NullMarked;
