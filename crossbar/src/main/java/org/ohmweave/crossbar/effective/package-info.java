/** The one linear map that an array of ohmic cells is: made at once, kept current, multiplied. */
@NullMarked
package org.ohmweave.crossbar.effective;

import org.jspecify.annotations.NullMarked;
