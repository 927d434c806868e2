/** Solvers of the network with wire resistance. */
@NullMarked
package org.ohmweave.crossbar.wire;

import org.jspecify.annotations.NullMarked;
