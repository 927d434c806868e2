/** Converters around an array; knows no array. */
@NullMarked
package org.ohmweave.periphery;

import org.jspecify.annotations.NullMarked;
