/** Real matrices and target conductances. */
@NullMarked
package org.ohmweave.crossbar.mapping;

import org.jspecify.annotations.NullMarked;
