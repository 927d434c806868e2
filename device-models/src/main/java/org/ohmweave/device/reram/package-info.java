/** Metal-oxide filament cells. */
@NullMarked
package org.ohmweave.device.reram;

import org.jspecify.annotations.NullMarked;
