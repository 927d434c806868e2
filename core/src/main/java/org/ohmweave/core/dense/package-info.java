/** Dense linear algebra: matrix products and the elimination of nodes from conductance networks. */
@NullMarked
package org.ohmweave.core.dense;

import org.jspecify.annotations.NullMarked;
