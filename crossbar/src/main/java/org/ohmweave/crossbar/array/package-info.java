/** What an array is: wires, ends, sources, and the solution of its network. */
@NullMarked
package org.ohmweave.crossbar.array;

import org.jspecify.annotations.NullMarked;
