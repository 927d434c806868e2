/** Titanium dioxide cells and the simple laws named after them. */
@NullMarked
package org.ohmweave.device.tio2;

import org.jspecify.annotations.NullMarked;
