/** Self-heated space-charge-limited cells of Pr0.7Ca0.3MnO3. */
@NullMarked
package org.ohmweave.device.pcmo;

import org.jspecify.annotations.NullMarked;
