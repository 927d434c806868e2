/** How devices and cycles differ. */
@NullMarked
package org.ohmweave.device.variability;

import org.jspecify.annotations.NullMarked;
