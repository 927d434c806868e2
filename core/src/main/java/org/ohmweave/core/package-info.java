/**
 * What every other part stands on: randomness with addresses, units, vector math, files. No
 * physics.
 */
@NullMarked
package org.ohmweave.core;

import org.jspecify.annotations.NullMarked;
