/**
 * Devices as data: what a file says of spread, noise, wear and faults, turned into what does it.
 */
@NullMarked
package org.ohmweave.device.definition;

import org.jspecify.annotations.NullMarked;
