/** Laws that describe what a cell does, not why. */
@NullMarked
package org.ohmweave.device.behavioural;

import org.jspecify.annotations.NullMarked;
