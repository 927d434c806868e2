/** What a cell lets through: laws of a whole array, and cells made of several elements. */
@NullMarked
package org.ohmweave.crossbar.cell;

import org.jspecify.annotations.NullMarked;
