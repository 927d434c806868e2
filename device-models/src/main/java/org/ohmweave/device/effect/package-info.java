/**
 * What happens to cells beyond their law: variability in time, read noise, faults, wear, forming.
 */
@NullMarked
package org.ohmweave.device.effect;

import org.jspecify.annotations.NullMarked;
