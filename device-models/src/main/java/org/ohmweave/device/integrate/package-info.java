/** Numerical integration of device states. */
@NullMarked
package org.ohmweave.device.integrate;

import org.jspecify.annotations.NullMarked;
