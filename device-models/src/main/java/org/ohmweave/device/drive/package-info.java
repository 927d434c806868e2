/** One device under a given voltage. */
@NullMarked
package org.ohmweave.device.drive;

import org.jspecify.annotations.NullMarked;
