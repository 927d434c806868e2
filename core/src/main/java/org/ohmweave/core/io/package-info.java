/** Files at the boundary - NPY, CSV, JSON, IDX - written whole or not at all. */
@NullMarked
package org.ohmweave.core.io;

import org.jspecify.annotations.NullMarked;
